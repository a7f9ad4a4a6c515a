package dev.asl4j.compiler.logic;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataLeaf;
import dev.asl4j.compiler.expression.JsonataNode;
import dev.asl4j.compiler.expression.JsonataOperator;
import dev.asl4j.compiler.expression.JsonataReference;
import dev.asl4j.compiler.json.JsonNumber;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSONata condition as a claim: {@code and}, {@code or}, {@code $not}, {@code $exists}, comparisons with constants. What else there
 * is, is known by its words.
 */
final class JsonataClaims {

    /** Functions that do not give the same each time: two rules that call one may differ. */
    private static final Set<String> RESTLESS = Set.of("now", "millis", "random", "uuid", "shuffle", "eval");

    private final JsonataExpression expression;

    private JsonataClaims(JsonataExpression expression) {
        this.expression = expression;
    }

    static Claim of(JsonataExpression expression) {
        boolean restless =
                expression.references().stream().map(JsonataReference::name).anyMatch(RESTLESS::contains);
        return restless
                ? new Claim.Atom("@" + expression.source().location().span().start(), ValueSet.opaque("holds"))
                : new JsonataClaims(expression).claim(expression.root());
    }

    // As deep as the parser lets expressions be.
    private Claim claim(JsonataNode node) {
        if (node instanceof JsonataNode.Block block && block.expressions().size() == 1) {
            return claim(block.expressions().get(0));
        }
        if (node instanceof JsonataNode.Binary binary) {
            return binary(binary);
        }
        if (node instanceof JsonataNode.Call call && call.arguments().size() == 1) {
            JsonataNode argument = call.arguments().get(0);
            String function = function(call);
            if ("not".equals(function)) {
                return new Claim.Not(claim(argument));
            }
            if ("exists".equals(function)) {
                return exists(argument);
            }
        }
        if (node instanceof JsonataLeaf.Constant constant && constant.word() != JsonataLeaf.Constant.Word.NULL) {
            boolean value = constant.word() == JsonataLeaf.Constant.Word.TRUE;
            return value ? new Claim.All(List.of()) : new Claim.Any(List.of());
        }
        return opaque(node);
    }

    /** A variable of the machine may hide the function of its name; then it is none. */
    private static @Nullable String function(JsonataNode.Call call) {
        return call.function().variableName();
    }

    private Claim binary(JsonataNode.Binary node) {
        return switch (node.operator()) {
            case AND -> new Claim.All(List.of(claim(node.left()), claim(node.right())));
            case OR -> new Claim.Any(List.of(claim(node.left()), claim(node.right())));
            case EQUAL -> comparison(node, node.operator());
            case NOT_EQUAL -> different(node);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(node, node.operator());
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, CONCATENATE, IN, APPLY -> opaque(node);
        };
    }

    /** What is not there is neither equal to anything nor different from it. */
    private Claim different(JsonataNode.Binary node) {
        return constant(node.right(), JsonataOperator.EQUAL) == null
                ? opaque(node)
                : new Claim.All(List.of(exists(node.left()), new Claim.Not(comparison(node, JsonataOperator.EQUAL))));
    }

    private Claim exists(JsonataNode node) {
        return new Claim.Atom(words(node), ValueSet.ofType(EnumSet.complementOf(EnumSet.of(ValueType.ABSENT))));
    }

    private Claim comparison(JsonataNode.Binary node, JsonataOperator operator) {
        ValueSet test = constant(node.right(), operator);
        return test != null
                ? new Claim.Atom(words(node.left()), test)
                : new Claim.Atom(words(node.left()), ValueSet.opaque(operator.sign() + " " + words(node.right())));
    }

    private @Nullable ValueSet constant(JsonataNode node, JsonataOperator operator) {
        if (node instanceof JsonataLeaf.Numeric number) {
            BigDecimal value = JsonNumber.parse(number.text());
            return value == null ? null : ValueSet.in(Set.of(ValueType.NUMBER), range(operator, value));
        }
        if (operator != JsonataOperator.EQUAL) {
            return null;
        }
        if (node instanceof JsonataLeaf.Text text) {
            return ValueSet.in(ValueSet.STRING, Range.of(String.class, text.value()));
        }
        return node instanceof JsonataLeaf.Constant constant
                ? switch (constant.word()) {
                    case TRUE -> ValueSet.in(Set.of(ValueType.BOOLEAN), Range.of(Boolean.class, true));
                    case FALSE -> ValueSet.in(Set.of(ValueType.BOOLEAN), Range.of(Boolean.class, false));
                    // A value that is not there is no error here, so that null and all others are not all there is.
                    case NULL -> new ValueSet(Set.of(ValueType.NULL), null, "null");
                }
                : null;
    }

    private static Range<BigDecimal> range(JsonataOperator operator, BigDecimal value) {
        Class<BigDecimal> kind = BigDecimal.class;
        return switch (operator) {
            case LESS -> new Range<>(kind, null, value, false);
            case LESS_OR_EQUAL -> new Range<>(kind, null, value, true);
            case GREATER -> new Range<>(kind, value, null, false);
            case GREATER_OR_EQUAL -> new Range<>(kind, value, null, true);
            case EQUAL, NOT_EQUAL, ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, CONCATENATE, IN, AND, OR, APPLY ->
                Range.of(kind, value);
        };
    }

    private Claim opaque(JsonataNode node) {
        return new Claim.Atom(words(node), ValueSet.opaque("holds"));
    }

    /** The part of the text, with blanks only where one matters: inside quotes as they are, elsewhere one at most. */
    private String words(JsonataNode node) {
        String text =
                expression.text().substring(node.span().start(), node.span().end());
        if (text.indexOf('/') >= 0) {
            return text; // in comments and regular expressions, quotes do not come in pairs
        }
        StringBuilder words = new StringBuilder();
        char quote = 0;
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                blank = true;
                continue;
            }
            if (blank && words.length() > 0 && isWord(words.charAt(words.length() - 1)) && isWord(c)) {
                words.append(' ');
            }
            blank = false;
            words.append(c);
            if (quote != 0 && c == '\\' && i + 1 < text.length()) {
                words.append(text.charAt(++i));
            } else if (quote == c) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'' || c == '`')) {
                quote = c;
            }
        }
        return words.toString();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
