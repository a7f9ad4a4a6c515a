package dev.asl4j.compiler.flow;

/**
 * What the value of an expression tells about variables.
 *
 * @param defined those that have a value if the expression has one
 * @param whenTrue those that have a value if its value counts as true
 * @param whenFalse those that have a value if its value counts as false, or if it has none
 */
record Facts(VariableSet defined, VariableSet whenTrue, VariableSet whenFalse) {

    /** Nothing is known. */
    static final Facts NONE = new Facts(VariableSet.EMPTY, VariableSet.EMPTY, VariableSet.EMPTY);

    /** Of an expression that has no value if one of these variables has none. */
    static Facts needing(VariableSet variables) {
        return new Facts(variables, variables, VariableSet.EMPTY);
    }

    /** Of an expression that always has a value, which is true only if these variables have one. */
    static Facts holding(VariableSet variables) {
        return new Facts(VariableSet.EMPTY, variables, VariableSet.EMPTY);
    }

    /** Of one that has no value if one of the two has none. */
    Facts strictAnd(Facts other) {
        return needing(defined.or(other.defined));
    }

    Facts not() {
        return new Facts(VariableSet.EMPTY, /* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }

    Facts and(Facts other) {
        return new Facts(VariableSet.EMPTY, whenTrue.or(other.whenTrue), whenFalse.and(whenTrue.or(other.whenFalse)));
    }

    Facts or(Facts other) {
        return new Facts(VariableSet.EMPTY, whenTrue.and(whenFalse.or(other.whenTrue)), whenFalse.or(other.whenFalse));
    }

    /** Of a choice by this condition; without {@code otherwise} there is no value if it does not hold. */
    Facts choose(Facts then, Facts otherwise, boolean hasOtherwise) {
        VariableSet definedThen = whenTrue.or(then.defined);
        VariableSet trueThen = whenTrue.or(then.whenTrue);
        return new Facts(
                hasOtherwise ? definedThen.and(whenFalse.or(otherwise.defined)) : definedThen,
                hasOtherwise ? trueThen.and(whenFalse.or(otherwise.whenTrue)) : trueThen,
                whenTrue.or(then.whenFalse).and(whenFalse.or(otherwise.whenFalse)));
    }
}
