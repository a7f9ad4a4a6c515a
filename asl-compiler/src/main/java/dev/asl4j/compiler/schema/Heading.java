package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every schema has.
 *
 * @param id which schema it is; parts of one share its id
 * @param origin where it stands
 * @param title what it is called
 * @param description what it says of the data
 * @param defaultValue what is meant if the data is not there
 * @param deprecated whether the data is no longer to be used
 * @param checks what only a validator can check
 */
public record Heading(
        SchemaId id,
        Subject origin,
        @Nullable String title,
        @Nullable String description,
        @Nullable JsonValue defaultValue,
        boolean deprecated,
        List<Check> checks) {
    public Heading {
        checks = List.copyOf(checks);
    }

    /** A keyword that no Java type holds. As a subject of a diagnostic it is the keyword. */
    public record Check(String keyword, Subject at) {}

    /** A heading that says nothing, for a part of the schema. */
    Heading part(List<Check> own) {
        return new Heading(id, origin, null, null, null, false, own);
    }

    /** The same with more checks. */
    Heading plus(List<Check> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Check> all = new ArrayList<>(checks);
        all.addAll(more);
        return new Heading(id, origin, title, description, defaultValue, deprecated, all);
    }
}
