package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Asks a value whether it is of one type. */
final class Values {

    private Values() {}

    /** The value, if it is of that type or was given as text for a placeholder; null: there is none, or it is not. */
    static <T extends JsonValue> @Nullable T as(Class<T> type, @Nullable JsonValue value) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        JsonValue typed = value instanceof JsonString string ? string.typed() : value;
        return type.isInstance(typed) ? type.cast(typed) : null;
    }
}
