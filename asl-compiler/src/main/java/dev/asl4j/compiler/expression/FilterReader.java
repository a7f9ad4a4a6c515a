package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads the condition of a filter, by the grammar of json-path:
 *
 * <pre>
 * or         = and { "||" and }
 * and        = operand { "&amp;&amp;" operand }
 * operand    = "!" operand | "(" or ")" | comparison | path
 * comparison = value operator value
 * </pre>
 */
final class FilterReader {

    /** The most conditions in one filter: the expression in the generated code grows with them. */
    private static final int MAX_CONDITIONS = 256;

    private static final String OPERATOR_SIGNS = "<>=~!";

    private final Chars chars;
    private int conditions;

    FilterReader(Chars chars) {
        this.chars = chars;
    }

    /** Reads the expression, which stands in parentheses. */
    FilterExpression expression() {
        return operand();
    }

    private FilterExpression or() {
        List<FilterExpression> operands = new ArrayList<>();
        do {
            operands.add(and());
            chars.skipBlanks();
        } while (chars.take("||"));
        return operands.size() == 1 ? operands.get(0) : new FilterExpression.Or(operands);
    }

    private FilterExpression and() {
        List<FilterExpression> operands = new ArrayList<>();
        do {
            operands.add(operand());
            chars.skipBlanks();
        } while (chars.take("&&"));
        return operands.size() == 1 ? operands.get(0) : new FilterExpression.And(operands);
    }

    private FilterExpression operand() {
        chars.enter();
        chars.skipBlanks();
        FilterExpression operand;
        if (chars.take('!')) {
            operand = negated();
        } else if (chars.take('(')) {
            operand = or();
            chars.skipBlanks();
            if (!chars.take(')')) {
                throw chars.fault("is not a path: \"&&\", \"||\" or \")\" is expected here in the filter", null);
            }
        } else {
            operand = condition();
        }
        chars.leave();
        return operand;
    }

    private FilterExpression negated() {
        int start = chars.offset() - 1;
        FilterExpression operand = operand();
        boolean bare = chars.slice(start + 1, chars.offset()).stripLeading().charAt(0) != '(';
        if (bare && operand instanceof FilterExpression.Comparison) {
            String message = "is not a path: \"!\" does not turn a comparison around";
            throw chars.fault(
                    start, start + 1, message, "write !(...) around the comparison, or turn its operator around");
        }
        return new FilterExpression.Not(operand);
    }

    private FilterExpression condition() {
        if (++conditions > MAX_CONDITIONS) {
            throw chars.fault("is not a path: the filter has more than " + MAX_CONDITIONS + " conditions", null);
        }
        int start = chars.offset();
        boolean bare = Character.isLetter(chars.peek());
        Operand left = value();
        int end = chars.offset();
        if (bare && left instanceof Operand.Text word) {
            throw chars.fault(
                    start, end, "is not a path: a path is expected here", "did you mean @." + word.value() + "?");
        }
        chars.skipBlanks();
        if (chars.peek() == ')' || chars.startsWith("&&") || chars.startsWith("||")) {
            if (left instanceof Operand.PathOperand exists) {
                return new FilterExpression.Exists(exists.path());
            }
            throw chars.fault(start, end, "is not a path: a value alone is not a condition", "compare it with a path");
        }
        FilterOperator operator = operator();
        chars.skipBlanks();
        return new FilterExpression.Comparison(left, operator, value());
    }

    private FilterOperator operator() {
        int start = chars.offset();
        boolean sign = OPERATOR_SIGNS.indexOf(chars.peek()) >= 0;
        int c = chars.peek();
        while (c != Chars.END && (sign ? OPERATOR_SIGNS.indexOf(c) >= 0 : Character.isLetter(c))) {
            chars.moveTo(chars.offset() + 1);
            c = chars.peek();
        }
        String text = chars.since(start);
        FilterOperator operator = FilterOperator.of(text);
        if (operator == null) {
            List<String> words = Arrays.stream(FilterOperator.values())
                    .map(known -> known.text().toLowerCase(Locale.ROOT))
                    .toList();
            String what = text.isEmpty() ? "an operator is expected here" : Quotes.quote(text) + " is not an operator";
            int end = Math.max(chars.offset(), chars.atEnd() ? start : start + 1);
            throw chars.fault(start, end, "is not a path: " + what, Suggestions.didYouMean(text, words));
        }
        if (!sign && c != ' ') {
            throw chars.fault("is not a path: a blank is missing after " + Quotes.quote(text), null);
        }
        return operator;
    }

    private Operand value() {
        return switch (chars.peek()) {
            case '@', '$' -> new Operand.PathOperand(PathParser.read(chars, StepReader.Mode.FILTER));
            default -> new LiteralReader(chars).literal();
        };
    }
}
