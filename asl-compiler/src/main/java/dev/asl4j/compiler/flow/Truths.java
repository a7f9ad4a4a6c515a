package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.expression.JsonataLeaf;
import dev.asl4j.compiler.expression.JsonataNode;
import dev.asl4j.compiler.expression.JsonataOperator;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of JSONata's own functions and operators where a value is missing. */
final class Truths {

    /** Functions that give nothing if their first argument is nothing. Those of which that is not sure are left out. */
    private static final Set<String> PASS_ON = Set.of(
            "string",
            "length",
            "substring",
            "substringBefore",
            "substringAfter",
            "uppercase",
            "lowercase",
            "trim",
            "pad",
            "contains",
            "split",
            "join",
            "match",
            "replace",
            "base64encode",
            "base64decode",
            "encodeUrlComponent",
            "encodeUrl",
            "decodeUrlComponent",
            "decodeUrl",
            "number",
            "abs",
            "floor",
            "ceil",
            "round",
            "power",
            "sqrt",
            "formatNumber",
            "formatBase",
            "formatInteger",
            "parseInteger",
            "sum",
            "max",
            "min",
            "average",
            "sort",
            "reverse",
            "shuffle",
            "distinct",
            "keys",
            "lookup",
            "spread",
            "merge",
            "sift",
            "each",
            "map",
            "filter",
            "reduce",
            "fromMillis",
            "toMillis",
            "type");

    /** Functions whose value is true or false, whatever they get. */
    private static final Set<String> TRUTHS = Set.of("exists", "not");

    private Truths() {}

    static boolean passOn(String function) {
        return PASS_ON.contains(function);
    }

    /** Whether it is the literal {@code true} or {@code false}. */
    static boolean isTruth(JsonataNode node) {
        return node instanceof JsonataLeaf.Constant constant && constant.word() != JsonataLeaf.Constant.Word.NULL;
    }

    static boolean isTrue(JsonataNode node) {
        return node instanceof JsonataLeaf.Constant constant && constant.word() == JsonataLeaf.Constant.Word.TRUE;
    }

    /** Whether the value is true or false and nothing else. */
    static boolean givesTruth(JsonataNode node, Function<JsonataNode, @Nullable String> builtIn) {
        if (node instanceof JsonataNode.Call call) {
            String function = builtIn.apply(call.function());
            return function != null && TRUTHS.contains(function);
        }
        return node instanceof JsonataNode.Binary binary
                && switch (binary.operator()) {
                    case AND, OR, IN, EQUAL, NOT_EQUAL -> true;
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
                    case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, CONCATENATE, APPLY -> false;
                };
    }

    /** The side of a comparison with a literal number that has to be one or more for it to hold; null: there is none. */
    static @Nullable JsonataNode atLeastOne(JsonataNode.Binary node) {
        return atLeastOne(node, node.operator());
    }

    /** The side of a comparison with a literal number that has to be one or more for it not to hold; null: there is none. */
    static @Nullable JsonataNode atLeastOneOtherwise(JsonataNode.Binary node) {
        JsonataOperator opposite = switch (node.operator()) {
            case EQUAL -> JsonataOperator.NOT_EQUAL;
            case NOT_EQUAL -> JsonataOperator.EQUAL;
            case LESS -> JsonataOperator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> JsonataOperator.GREATER;
            case GREATER -> JsonataOperator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> JsonataOperator.LESS;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, CONCATENATE, IN, AND, OR, APPLY -> node.operator();
        };
        return atLeastOne(node, opposite);
    }

    private static @Nullable JsonataNode atLeastOne(JsonataNode.Binary node, JsonataOperator operator) {
        if (node.right() instanceof JsonataLeaf.Numeric literal) {
            return excludesZero(operator, literal) ? node.left() : null;
        }
        JsonataOperator mirrored = switch (operator) {
            case LESS -> JsonataOperator.GREATER;
            case LESS_OR_EQUAL -> JsonataOperator.GREATER_OR_EQUAL;
            case GREATER -> JsonataOperator.LESS;
            case GREATER_OR_EQUAL -> JsonataOperator.LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL, IN, AND, OR, APPLY -> operator;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, CONCATENATE -> operator;
        };
        return node.left() instanceof JsonataLeaf.Numeric literal && excludesZero(mirrored, literal)
                ? node.right()
                : null;
    }

    private static int sign(String number) {
        boolean zero = number.chars().takeWhile(c -> c != 'e' && c != 'E').noneMatch(c -> c >= '1' && c <= '9');
        return zero ? 0 : number.startsWith("-") ? -1 : 1;
    }

    /** Whether zero does not stand in this relation to the number. */
    private static boolean excludesZero(JsonataOperator operator, JsonataLeaf.Numeric literal) {
        int sign = sign(literal.text());
        return switch (operator) {
            case EQUAL -> sign != 0;
            case NOT_EQUAL -> sign == 0;
            case LESS -> sign <= 0;
            case LESS_OR_EQUAL -> sign < 0;
            case GREATER -> sign >= 0;
            case GREATER_OR_EQUAL -> sign > 0;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, CONCATENATE, IN, AND, OR, APPLY -> false;
        };
    }
}
