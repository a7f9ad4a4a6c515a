package dev.asl4j.runtime.jsonata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a function that is not the library's. */
final class Arguments {
    private final String function;
    private final List<?> values;
    private final Builtin builtin;
    private final Evaluation evaluation;

    Arguments(String function, List<?> values, Builtin builtin, Evaluation evaluation) {
        this.function = function;
        this.values = values;
        this.builtin = builtin;
        this.evaluation = evaluation;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    @Nullable
    Object get(int index) {
        return index < values.size() ? values.get(index) : null;
    }

    boolean has(int index) {
        return get(index) != null;
    }

    String text(int index) {
        if (get(index) instanceof String text) {
            return text;
        }
        throw mismatch(index);
    }

    double number(int index) {
        if (get(index) instanceof Number number) {
            return number.doubleValue();
        }
        throw mismatch(index);
    }

    List<?> list(int index) {
        if (get(index) instanceof List<?> list) {
            return list;
        }
        throw mismatch(index);
    }

    /** A number without its fraction: rounded toward zero, as AWS does (its documentation says down). */
    long whole(int index) {
        return get(index) instanceof Long exact ? exact : (long) number(index);
    }

    void atMost(int count) {
        if (has(count)) {
            throw mismatch(count);
        }
    }

    Fault mismatch(int index) {
        return Fault.argument(function, index + 1);
    }

    /** What the library's function gives for these arguments. */
    @Nullable
    Object byLibrary() {
        return builtin.callLibrary(values);
    }

    /** Calls a function that is an argument. */
    @Nullable
    Object apply(int index, @Nullable Object argument) {
        Object given = get(index);
        if (given == null || given instanceof String) {
            throw mismatch(index);
        }
        return builtin.apply(given, argument);
    }
}
