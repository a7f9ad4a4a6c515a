package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Asks a value whether it is of one type. */
final class Values {

    private Values() {}

    /** The value, if it is of that type; null: there is none, or it is not. */
    static <T extends JsonValue> @Nullable T as(Class<T> type, @Nullable JsonValue value) {
        return type.isInstance(value) ? type.cast(value) : null;
    }
}
