package dev.asl4j.runtime.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function of the library with its arguments checked as AWS does, and what it builds counted. */
@SuppressWarnings("rawtypes")
final class Builtin extends Jsonata.JFunction {
    private static final Map<Object, String> ELEMENTS =
            Map.of("a", "arrays", "b", "booleans", "f", "functions", "n", "numbers", "o", "objects", "s", "strings");

    /** What a function does in place of the library's. Nothing is null. */
    @FunctionalInterface
    interface Implementation {
        @Nullable
        Object call(Arguments arguments);
    }

    private final String name;
    private final String parameters;
    private final boolean validated;
    private final @Nullable Implementation own;
    private final Evaluation evaluation;

    /**
     * @param method the library's method; if there is an own implementation, only the number of its parameters counts
     * @param validated whether arguments are held against the signature
     */
    Builtin(
            String name,
            String signature,
            String method,
            boolean validated,
            @Nullable Implementation own,
            Evaluation evaluation) {
        super(name, signature, Functions.class, null, method);
        this.name = name;
        this.parameters = signature;
        this.validated = validated;
        this.own = own;
        this.evaluation = evaluation;
    }

    @Override
    public Object validate(Object given, Object context) {
        if (!validated) {
            return given;
        }
        List<@Nullable Object> arguments = new ArrayList<>((List<?>) given);
        if (parameters.startsWith("<a") && !arguments.isEmpty() && arguments.get(0) == Jsonata.NULL_VALUE) {
            List<Object> one = new Utils.JList<>();
            one.add(Jsonata.NULL_VALUE);
            arguments.set(0, one); // the library takes null for nothing
        }
        refuseNull(arguments);
        try {
            return super.validate(arguments, context);
        } catch (JException e) {
            throw "T0410".equals(e.getError())
                    ? Fault.argument(name, Signatures.firstWrong(parameters, arguments))
                    : worded(e);
        }
    }

    /** Null is a value of its own, which parameters of a kind do not take. */
    private void refuseNull(List<@Nullable Object> arguments) {
        boolean takesAny = parameters.startsWith("<x") || parameters.startsWith("<a");
        for (int i = takesAny ? 1 : 0; i < arguments.size(); i++) {
            boolean any = parameters.startsWith("<xx") || parameters.startsWith("<a+") || parameters.startsWith("<afj");
            if (arguments.get(i) == Jsonata.NULL_VALUE && !any) {
                throw Fault.argument(name, i + 1);
            }
        }
    }

    private RuntimeException worded(JException error) {
        String function = " of function \"" + name + "\" ";
        if ("T0411".equals(error.getError())) {
            return Fault.coded(
                    "T0411",
                    "Context value is not a compatible type with argument " + error.getExpected()
                            + function.stripTrailing());
        }
        if ("T0412".equals(error.getError())) {
            String elements = ELEMENTS.getOrDefault(String.valueOf(error.getExpected()), "undefined");
            return Fault.coded("T0412", "Argument 1" + function + "must be an array of \"" + elements + "\"");
        }
        return error;
    }

    @Override
    public @Nullable Object call(Object input, List arguments) {
        evaluation.work(1);
        for (Object argument : arguments) {
            if (argument instanceof String text) {
                evaluation.work(text.length() >> 10); // most functions look at every character
            }
        }
        Object result;
        if (own != null) {
            result = own.call(new Arguments(name, arguments, this, evaluation));
        } else {
            result = callLibrary(arguments);
        }
        if (result instanceof List<?> list && !(result instanceof Utils.RangeList)) {
            evaluation.work(list.size() >> 3);
        }
        return result;
    }

    /** What the library does with the arguments. */
    @Nullable
    Object callLibrary(List<?> arguments) {
        try {
            return super.call(null, arguments);
        } catch (RuntimeException e) {
            // The library's way of saying that a method does not take arguments of these classes.
            if (e.getCause() != null
                    && String.valueOf(e.getCause().getMessage()).startsWith("Argument error")) {
                throw Fault.argument(name, 1);
            }
            throw e;
        }
    }

    /** Calls a function that came as an argument. */
    @Nullable
    Object apply(Object function, @Nullable Object argument) {
        evaluation.work(1);
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(argument);
        try {
            return Functions.funcApply(function, arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
