package dev.asl4j.compiler.schema;

import java.util.Map;
import java.util.Objects;

/**
 * Schemas with all that they refer to as one JSON text, which a validator reads without any other.
 *
 * @param numbers of the schemas that were asked for, from 0 on
 * @param document of draft 2020-12; has the schemas below {@code $defs} by their numbers, and behind them those that they refer to
 */
public record SchemaBundle(Map<SchemaId, Integer> numbers, String document) {
    public SchemaBundle {
        numbers = Map.copyOf(numbers);
    }

    /** The number of a schema that was asked for. */
    public int number(Schema schema) {
        SchemaId id = schema.heading().id();
        return Objects.requireNonNull(numbers.get(id), id::toString);
    }

    /** How many schemas were asked for. */
    public int size() {
        return numbers.size();
    }
}
