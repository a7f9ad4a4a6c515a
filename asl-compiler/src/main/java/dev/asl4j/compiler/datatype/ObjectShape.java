package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.schema.Heading;
import dev.asl4j.compiler.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object by all that is said of it.
 *
 * @param properties each once
 * @param others all other properties; null: nothing is said of them
 * @param checks what else is said, by the schemas that it is put together from
 */
record ObjectShape(
        Heading heading,
        List<Schema.Property> properties,
        @Nullable Schema others,
        List<Loss> checks) {
    ObjectShape {
        properties = List.copyOf(properties);
        checks = List.copyOf(checks);
    }
}
