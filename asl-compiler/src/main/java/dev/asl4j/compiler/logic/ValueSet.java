package dev.asl4j.compiler.logic;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values for which a test holds.
 *
 * @param types the types they have
 * @param range where they lie; null: anywhere
 * @param condition what they must be besides, in words that are only compared; null: nothing
 */
record ValueSet(
        Set<ValueType> types,
        @Nullable Range<?> range,
        @Nullable String condition) {

    static final Set<ValueType> STRING = Set.of(ValueType.TIMESTAMP, ValueType.TEXT);

    static ValueSet ofType(Set<ValueType> types) {
        return new ValueSet(types, null, null);
    }

    /** Whoever is not such a value, but is there. */
    static ValueSet ofOtherType(Set<ValueType> types) {
        Set<ValueType> others = EnumSet.complementOf(EnumSet.of(ValueType.ABSENT));
        others.removeAll(types);
        return ofType(others);
    }

    static ValueSet in(Set<ValueType> types, Range<?> range) {
        return new ValueSet(types, range, null);
    }

    /** A test of which only its words are known. */
    static ValueSet opaque(String words) {
        return new ValueSet(EnumSet.allOf(ValueType.class), null, words);
    }

    /** Whether another test holds for every value for which this one does. */
    boolean implies(ValueSet other) {
        return other.types.containsAll(types)
                && (other.range == null || (range != null && range.isIn(other.range)))
                && (other.condition == null || Objects.equals(condition, other.condition));
    }

    /** Whether there is no value for which both hold. */
    boolean excludes(ValueSet other) {
        return types.stream().noneMatch(other.types::contains)
                || (range != null && other.range != null && range.isApartFrom(other.range));
    }

    /**
     * Whether one of the two holds for every value. A value that is not there is an error to all tests but those of presence, so that it
     * need not be covered if one of the two is another.
     */
    boolean covers(ValueSet other) {
        Set<ValueType> both = EnumSet.copyOf(types);
        both.addAll(other.types);
        both.remove(ValueType.ABSENT);
        boolean all = both.size() == ValueType.values().length - 1;
        boolean absent = types.contains(ValueType.ABSENT) || other.types.contains(ValueType.ABSENT);
        return isOfTypesOnly() && other.isOfTypesOnly() && all && (absent || !isOfPresence() || !other.isOfPresence());
    }

    /** Whether it is {@code true} alone, or {@code false} alone. */
    boolean isOneBoolean() {
        return range != null && range.kind() == Boolean.class;
    }

    /** Of {@code true}, {@code false}, and the other way round. */
    ValueSet otherBoolean() {
        return in(types, Range.of(Boolean.class, !Boolean.TRUE.equals(range == null ? null : range.low())));
    }

    private boolean isOfTypesOnly() {
        return range == null && condition == null;
    }

    private boolean isOfPresence() {
        return types.size() == ValueType.values().length - 1 && !types.contains(ValueType.ABSENT);
    }
}
