package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

// Above 300 lines: one method for each rule of the grammar, which only together make sense.
// Size: the grammar is one table of prefix and infix parsers that call one another.

/**
 * The grammar of JSONata 2.0.6, by Pratt's method as JSONata's own parser has it, with the same tokens read ahead: so the first fault
 * is the same one, and so is its message. Leaves with an {@link ExpressionFault} at the first fault.
 */
final class JsonataGrammar {

    /** How high a tree may be. AWS evaluates no expression that nests more than 100 deep; and recursion has to end. */
    private static final int MAX_HEIGHT = 500;

    private static final Set<String> FUNCTION = Set.of("function", "\u03BB");
    private static final int STEP = 75;
    private static final int TIGHT = 80;
    private static final int GROUP = 70;
    private static final int SORT = 40;
    private static final int CONDITION = 20;
    private static final int ASSIGNMENT = 10;

    private final JsonataTokenizer tokenizer;
    private final Span end;
    private JsonataToken token;
    private int lastEnd;
    private int depth;
    private int height;
    private boolean placeholder;
    private @Nullable JsonataNode missing;

    JsonataGrammar(String text) {
        this.tokenizer = new JsonataTokenizer(text);
        this.end = new Span(text.length(), text.length());
        this.token = new JsonataToken(JsonataToken.Kind.END, "(end)", end);
        advance(null, false);
    }

    /** The whole text as one expression. */
    JsonataNode expression() {
        JsonataNode root = expression(0);
        if (token.kind() != JsonataToken.Kind.END) {
            throw JsonataFaults.syntax(token);
        }
        JsonataPathRules.check(root, missing);
        return root;
    }

    /** Whether a placeholder was read. */
    boolean hasPlaceholder() {
        return placeholder;
    }

    private JsonataNode expression(int power) {
        int siblings = height;
        height = 0;
        enter(++depth);
        JsonataToken first = token;
        advance(null, true);
        JsonataNode left = prefix(first);
        int own = ++height;
        while (power < power(token)) {
            JsonataToken sign = token;
            advance(null, false);
            height = own;
            left = infix(sign, left);
            own = ++height;
            enter(own);
        }
        depth--;
        height = Math.max(siblings, own);
        return left;
    }

    private void enter(int level) {
        if (level > MAX_HEIGHT) {
            String message = "the expression is nested more than " + MAX_HEIGHT + " levels deep";
            throw new ExpressionFault(Code.TOO_DEEP, token.span(), message, null);
        }
    }

    /** Takes the token, which has to be that operator if one is given; {@code operand}: a slash behind it divides. */
    private void advance(@Nullable String operator, boolean operand) {
        if (operator != null && !token.is(operator)) {
            throw JsonataFaults.expected(operator, token);
        }
        lastEnd = token.span().end();
        token = tokenizer.next(operand);
        if (token.is("!") || token.is("~")) {
            throw JsonataFaults.unknownOperator(token);
        }
    }

    private boolean take(String operator) {
        boolean there = token.is(operator);
        if (there) {
            advance(operator, false);
        }
        return there;
    }

    private Span from(JsonataToken start) {
        return new Span(start.span().start(), lastEnd);
    }

    private Span from(JsonataNode start) {
        return new Span(start.span().start(), lastEnd);
    }

    private static int power(JsonataToken token) {
        if (token.kind() != JsonataToken.Kind.OPERATOR) {
            return 0;
        }
        JsonataOperator operator = JsonataOperator.of(token.value());
        if (operator != null) {
            return operator.power();
        }
        return switch (token.value()) {
            case "." -> STEP;
            case "[", "(", "@", "#" -> TIGHT;
            case "{" -> GROUP;
            case "^" -> SORT;
            case "?" -> CONDITION;
            case ":=" -> ASSIGNMENT;
            default -> 0;
        };
    }

