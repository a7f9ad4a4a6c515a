package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.datatype.Types;
import dev.asl4j.compiler.schema.SchemaBundle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Java types at the borders of a workflow. What is not declared is JSON.
 *
 * @param types of the whole compilation
 * @param schemas that values are checked by; null: by none
 * @param input of an execution
 * @param output of an execution
 * @param tasks by the names of their resources
 */
public record Signatures(
        Types types, @Nullable SchemaBundle schemas, Border input, Border output, Map<String, Signature> tasks) {
    /** A task of which nothing is declared. */
    private static final Signature UNTYPED = new Signature(Border.JSON, Border.JSON, Border.JSON);

    public Signatures {
        tasks = Map.copyOf(tasks);
    }

    /**
     * Where data becomes a value in Java, or the other way.
     *
     * @param schema the number of the schema that it is checked by; null: it is not
     */
    public record Border(JavaType.Use use, @Nullable Integer schema) {
        /** Of which nothing is declared. */
        public static final Border JSON = new Border(JavaType.Use.JSON, null);
    }

    /**
     * What a task takes and gives.
     *
     * @param answer what its token is answered with
     */
    public record Signature(Border input, Border output, Border answer) {}

    /** The signature of the task of that resource. */
    public Signature task(String resource) {
        return tasks.getOrDefault(resource, UNTYPED);
    }
}
