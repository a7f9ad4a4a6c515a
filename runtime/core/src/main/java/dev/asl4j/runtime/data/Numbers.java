package dev.asl4j.runtime.data;

import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.core.io.NumberOutput;
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
    /** So many digits a double always gives back. */
    static final int DIGITS_OF_DOUBLE = 15;

    private static final long MOST_THOUSANDTHS = 9_999_999_999L; // then Double.toString begins with exponents

    /** No double is written with more of them. */
    private static final int MOST_DIGITS = 17;

    /** Exact, as are all powers of ten up to the 22nd. */
    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    /** Counters, indexes and lengths are mostly among these. */
    private static final IntNode[] SMALL = new IntNode[1_024];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = IntNode.valueOf(i);
        }
    }

    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    static JsonNode node(long value) {
        return (int) value == value ? node((int) value) : LongNode.valueOf(value);
    }

    static JsonNode node(int value) {
        return value >= 0 && value < SMALL.length ? SMALL[value] : IntNode.valueOf(value);
    }

    static JsonNode node(BigInteger value) {
        boolean fits = value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0;
        return fits ? node(value.longValue()) : BigIntegerNode.valueOf(value);
    }

    /**
     * A number of at most 15 digits with a fraction. Digits and divisor are exact, so the quotient is the nearest double.
     *
     * @param places digits behind the point
     */
    static JsonNode fraction(boolean negative, long digits, int places) {
        double value = digits / POWERS_OF_TEN[places];
        return DoubleNode.valueOf(negative ? -value : value);
    }

    /** A number with fraction or exponent, from its JSON text. */
    static JsonNode fraction(String text) {
        int digits = significantDigits(text);
        if (digits > MOST_DIGITS) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        double nearest = NumberInput.parseDouble(text, true);
        boolean plain = text.length() <= DIGITS_OF_DOUBLE + 1 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        return plain || isExact(nearest, text)
                ? DoubleNode.valueOf(nearest)
                : DecimalNode.valueOf(new BigDecimal(text));
    }

    /** Digits but for zeros before the first other one and after the last. */
    private static int significantDigits(String text) {
        int digits = 0;
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'e' || c == 'E') {
                break;
            }
            if (c == '0') {
                zeros++;
            } else if (c > '0') {
                digits += digits == 0 ? 1 : zeros + 1;
                zeros = 0;
            }
        }
        return digits;
    }

    /**
     * Writes a double that is some thousandths, and not too large, as {@link Double#toString(double)} does: no other number of so few digits is
     * near it.
     *
     * @param at where to write, with room for 20 characters
     * @return the end of what was written; -1 if it is none of these
     */
    static int write(double value, char[] to, int at) {
        double scaled = Math.abs(value) * 1_000;
        long thousandths = (long) (scaled + 0.5);
        if (thousandths <= 0 || thousandths > MOST_THOUSANDTHS || thousandths / 1_000.0 != Math.abs(value)) {
            return -1;
        }
        int end = at;
        if (value < 0) {
            to[end++] = '-';
        }
        end = NumberOutput.outputInt((int) (thousandths / 1_000), to, end);
        int rest = (int) (thousandths % 1_000);
        to[end++] = '.';
        to[end++] = (char) ('0' + rest / 100);
        if (rest % 100 != 0) {
            to[end++] = (char) ('0' + rest / 10 % 10);
            if (rest % 10 != 0) {
                to[end++] = (char) ('0' + rest % 10);
            }
        }
        return end;
    }

    /** The node that parsing the written number would give. */
    static JsonNode canonical(JsonNode number) {
        return switch (number.numberType()) {
            case INT -> number.getClass() == IntNode.class ? number : node(number.intValue());
            case LONG -> node(number.longValue());
            case BIG_INTEGER -> node(number.bigIntegerValue());
            case FLOAT -> fraction(Float.toString(finite(number).floatValue()));
            case DOUBLE ->
                finite(number).getClass() == DoubleNode.class ? number : DoubleNode.valueOf(number.doubleValue());
            case BIG_DECIMAL -> canonical(number.decimalValue(), number);
        };
    }

    private static JsonNode canonical(BigDecimal value, JsonNode number) {
        String text = value.toString();
        if (text.indexOf('.') < 0 && text.indexOf('E') < 0) {
            return node(value.toBigInteger());
        }
        JsonNode canonical = fraction(text);
        return number.getClass() == canonical.getClass() && canonical.equals(number) ? number : canonical;
    }

    private static JsonNode finite(JsonNode number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException(number.doubleValue() + " is not a JSON number");
        }
        return number;
    }

    private static boolean isExact(double nearest, String text) {
        if (!Double.isFinite(nearest)) {
            return false;
        }
        String shortest = Double.toString(nearest);
        return shortest.equals(text) || new BigDecimal(shortest).compareTo(new BigDecimal(text)) == 0;
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
