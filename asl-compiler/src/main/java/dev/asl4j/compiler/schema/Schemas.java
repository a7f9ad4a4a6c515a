package dev.asl4j.compiler.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The schemas that references lead to. */
public final class Schemas {
    private final Map<SchemaId, Schema> byId;

    Schemas(Map<SchemaId, Schema> byId) {
        this.byId = Collections.unmodifiableMap(new TreeMap<>(byId));
    }

    /** What a schema says: itself, or what it refers to, over however many references. Only without faults: these can go in circles. */
    public Schema resolve(Schema schema) {
        Schema found = schema;
        while (found instanceof Schema.Reference reference) {
            found = target(reference);
        }
        return found;
    }

    /** What a reference leads to, which may be a reference again. */
    public Schema target(Schema.Reference reference) {
        return Objects.requireNonNull(byId.get(reference.target()), () -> "not read: " + reference.target());
    }

    Collection<Schema> all() {
        return byId.values();
    }
}
