package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The schemas that references lead to. */
public final class Schemas {
    private final Map<SchemaId, Schema> byId;
    private final Map<SchemaId, SchemaDocument.Place> roots;
    private final References references;

    /** @param roots where the schemas stand that nothing has to refer to */
    Schemas(Map<SchemaId, Schema> byId, Map<SchemaId, SchemaDocument.Place> roots, References references) {
        this.byId = Collections.unmodifiableMap(new TreeMap<>(byId));
        this.roots = Map.copyOf(roots);
        this.references = references;
    }

    /**
     * Schemas with all that they refer to, for a validator.
     *
     * @param asked schemas that stand in documents of another kind
     * @param diagnostics hears of what is wrong with the parts that no type was made of
     */
    public SchemaBundle bundle(List<Schema> asked, Diagnostics diagnostics) {
        List<SchemaDocument.Place> places = asked.stream()
                .map(schema -> Objects.requireNonNull(roots.get(schema.heading().id()), schema::toString))
                .toList();
        return new BundleWriter(references, diagnostics).write(places);
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
