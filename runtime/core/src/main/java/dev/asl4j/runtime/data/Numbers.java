package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * One node class for each number, and comparison by value.
 *
 * <p>Integers take the smallest of int, long and big integer. Other numbers are doubles, as on AWS (so {@code 1e3} is
 * written {@code 1000.0}), unless a double would lose digits: then they are exact decimals.
 */
final class Numbers {
    /** So many characters, without an exponent, hold at most 15 digits, which a double always gives back. */
    private static final int EXACT_IN_DOUBLE = 16;

    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    static JsonNode node(long value) {
        return (int) value == value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }

    static JsonNode node(BigInteger value) {
        boolean fits = value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0;
        return fits ? node(value.longValue()) : BigIntegerNode.valueOf(value);
    }

    /** A number with fraction or exponent, from its JSON text. */
    static JsonNode fraction(String text) {
        double nearest = Double.parseDouble(text);
        boolean plain = text.length() <= EXACT_IN_DOUBLE && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        return plain || isExact(nearest, new BigDecimal(text))
                ? DoubleNode.valueOf(nearest)
                : DecimalNode.valueOf(new BigDecimal(text));
    }

    /** The node that parsing the written number would give. */
    static JsonNode canonical(JsonNode number) {
        return switch (number.numberType()) {
            case INT -> number instanceof IntNode ? number : IntNode.valueOf(number.intValue());
            case LONG -> node(number.longValue());
            case BIG_INTEGER -> node(number.bigIntegerValue());
            case FLOAT -> fraction(Float.toString(finite(number).floatValue()));
            case DOUBLE -> finite(number);
            case BIG_DECIMAL -> canonical(number.decimalValue(), number);
        };
    }

    private static JsonNode canonical(BigDecimal value, JsonNode number) {
        String text = value.toString();
        if (text.indexOf('.') < 0 && text.indexOf('E') < 0) {
            return node(value.toBigInteger());
        }
        JsonNode canonical = fraction(text);
        return canonical.equals(number) ? number : canonical;
    }

    private static JsonNode finite(JsonNode number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException(number.doubleValue() + " is not a JSON number");
        }
        return number;
    }

    private static boolean isExact(double nearest, BigDecimal value) {
        return Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(value) == 0;
    }

    /** {@code isNumber}, sooner for the usual kind. */
    static boolean isNumber(JsonNode value) {
        return value instanceof IntNode || value.isNumber();
    }

    /** Compares two numbers by value: {@code 1} and {@code 1.0} are the same. */
    static int compare(JsonNode left, JsonNode right) {
        if (left instanceof IntNode && right instanceof IntNode) {
            return Integer.compare(left.intValue(), right.intValue());
        }
        if (left.canConvertToLong()
                && right.canConvertToLong()
                && left.isIntegralNumber()
                && right.isIntegralNumber()) {
            return Long.compare(left.longValue(), right.longValue());
        }
        return decimal(left).compareTo(decimal(right));
    }

    static int compare(JsonNode left, long right) {
        if (left instanceof IntNode) {
            return Long.compare(left.intValue(), right);
        }
        return left.isIntegralNumber() && left.canConvertToLong()
                ? Long.compare(left.longValue(), right)
                : decimal(left).compareTo(BigDecimal.valueOf(right));
    }

    static int compare(JsonNode left, double right) {
        return decimal(left).compareTo(BigDecimal.valueOf(right));
    }

    /** The value as written: a double by its shortest text, not by its binary expansion. */
    static BigDecimal decimal(JsonNode number) {
        return number.isDouble() ? BigDecimal.valueOf(number.doubleValue()) : number.decimalValue();
    }
}
