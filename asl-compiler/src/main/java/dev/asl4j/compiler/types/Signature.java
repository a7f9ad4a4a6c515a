package dev.asl4j.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a built-in function. As JSONata does it: a parameter that is optional, or that the context stands in for, is left
 * out if the argument is of none of its types; and an array can be given as its only element.
 */
final class Signature {

    private static final Pattern PARAMETER = Pattern.compile("(\\(\\w+\\)|\\w)(?:<(\\w)>)?([-?+]?)");

    private final List<Parameter> parameters;

    private Signature(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    private record Parameter(ValueTypes types, char quantity) {

        boolean canBeLeftOut() {
            return quantity == '?' || quantity == '-';
        }
    }

    static Signature of(String text) {
        List<Parameter> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String quantity = matcher.group(3);
            parameters.add(new Parameter(
                    parameter(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2)),
                    quantity.isEmpty() ? '1' : quantity.charAt(0)));
        }
        return new Signature(parameters);
    }

    private static ValueTypes parameter(String letters, String elements) {
        return switch (letters) {
            case "x" -> ValueTypes.ALL;
            case "j" -> ValueTypes.ALL.without(ValueType.FUNCTION);
            case "a" -> elements.isEmpty() ? ValueTypes.ALL : types(elements + "am");
            case "f" -> ValueTypes.of(ValueType.FUNCTION);
            default -> types(letters + "m");
        };
    }

    /** The types of letters; other characters are passed over. */
    static ValueTypes types(String letters) {
        ValueTypes types = ValueTypes.NONE;
        for (ValueType type : ValueType.values()) {
            if (letters.indexOf(type.symbol()) >= 0) {
                types = types.or(type);
            }
        }
        return types;
    }

    /** Whether the context may stand in for the first parameter: not if every argument certainly suits the parameter at its place. */
    boolean mayTakeContext(List<ValueTypes> arguments) {
        if (parameters.isEmpty() || parameters.get(0).quantity() != '-') {
            return false;
        }
        for (int i = 0; i < Math.max(parameters.size(), arguments.size()); i++) {
            boolean given = i < arguments.size();
            boolean suits = given
                    ? i < parameters.size()
                            && arguments.get(i).within(parameters.get(i).types())
                    : parameters.get(i).quantity() == '?';
            if (!suits) {
                return true;
            }
        }
        return false;
    }

    /**
     * Why no call with such arguments is taken.
     *
     * @param argument the first argument that no parameter takes, from 0; the number of arguments if one is missing; -1: calls are taken
     * @param expected what would be taken there; none: no argument at all
     */
    record Misfit(int argument, ValueTypes expected) {
        static final Misfit NONE = new Misfit(-1, ValueTypes.NONE);
    }

    /** Follows all ways to deal the arguments out to the parameters side by side. */
    Misfit misfit(List<ValueTypes> arguments) {
        boolean[] next = new boolean[parameters.size() + 1]; // the parameters that may take the next argument
        next[0] = true;
        skip(next);
        for (int i = 0; i < arguments.size(); i++) {
            boolean[] after = new boolean[next.length];
            ValueTypes expected = ValueTypes.NONE;
            boolean taken = false;
            for (int p = 0; p < parameters.size(); p++) {
                Parameter parameter = parameters.get(p);
                if (next[p]) {
                    expected = expected.or(parameter.types());
                    if (!arguments.get(i).and(parameter.types()).isNone()) {
                        taken = true;
                        after[p + 1] = true;
                        after[p] |= parameter.quantity() == '+';
                    }
                }
            }
            if (!taken && next[parameters.size()] && arguments.get(i).has(ValueType.UNDEFINED)) {
                return Misfit.NONE; // one too many, but nothing: some functions pass over it
            }
            if (!taken) {
                return new Misfit(i, expected);
            }
            skip(after);
            next = after;
        }
        return next[parameters.size()] ? Misfit.NONE : new Misfit(arguments.size(), missing(next));
    }

    private void skip(boolean[] next) {
        for (int p = 0; p < parameters.size(); p++) {
            next[p + 1] |= next[p] && parameters.get(p).canBeLeftOut();
        }
    }

    private ValueTypes missing(boolean[] next) {
        ValueTypes expected = ValueTypes.NONE;
        for (int p = 0; p < parameters.size(); p++) {
            if (next[p]) {
                expected = expected.or(parameters.get(p).types());
            }
        }
        return expected;
    }
}
