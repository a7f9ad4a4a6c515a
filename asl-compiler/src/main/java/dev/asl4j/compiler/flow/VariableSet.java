package dev.asl4j.compiler.flow;

import java.util.BitSet;
import java.util.stream.IntStream;

/** A set of variables by their numbers, which does not change. */
final class VariableSet {

    static final VariableSet EMPTY = new VariableSet(new BitSet());

    private final BitSet numbers;

    private VariableSet(BitSet numbers) {
        this.numbers = numbers;
    }

    static VariableSet of(BitSet numbers) {
        return numbers.isEmpty() ? EMPTY : new VariableSet((BitSet) numbers.clone());
    }

    static VariableSet of(int number) {
        BitSet one = new BitSet();
        one.set(number);
        return new VariableSet(one);
    }

    boolean contains(int number) {
        return numbers.get(number);
    }

    VariableSet or(VariableSet other) {
        if (this == other || other == EMPTY) {
            return this;
        }
        if (this == EMPTY) {
            return other;
        }
        BitSet both = (BitSet) numbers.clone();
        both.or(other.numbers);
        return new VariableSet(both);
    }

    VariableSet and(VariableSet other) {
        if (this == other) {
            return this;
        }
        if (this == EMPTY || other == EMPTY) {
            return EMPTY;
        }
        BitSet common = (BitSet) numbers.clone();
        common.and(other.numbers);
        return of(common);
    }

    /** All of them, in ascending order. */
    IntStream numbers() {
        return numbers.stream();
    }
}
