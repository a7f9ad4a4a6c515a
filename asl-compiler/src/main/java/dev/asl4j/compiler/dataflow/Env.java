package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.shape.Shape;
import java.util.Collections;
import java.util.Map;

/**
 * What is known where a state is entered.
 *
 * @param data the raw input; never: nothing comes here
 * @param variables by name; one that has no value on some way here may be missing
 */
record Env(Shape data, VariableShapes variables) {
    /** Nothing comes here. */
    static final Env NONE = new Env(Shape.NEVER, VariableShapes.NONE);

    boolean isNever() {
        return data.isNever();
    }

    /** What is known where one way and another come together. */
    Env or(Env other) {
        if (isNever() || other.isNever()) {
            return isNever() ? other : this;
        }
        return new Env(data.or(other.data), variables.or(other.variables));
    }

    /** Nothing is known but which variables there are. */
    Env unknown() {
        return new Env(Shape.ANY, variables.unknown());
    }

    /** The variables in the order of the alphabet. */
    Map<String, Shape> sortedVariables() {
        return Collections.unmodifiableMap(variables.sorted());
    }
}