    private JsonataNode prefix(JsonataToken first) {
        Span span = first.span();
        String value = first.value();
        return switch (first.kind()) {
            case TEXT -> new JsonataLeaf.Text(value, span);
            case NUMBER -> new JsonataLeaf.Numeric(value, span);
            case VALUE -> new JsonataLeaf.Constant(constant(value), span);
            case NAME -> new JsonataLeaf.Name(value, span);
            case VARIABLE -> new JsonataLeaf.Variable(value, span);
            case REGEX -> {
                int slash = value.lastIndexOf('/');
                yield new JsonataLeaf.Regex(value.substring(1, slash), value.substring(slash + 1), span);
            }
            case PLACEHOLDER -> {
                placeholder = true;
                yield new JsonataLeaf.Placeholder(value, span);
            }
            case END -> {
                // Reported by the rules, since what is wrong before it comes first.
                missing = new JsonataLeaf.Name("", span);
                yield missing;
            }
            case OPERATOR -> prefixOperator(first);
        };
    }

    private static JsonataLeaf.Constant.Word constant(String word) {
        return switch (word) {
            case "true" -> JsonataLeaf.Constant.Word.TRUE;
            case "false" -> JsonataLeaf.Constant.Word.FALSE;
            default -> JsonataLeaf.Constant.Word.NULL;
        };
    }

    private JsonataNode prefixOperator(JsonataToken sign) {
        return switch (sign.value()) {
            case "and", "or", "in" -> new JsonataLeaf.Name(sign.value(), sign.span());
            case "*" -> new JsonataLeaf.Axis(JsonataLeaf.Axis.Direction.WILDCARD, sign.span());
            case "**" -> new JsonataLeaf.Axis(JsonataLeaf.Axis.Direction.DESCENDANTS, sign.span());
            case "%" -> new JsonataLeaf.Axis(JsonataLeaf.Axis.Direction.PARENT, sign.span());
            case "-" -> negation(sign);
            case "(" -> block(sign);
            case "[" -> array(sign);
            case "{" -> new JsonataNode.ObjectOf(pairs(), from(sign));
            case "|" -> transform(sign);
            default -> throw JsonataFaults.notUnary(sign);
        };
    }

    private JsonataNode negation(JsonataToken sign) {
        JsonataNode operand = expression(GROUP);
        if (operand instanceof JsonataLeaf.Numeric number) {
            String text = number.text();
            return new JsonataLeaf.Numeric(text.startsWith("-") ? text.substring(1) : "-" + text, from(sign));
        }
        return new JsonataNode.Negation(operand, from(sign));
    }

    private JsonataNode block(JsonataToken open) {
        List<JsonataNode> expressions = new ArrayList<>();
        boolean more = !token.is(")");
        while (more) {
            expressions.add(expression(0));
            more = take(";") && !token.is(")");
        }
        advance(")", true);
        return new JsonataNode.Block(expressions, from(open));
    }

    private JsonataNode array(JsonataToken open) {
        List<JsonataNode> elements = new ArrayList<>();
        boolean more = !token.is("]");
        while (more) {
            JsonataNode element = expression(0);
            if (take("..")) {
                JsonataNode to = expression(0);
                element = new JsonataNode.Range(element, to, from(element));
            }
            elements.add(element);
            more = take(",");
        }
        advance("]", true);
        return new JsonataNode.ArrayOf(elements, from(open));
    }

    private List<JsonataNode.Pair> pairs() {
        List<JsonataNode.Pair> pairs = new ArrayList<>();
        boolean more = !token.is("}");
        while (more) {
            JsonataNode key = expression(0);
            advance(":", false);
            pairs.add(new JsonataNode.Pair(key, expression(0)));
            more = take(",");
        }
        advance("}", true);
        return pairs;
    }

    private JsonataNode transform(JsonataToken bar) {
        JsonataNode pattern = expression(0);
        advance("|", false);
        JsonataNode update = expression(0);
        JsonataNode delete = take(",") ? expression(0) : null;
        advance("|", false);
        return new JsonataNode.Transform(pattern, update, delete, from(bar));
    }

