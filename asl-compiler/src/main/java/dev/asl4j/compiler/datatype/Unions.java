package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaId;
import dev.asl4j.compiler.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the property that tells objects apart: a constant that each of them requires, and that is another in each. */
final class Unions {
    private final Schemas schemas;
    private final ObjectMerger merger;
    private final RecordLimits limits;

    /** The property that is a record's place in its unions, and no component of it. */
    private final Map<SchemaId, String> tags = new HashMap<>();

    Unions(Schemas schemas, ObjectMerger merger, RecordLimits limits) {
        this.schemas = schemas;
        this.merger = merger;
        this.limits = limits;
    }

    /** A union with the objects in it. */
    record Found(Draft.OfUnion union, List<ObjectShape> objects) {}

    /**
     * The union of some branches; empty: nothing tells them apart.
     *
     * @param written the property that the schema names; null: it names none
     */
    Optional<Found> find(Schema schema, List<Schema> branches, @Nullable String written) {
        List<ObjectShape> objects = new ArrayList<>();
        for (Schema branch : branches) {
            merger.object(branch).filter(limits::allow).ifPresent(objects::add);
        }
        if (objects.size() < branches.size() || !areDifferent(objects)) {
            return Optional.empty();
        }
        List<String> candidates = written != null
                ? Stream.of(written).filter(name -> !name.isEmpty()).toList()
                : objects.get(0).properties().stream()
                        .filter(RecordLimits::isNamed)
                        .map(Schema.Property::name)
                        .toList();
        for (String property : candidates) {
            List<TypePlan.Branch> named = branches(objects, property);
            if (named.size() == objects.size()) {
                objects.forEach(object -> tags.put(object.heading().id(), property));
                return Optional.of(new Found(new Draft.OfUnion(schema.heading(), property, named), objects));
            }
        }
        return Optional.empty();
    }

    private static boolean areDifferent(List<ObjectShape> objects) {
        return objects.stream().map(object -> object.heading().id()).distinct().count() == objects.size();
    }

    private List<TypePlan.Branch> branches(List<ObjectShape> objects, String property) {
        List<TypePlan.Branch> branches = new ArrayList<>();
        Set<String> values = new HashSet<>();
        for (ObjectShape object : objects) {
            SchemaId id = object.heading().id();
            String value = constant(object, property);
            if (value != null
                    && values.add(value)
                    && tags.getOrDefault(id, property).equals(property)) {
                branches.add(new TypePlan.Branch(id, value));
            }
        }
        return branches;
    }

    /** The only string that a required property can be; null: there is no such property. */
    private @Nullable String constant(ObjectShape object, String name) {
        for (Schema.Property property : object.properties()) {
            boolean isIt = property.name().equals(name) && property.required();
            if (isIt
                    && schemas.resolve(property.schema()) instanceof Schema.Values values
                    && values.values().size() == 1
                    && values.values().get(0) instanceof JsonString text) {
                return text.value();
            }
        }
        return null;
    }

    /** The property that a record has no component for, as its class says it; null: none. */
    @Nullable
    String tag(SchemaId id) {
        return tags.get(id);
    }
}
