package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.Location;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A number.
 *
 * @param text the number as it stands in the text
 * @param value the exact value; never so large that computing with it is a danger, see {@link #parse}
 * @param location where it stands in the text
 * @param place where it stands in the document
 */
public record JsonNumber(String text, BigDecimal value, Location location, JsonPointer place) implements JsonValue {

    /** Digits and signs of the longest number; longer ones are an attack on whoever computes with them. */
    static final int LONGEST = 1_000;

    /** The greatest decimal exponent, up or down; that of a double is 324. */
    static final int GREATEST_EXPONENT = 1_000;

    /**
     * The exact value of a number.
     *
     * @return null for what is not a number, and for one so long or large that computing with it would take long
     */
    public static @Nullable BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            long exponent = (long) value.precision() - value.scale() - 1;
            boolean sane =
                    Math.abs((long) value.scale()) <= 2 * GREATEST_EXPONENT && Math.abs(exponent) <= GREATEST_EXPONENT;
            return sane ? value : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

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
