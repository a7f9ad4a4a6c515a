package dev.asl4j.compiler.document;

import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.Schemas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of an object, those of all parts of an {@code allOf} together. */
final class Fields {
    private final Schemas schemas;
    private final Set<Schema> seen = identities();
    private final Map<String, Schema.Property> byName = new LinkedHashMap<>();
    private final List<Schema> checked = new ArrayList<>();
    private final List<Schema> also = new ArrayList<>();
    private @Nullable Schema others;

    private Fields(Schemas schemas) {
        this.schemas = schemas;
    }

    /** By identity: schemas that say the same at two places are two. */
    private static Set<Schema> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** The fields of a schema; none: it is no object, or says nothing of any field. */
    static Fields of(Schema schema, Schemas schemas) {
        Fields fields = new Fields(schemas);
        fields.add(schema);
        return fields;
    }

    /** Whether a schema is an object with fields that have names. */
    static boolean isObject(Schema schema, Schemas schemas) {
        return isObject(schemas.resolve(schema), schemas, identities());
    }

    private static boolean isObject(Schema known, Schemas schemas, Set<Schema> seen) {
        if (known instanceof Schema.ObjectValue object) {
            return !object.properties().isEmpty();
        }
        return known instanceof Schema.AllOf all
                && seen.add(known)
                && all.parts().stream().anyMatch(part -> isObject(schemas.resolve(part), schemas, seen));
    }

    private void add(Schema schema) {
        Schema known = schemas.resolve(schema);
        if (known instanceof Schema.ObjectValue object) {
            checked.add(known);
            object.properties().forEach(property -> byName.merge(property.name(), property, Fields::both));
            others = object.others() == null ? others : object.others();
        } else if (known instanceof Schema.AllOf all && seen.add(known)) {
            checked.add(known);
            all.parts().forEach(this::add);
        } else if (!(known instanceof Schema.AllOf)) {
            also.add(schema);
        }
    }

    /** One part may name a field only to require it. */
    private static Schema.Property both(Schema.Property one, Schema.Property other) {
        Schema schema = one.schema() instanceof Schema.Anything ? other.schema() : one.schema();
        return new Schema.Property(one.name(), one.at(), schema, one.required() || other.required());
    }

    List<Schema.Property> named() {
        return List.copyOf(byName.values());
    }

    /** What all other fields are; null: nothing is said of them. */
    @Nullable
    Schema others() {
        return others;
    }

    /** What the object has to be as well, apart from its fields: one of some objects, for example. */
    List<Schema> also() {
        return also;
    }

    /** What only a validator checks, of the object and its parts. */
    List<String> checks() {
        return checked.stream()
                .flatMap(schema -> Constraints.checks(schema.heading()).stream())
                .distinct()
                .toList();
    }
}
