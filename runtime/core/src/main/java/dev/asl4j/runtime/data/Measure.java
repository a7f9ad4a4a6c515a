package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.error.StateFailure;
import java.math.BigDecimal;

/**
 * How deep a frozen value is, and how many bytes its text has at most, in one number: containers keep theirs, and whoever makes one looks
 * at what it holds once.
 *
 * <p>The depth counts the containers on the longest way down, the value itself included. As each container knows it, none deeper than the
 * bound can come into being, by whatever way, and everything that walks a tree may do so by recursion. The bound on the size is found
 * without looking at each character: whoever only wants to know that a value is small is content with it.
 */
final class Measure {
    /** Jackson's own bound for reading and for writing JSON text. */
    static final int DEEPEST = 1_000;

    /** No double, long or the like is longer. */
    private static final int LONGEST_SCALAR = 26;

    private static final int MOST_OF_CHARACTER = 6; // a control character

    private static final int DEPTH = 32; // bits below it

    /** Of a value that is not known to be frozen. */
    static final long UNKNOWN = -1;

    private Measure() {}

    /** Of a frozen value. */
    static long of(JsonNode value) {
        long known = ofFrozen(value);
        return known == UNKNOWN ? ofOther(value) : known;
    }

    /**
     * Of a value that is known to be what {@link Freezer#freeze} would give; {@link #UNKNOWN} of all others, and of some that are. Of
     * Jackson's classes themselves: a class derived from one of them may change.
     */
    static long ofFrozen(JsonNode value) {
        Class<?> type = value.getClass();
        if (type == FrozenObject.class) {
            return ((FrozenObject) value).measure();
        }
        if (type == TextNode.class) {
            String text = value.textValue();
            return LongText.isLong(text) ? UNKNOWN : 2 + MOST_OF_CHARACTER * text.length();
        }
        if (type == IntNode.class || type == BooleanNode.class || type == NullNode.class) {
            return LONGEST_SCALAR;
        }
        if (type == FrozenArray.class) {
            return ((FrozenArray) value).measure();
        }
        if (type == LongText.class) {
            return boundOfText(value.textValue());
        }
        return type == DoubleNode.class && Double.isFinite(value.doubleValue()) ? LONGEST_SCALAR : UNKNOWN;
    }

    private static long ofOther(JsonNode value) {
        if (value instanceof TextNode) {
            return boundOfText(value.textValue());
        }
        return value instanceof BigIntegerNode || value instanceof DecimalNode ? boundOfNumber(value) : LONGEST_SCALAR;
    }

    /** Of a number of any length, without its digits. */
    private static int boundOfNumber(JsonNode value) {
        BigDecimal number = value.decimalValue();
        long digits = number.unscaledValue().bitLength() / 3 + 1L; // ten has more than three bits
        return TextSize.sum(digits, LONGEST_SCALAR); // sign, zeros before the first digit, exponent
    }

    /**
     * Of a container.
     *
     * @param values what it holds
     * @param around bytes of its own
     */
    static long of(JsonNode[] values, long around) {
        long deepest = 0;
        long bound = around;
        for (JsonNode value : values) {
            long measure = of(value);
            deepest = Math.max(deepest, measure);
            bound += (int) measure;
        }
        return around(deepest, bound);
    }

    /**
     * {@link #of(JsonNode[], long)} of what it is to hold: what is not frozen yet is replaced by what is.
     *
     * @param level number of containers around the values
     */
    static long ofAll(JsonNode[] values, long around, int level) {
        long deepest = 0;
        long bound = around;
        for (int i = 0; i < values.length; i++) {
            long measure = ofFrozen(values[i]);
            if (measure == UNKNOWN) {
                values[i] = Freezer.freeze(values[i], level);
                measure = of(values[i]);
            }
            deepest = Math.max(deepest, measure);
            bound += (int) measure;
        }
        return around(deepest, bound);
    }

    /**
     * Of a container.
     *
     * @param deepest the largest measure of a value in it, which is that of the deepest
     * @param bound bytes of it all
     */
    private static long around(long deepest, long bound) {
        return ((deepest >>> DEPTH) + 1) << DEPTH | Math.min(Integer.MAX_VALUE, bound);
    }

    /**
     * Of a container that another value was written into.
     *
     * @param before of the container as it was
     * @param values what it holds now
     */
    static long replaced(long before, JsonNode replaced, JsonNode value, JsonNode[] values) {
        long old = of(replaced);
        long now = of(value);
        return old == now ? before : replaced(before, old, now, values);
    }

    private static long replaced(long before, long old, long now, JsonNode[] values) {
        long depth = before >>> DEPTH;
        long inner = now >>> DEPTH;
        if (inner >= old >>> DEPTH || (old >>> DEPTH) + 1 < depth) {
            depth = Math.max(depth, inner + 1);
        } else {
            depth = of(values, 0) >>> DEPTH;
        }
        int bound = (int) before;
        long changed = bound == Integer.MAX_VALUE ? bound : (long) bound - (int) old + (int) now;
        return depth << DEPTH | Math.min(Integer.MAX_VALUE, changed);
    }

    /** Of an object that a value of another name was added to. */
    static long added(long before, String name, JsonNode value) {
        long measure = of(value);
        long depth = Math.max(before >>> DEPTH, (measure >>> DEPTH) + 1);
        long bound = (int) before + 2L + boundOfText(name) + (int) measure;
        return depth << DEPTH | Math.min(Integer.MAX_VALUE, bound);
    }

    /** So many bytes it has at most. */
    static int bound(JsonNode value) {
        return (int) of(value);
    }

    /** Of a string or a name. */
    static int boundOfText(String text) {
        return TextSize.sum(2, (long) MOST_OF_CHARACTER * text.length());
    }

    /**
     * Gives it back, if it is not too deep.
     *
     * @throws StateFailure States.DataLimitExceeded
     */
    static long checked(long measure) {
        checkedDepth((int) (measure >>> DEPTH));
        return measure;
    }

    /** {@link #checked} for a depth. */
    static int checkedDepth(int depth) {
        if (depth > DEEPEST) {
            throw new StateFailure(
                    ErrorNames.DATA_LIMIT_EXCEEDED, "The data is nested deeper than " + DEEPEST + " levels.");
        }
        return depth;
    }
}
