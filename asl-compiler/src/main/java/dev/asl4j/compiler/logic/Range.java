package dev.asl4j.compiler.logic;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The values of one kind between two bounds.
 *
 * @param low null: no lower bound
 * @param high null: no upper bound
 * @param closed whether the bounds themselves are in it
 */
record Range<T extends Comparable<T>>(
        Class<T> kind, @Nullable T low, @Nullable T high, boolean closed) {

    static <T extends Comparable<T>> Range<T> of(Class<T> kind, T value) {
        return new Range<>(kind, value, value, true);
    }

    /** Whether every value of this range is in another. */
    boolean isIn(Range<?> other) {
        return other.kind == kind && isWithin(cast(other));
    }

    /** Whether no value of this range is in another of the same kind. */
    boolean isApartFrom(Range<?> other) {
        return other.kind == kind && (isBelow(cast(other)) || cast(other).isBelow(this));
    }

    private boolean isWithin(Range<T> other) {
        T least = other.low;
        T greatest = other.high;
        boolean bounds = other.closed || !closed;
        return (least == null || (low != null && (bounds ? low.compareTo(least) >= 0 : isMore(low, least))))
                && (greatest == null
                        || (high != null && (bounds ? high.compareTo(greatest) <= 0 : isMore(greatest, high))));
    }

    private boolean isBelow(Range<T> other) {
        return high != null
                && other.low != null
                && (isMore(other.low, high) || (other.low.compareTo(high) == 0 && !(closed && other.closed)));
    }

    /** Numbers that differ by less than a double can tell are not told apart, whatever the interpreter computes with. */
    private static <T extends Comparable<T>> boolean isMore(T first, T second) {
        return first.compareTo(second) > 0
                && !(first instanceof BigDecimal number && number.doubleValue() == ((BigDecimal) second).doubleValue());
    }

    @SuppressWarnings("unchecked")
    private Range<T> cast(Range<?> other) {
        return (Range<T>) other;
    }
}
