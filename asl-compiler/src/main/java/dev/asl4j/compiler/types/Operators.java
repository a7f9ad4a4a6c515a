package dev.asl4j.compiler.types;

import static dev.asl4j.compiler.types.ValueType.ARRAY;
import static dev.asl4j.compiler.types.ValueType.BOOLEAN;
import static dev.asl4j.compiler.types.ValueType.NUMBER;
import static dev.asl4j.compiler.types.ValueType.STRING;
import static dev.asl4j.compiler.types.ValueType.UNDEFINED;

import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.expression.JsonataLeaf;
import dev.asl4j.compiler.expression.JsonataNode;
import dev.asl4j.compiler.expression.JsonataOperator;
import dev.asl4j.compiler.source.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operators and built-in functions make of values of known types; keeps the faults if they take none of them. */
final class Operators {

    private static final ValueTypes NUMERIC = ValueTypes.of(NUMBER, UNDEFINED);
    private static final ValueTypes COMPARABLE = ValueTypes.of(NUMBER, STRING, UNDEFINED);

    private final List<Fault> faults;

    Operators(List<Fault> faults) {
        this.faults = faults;
    }

    private ValueTypes fault(Span span, String message, @Nullable String hint) {
        faults.add(new Fault(span, message, hint));
        return ValueTypes.NONE;
    }

    /** What of the types is accepted; none, with a fault, if nothing is. */
    private ValueTypes accepted(JsonataNode node, String place, ValueTypes types, ValueTypes accepted, String code) {
        ValueTypes left = types.and(accepted);
        if (left.isNone() && !types.isNone()) {
            String needed = accepted.without(UNDEFINED).words();
            fault(node.span(), place + " must be " + needed + ", but is " + types.words() + " (" + code + ")", null);
        }
        return left;
    }

    ValueTypes negation(JsonataNode.Negation node, ValueTypes operand) {
        return accepted(node.operand(), "what \"-\" negates", operand, NUMERIC, "D1002");
    }

    ValueTypes key(JsonataNode node, ValueTypes key) {
        return accepted(node, "a key of an object", key, ValueTypes.of(STRING, UNDEFINED), "T1003");
    }

    ValueTypes notAFunction(JsonataNode node, ValueTypes types, String place) {
        return fault(node.span(), place + " must be a function, but is " + types.words(), null);
    }

    ValueTypes binary(JsonataNode.Binary node, ValueTypes left, ValueTypes right) {
        return switch (node.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> arithmetic(node, left, right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> order(node, left, right);
            case CONCATENATE -> both(left, right, STRING);
            case EQUAL, NOT_EQUAL, IN -> both(left, right, BOOLEAN);
            // The right side is not always evaluated.
            case AND, OR -> left.isNone() ? ValueTypes.NONE : ValueTypes.of(BOOLEAN);
            case APPLY -> ValueTypes.ALL;
        };
    }

    private static ValueTypes both(ValueTypes left, ValueTypes right, ValueType result) {
        return left.isNone() || right.isNone() ? ValueTypes.NONE : ValueTypes.of(result);
    }

    private ValueTypes arithmetic(JsonataNode.Binary node, ValueTypes left, ValueTypes right) {
        ValueTypes one = accepted(node.left(), side("left", node), left, NUMERIC, "T2001", node);
        ValueTypes other = accepted(node.right(), side("right", node), right, NUMERIC, "T2002", node);
        if (one.isNone() || other.isNone()) {
            return ValueTypes.NONE;
        }
        ValueTypes nothing = one.or(other).and(ValueTypes.of(UNDEFINED));
        if (!one.has(NUMBER) || !other.has(NUMBER)) {
            return nothing;
        }
        // What remains of a division by 0 is nothing, or not a number.
        return node.operator() == JsonataOperator.REMAINDER ? NUMERIC : nothing.or(NUMBER);
    }

    /** The same, with a way out for those who add strings. */
    private ValueTypes accepted(
            JsonataNode part,
            String place,
            ValueTypes types,
            ValueTypes accepted,
            String code,
            JsonataNode.Binary node) {
        int before = faults.size();
        ValueTypes left = accepted(part, place, types, accepted, code);
        if (faults.size() > before && node.operator() == JsonataOperator.ADD && types.has(STRING)) {
            Fault fault = faults.remove(before);
            faults.add(new Fault(fault.span(), fault.message(), "strings are joined with \"&\""));
        }
        return left;
    }

    private ValueTypes order(JsonataNode.Binary node, ValueTypes left, ValueTypes right) {
        ValueTypes one = accepted(node.left(), side("left", node), left, COMPARABLE, "T2010");
        ValueTypes other = accepted(node.right(), side("right", node), right, COMPARABLE, "T2010");
        if (one.isNone() || other.isNone()) {
            return ValueTypes.NONE;
        }
        ValueTypes nothing = one.or(other).and(ValueTypes.of(UNDEFINED));
        ValueTypes same = one.and(other).without(UNDEFINED);
        ValueTypes result = same.isNone() ? nothing : nothing.or(BOOLEAN);
        return result.isNone()
                ? fault(
                        node.span(),
                        "both sides of " + Quotes.quote(node.operator().sign())
                                + " must be numbers, or both strings, but the left one is " + left.words()
                                + " and the right one is " + right.words() + " (T2009)",
                        null)
                : result;
    }

    private static String side(String side, JsonataNode.Binary node) {
        return "the " + side + " side of " + Quotes.quote(node.operator().sign());
    }

    ValueTypes range(JsonataNode.Range node, ValueTypes from, ValueTypes to) {
        ValueTypes first = accepted(node.from(), "the start of a range", from, NUMERIC, "T2003");
        ValueTypes last = accepted(node.to(), "the end of a range", to, NUMERIC, "T2004");
        boolean whole = isWhole(node.from(), "the start", "T2003");
        whole &= isWhole(node.to(), "the end", "T2004");
        return first.isNone() || last.isNone() || !whole ? ValueTypes.NONE : ValueTypes.of(ARRAY, UNDEFINED);
    }

    private boolean isWhole(JsonataNode node, String place, String code) {
        if (node instanceof JsonataLeaf.Numeric number
                && new BigDecimal(number.text()).stripTrailingZeros().scale() > 0) {
            fault(
                    node.span(),
                    place + " of a range must be an integer, but is " + number.text() + " (" + code + ")",
                    null);
            return false;
        }
        return true;
    }

    /**
     * A call of a built-in function.
     *
     * @param given what stands for the arguments
     */
    ValueTypes call(BuiltIns.Function function, Span call, List<JsonataNode> given, List<ValueTypes> arguments) {
        if (arguments.stream().anyMatch(ValueTypes::isNone)) {
            return ValueTypes.NONE;
        }
        Signature.Misfit misfit = function.signature().misfit(arguments);
        int argument = misfit.argument();
        if (argument < 0) {
            return function.result(arguments);
        }
        String name = Quotes.quote("$" + function.name());
        String needed = misfit.expected().without(UNDEFINED).words();
        if (argument >= arguments.size()) {
            return fault(call, name + " needs " + needed + " as argument " + (argument + 1), null);
        }
        Span span = given.get(argument).span();
        return misfit.expected().isNone()
                ? fault(span, name + " takes no argument " + (argument + 1), null)
                : fault(
                        span,
                        "argument " + (argument + 1) + " of " + name + " must be " + needed + ", but is "
                                + arguments.get(argument).words(),
                        null);
    }
}
