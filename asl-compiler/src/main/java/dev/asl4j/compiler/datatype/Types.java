package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All types of a compilation.
 *
 * @param files sorted by the path of the schemas
 * @param names of all types in them
 * @param origins where the schemas of all types stand
 * @param uses the types of the schemas that were asked for
 * @param losses what the types do not hold, in the order of the files
 */
public record Types(
        List<TypeFile> files,
        Map<SchemaId, TypeName> names,
        Map<SchemaId, Subject> origins,
        Map<SchemaId, JavaType.Use> uses,
        List<Loss> losses) {
    public Types {
        files = List.copyOf(files);
        names = Map.copyOf(names);
        origins = Map.copyOf(origins);
        uses = Map.copyOf(uses);
        losses = List.copyOf(losses);
    }

    /** What a generated type is called. */
    public TypeName name(SchemaId id) {
        return Objects.requireNonNull(names.get(id), id::toString);
    }

    /** Where the schema of a type stands. */
    public Subject origin(SchemaId id) {
        return Objects.requireNonNull(origins.get(id), id::toString);
    }

    /** The type of a schema that was asked for. */
    public JavaType.Use use(Schema schema) {
        return Objects.requireNonNull(uses.get(schema.heading().id()), schema::toString);
    }
}
