package dev.asl4j.compiler.types;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types that a value can have, as far as that is known at build time: the value has one of them. The empty set stands for a value
 * that there never is, because every evaluation fails. The sets are a lattice: {@link #or} is its join, {@link #and} its meet.
 */
public final class ValueTypes {

    /** Nothing is known. */
    public static final ValueTypes ALL = of(ValueType.values());

    /** There is never a value. */
    public static final ValueTypes NONE = of();

    /** All that JSON can write. */
    public static final ValueTypes JSON = of(
            ValueType.NULL, ValueType.BOOLEAN, ValueType.NUMBER, ValueType.STRING, ValueType.ARRAY, ValueType.OBJECT);

    private final int bits;

    private ValueTypes(int bits) {
        this.bits = bits;
    }

    /** The set of these types. */
    public static ValueTypes of(ValueType... types) {
        return of(Arrays.asList(types));
    }

    /** The set of these types. */
    public static ValueTypes of(Collection<ValueType> types) {
        int bits = 0;
        for (ValueType type : types) {
            bits |= type.bit();
        }
        return new ValueTypes(bits);
    }

    /** Whether the value can be of this type. */
    public boolean has(ValueType type) {
        return (bits & type.bit()) != 0;
    }

    /** Whether there is never a value. */
    public boolean isNone() {
        return bits == 0;
    }

    /** Whether the value is of the other types too, whichever of its own it is. */
    public boolean within(ValueTypes others) {
        return (bits & ~others.bits) == 0;
    }

    /** The types of a value that is one or the other. */
    public ValueTypes or(ValueTypes others) {
        return new ValueTypes(bits | others.bits);
    }

    /** The same with a further type. */
    public ValueTypes or(ValueType type) {
        return new ValueTypes(bits | type.bit());
    }

    /** The types of a value that is both. */
    public ValueTypes and(ValueTypes others) {
        return new ValueTypes(bits & others.bits);
    }

    /** The same without a type. */
    public ValueTypes without(ValueType type) {
        return new ValueTypes(bits & ~type.bit());
    }

    /** The types one by one. */
    public Set<ValueType> types() {
        Set<ValueType> types = EnumSet.noneOf(ValueType.class);
        for (ValueType type : ValueType.values()) {
            if (has(type)) {
                types.add(type);
            }
        }
        return types;
    }

    /** In a message: {@code a string or nothing}; "nothing" comes last. */
    public String words() {
        List<String> words = without(ValueType.UNDEFINED).types().stream()
                .map(ValueType::words)
                .collect(Collectors.toList());
        if (has(ValueType.UNDEFINED)) {
            words.add(ValueType.UNDEFINED.words());
        }
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueTypes types && types.bits == bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    @Override
    public String toString() {
        return types().toString();
    }
}