    private JsonataNode infix(JsonataToken sign, JsonataNode left) {
        JsonataOperator operator = JsonataOperator.of(sign.value());
        if (operator != null) {
            JsonataNode right = expression(operator.power());
            return new JsonataNode.Binary(operator, left, right, from(left));
        }
        return switch (sign.value()) {
            case "." -> {
                JsonataNode step = expression(STEP);
                yield new JsonataPath.Map(left, step, from(left));
            }
            case "[" -> filter(left);
            case "(" -> call(left);
            case "@" -> binding(sign, left, JsonataPath.Binding.Kind.VALUE);
            case "#" -> binding(sign, left, JsonataPath.Binding.Kind.POSITION);
            case "{" -> new JsonataPath.Group(left, pairs(), from(left));
            case "^" -> sort(left);
            case "?" -> conditional(left);
            default -> assignment(left);
        };
    }

    private JsonataNode filter(JsonataNode left) {
        if (take("]")) {
            return new JsonataPath.KeepArray(left, from(left));
        }
        JsonataNode predicate = expression(0);
        advance("]", true);
        return new JsonataPath.Filter(left, predicate, from(left));
    }

    private JsonataNode binding(JsonataToken sign, JsonataNode left, JsonataPath.Binding.Kind kind) {
        JsonataNode right = expression(TIGHT);
        if (right instanceof JsonataLeaf.Variable variable) {
            return new JsonataPath.Binding(left, kind, variable, from(left));
        }
        throw JsonataFaults.noVariable(sign.value(), right.span());
    }

    private JsonataNode sort(JsonataNode left) {
        advance("(", false);
        List<JsonataPath.Term> terms = new ArrayList<>();
        do {
            boolean descending = !take("<") && take(">");
            terms.add(new JsonataPath.Term(descending, expression(0)));
        } while (take(","));
        advance(")", false);
        return new JsonataPath.Sort(left, terms, from(left));
    }

    private JsonataNode conditional(JsonataNode left) {
        JsonataNode then = expression(0);
        JsonataNode otherwise = take(":") ? expression(0) : null;
        return new JsonataNode.Conditional(left, then, otherwise, from(left));
    }

    private JsonataNode assignment(JsonataNode left) {
        if (left instanceof JsonataLeaf.Variable variable) {
            JsonataNode value = expression(ASSIGNMENT - 1); // right-associative
            return new JsonataNode.Assignment(variable, value, from(left));
        }
        throw JsonataFaults.at(left.span(), "The left side of := must be a variable name (start with $)");
    }

    private JsonataNode call(JsonataNode left) {
        List<JsonataNode> arguments = new ArrayList<>();
        boolean more = !token.is(")");
        while (more) {
            Span span = token.span();
            arguments.add(take("?") ? new JsonataLeaf.Hole(span) : expression(0));
            more = take(",");
        }
        advance(")", true);
        return left instanceof JsonataLeaf.Name name && FUNCTION.contains(name.value())
                ? lambda(left, arguments)
                : new JsonataNode.Call(left, arguments, from(left));
    }

    private JsonataNode lambda(JsonataNode word, List<JsonataNode> arguments) {
        List<JsonataLeaf.Variable> parameters = new ArrayList<>();
        for (JsonataNode argument : arguments) {
            if (!(argument instanceof JsonataLeaf.Variable parameter)) {
                String message = "Parameter " + (parameters.size() + 1)
                        + " of function definition must be a variable name (start with $)";
                throw JsonataFaults.at(argument.span(), message);
            }
            parameters.add(parameter);
        }
        String signature = token.is("<") ? signature() : null;
        advance("{", false);
        JsonataNode body = expression(0);
        advance("}", false);
        return new JsonataNode.Lambda(parameters, signature, body, from(word));
    }

    private String signature() {
        JsonataToken open = token;
        StringBuilder signature = new StringBuilder("<");
        int brackets = 1;
        while (brackets > 0 && !token.is("{") && token.kind() != JsonataToken.Kind.END) {
            advance(null, false);
            brackets += token.is("<") ? 1 : token.is(">") ? -1 : 0;
            signature.append(token.value());
        }
        advance(">", false);
        String text = signature.toString();
        JsonataSignature.check(text, from(open));
        return text;
    }
}
