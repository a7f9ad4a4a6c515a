package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.shape.Shape;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known where a state is entered.
 *
 * @param data the raw input; never: nothing comes here
 * @param variables by name; one that has no value on some way here may be missing
 */
record Env(Shape data, Map<String, Shape> variables) {
    /** Nothing comes here. */
    static final Env NONE = new Env(Shape.NEVER, Map.of());

    Env {
        variables = Collections.unmodifiableMap(new HashMap<>(variables));
    }

    boolean isNever() {
        return data.isNever();
    }

    /** What is known where one way and another come together. */
    Env or(Env other) {
        if (isNever() || other.isNever()) {
            return isNever() ? other : this;
        }
        Map<String, Shape> both = new HashMap<>();
        variables.forEach((name, shape) -> both.put(name, shape.or(other.variables.getOrDefault(name, Shape.MISSING))));
        other.variables.forEach((name, shape) -> both.putIfAbsent(name, shape.orMissing()));
        return new Env(data.or(other.data), both);
    }

    /** Nothing is known but which variables there are. */
    Env unknown() {
        Map<String, Shape> unknown = new HashMap<>();
        variables.keySet().forEach(name -> unknown.put(name, Shape.ANYTHING));
        return new Env(Shape.ANY, unknown);
    }

    /** The variables in the order of the alphabet. */
    Map<String, Shape> sortedVariables() {
        return Collections.unmodifiableMap(new TreeMap<>(variables));
    }
}
