package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.Location;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * A number.
 *
 * @param text the number as it stands in the text
 * @param value the exact value; never so large that computing with it is a danger, see {@link JsonReader}
 * @param location where it stands in the text
 * @param place where it stands in the document
 */
public record JsonNumber(String text, BigDecimal value, Location location, JsonPointer place) implements JsonValue {

    /** The value, if it is a whole number (also one written {@code 1.0} or {@code 1e3}) that a {@code long} can hold. */
    public OptionalLong whole() {
        try {
            return OptionalLong.of(value.longValueExact());
        } catch (ArithmeticException notWhole) {
            return OptionalLong.empty();
        }
    }

    @Override
    public JsonType type() {
        return JsonType.NUMBER;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.number(this);
    }

    @Override
    public String toString() {
        return JsonWriter.compact(this);
    }
}
