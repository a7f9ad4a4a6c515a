package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.contract.Contract;
import dev.asl4j.compiler.contract.DeclaredType;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.TaskIdentity;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.Schemas;
import dev.asl4j.compiler.shape.Origin;
import dev.asl4j.compiler.shape.SchemaShapes;
import dev.asl4j.compiler.shape.Shape;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of what a contract declares. Of the data of an existing class nothing is known. */
final class Declared {
    private static final Origin INPUT = Origin.of("the input of the execution");

    private final Contract contract;
    private final Schemas schemas;
    private final IdentityHashMap<Schema, Map<Origin, Shape>> made = new IdentityHashMap<>();
    private final IdentityHashMap<Schema, Shape> taken = new IdentityHashMap<>();

    Declared(Contract contract, Schemas schemas) {
        this.contract = contract;
        this.schemas = schemas;
    }

    /** Of an execution. */
    Shape input() {
        return given(contract.input(), INPUT);
    }

    /** Of an execution that succeeds; null: not declared. */
    @Nullable
    Shape output() {
        return accepted(contract.output());
    }

    /** What a task gives. */
    Shape result(Resource resource, Origin state) {
        return contract.task(TaskIdentity.of(resource).name())
                .map(task -> given(task.output(), state))
                .orElse(Shape.ANY);
    }

    /** What the token of a task is answered with. */
    Shape answer(Resource resource, Origin state) {
        return contract.task(TaskIdentity.of(resource).name())
                .map(task -> given(task.answer(), state))
                .orElse(Shape.ANY);
    }

    /** What a task takes; null: not declared. */
    @Nullable
    Shape arguments(Resource resource) {
        return contract.task(TaskIdentity.of(resource).name())
                .map(task -> accepted(task.input()))
                .orElse(null);
    }

    private Shape given(@Nullable DeclaredType type, Origin origin) {
        Schema schema = schema(type);
        return schema == null
                ? Shape.ANY
                : made.computeIfAbsent(schema, key -> new HashMap<>())
                        .computeIfAbsent(origin, key -> SchemaShapes.of(schema, schemas, origin));
    }

    private @Nullable Shape accepted(@Nullable DeclaredType type) {
        Schema schema = schema(type);
        return schema == null ? null : taken.computeIfAbsent(schema, key -> SchemaShapes.of(schema, schemas, null));
    }

    private static @Nullable Schema schema(@Nullable DeclaredType type) {
        return type instanceof DeclaredType.OfSchema declared ? declared.schema() : null;
    }
}
