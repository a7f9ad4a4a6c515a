package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataLeaf;
import dev.asl4j.compiler.expression.JsonataNode;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.source.Span;
import dev.asl4j.compiler.types.ExpressionTypes;
import dev.asl4j.compiler.types.Fault;
import dev.asl4j.compiler.types.Names;
import dev.asl4j.compiler.types.TemplateTypes;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import dev.asl4j.runtime.data.Timestamps;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the fields of one state are given against what they take. Reports only what is certain: AWS takes the definition, and
 * every execution that comes there fails.
 *
 * @param names what is known of the names that the state reads
 */
record ResultTypes(Names names, Diagnostics diagnostics) {

    /**
     * A number that a field takes.
     *
     * @param most the greatest; null: there is none
     * @param whole whether it must be an integer
     */
    record Range(BigDecimal least, @Nullable BigDecimal most, boolean whole) {

        static Range of(long least, long most) {
            return new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most), true);
        }

        static Range from(long least) {
            return new Range(BigDecimal.valueOf(least), null, true);
        }

        static Range percentage() {
            return new Range(BigDecimal.ZERO, BigDecimal.valueOf(100), false);
        }

        boolean has(BigDecimal value) {
            return value.compareTo(least) >= 0
                    && (most == null || value.compareTo(most) <= 0)
                    && !(whole && value.stripTrailingZeros().scale() > 0);
        }

        String words() {
            return (whole ? "an integer" : "a number")
                    + (most == null ? ", " + least + " or more" : " from " + least + " to " + most);
        }
    }

    /** An expression, for which a field takes these types; returns whether it gives one of them, as far as can be said. */
    boolean query(String field, JsonataExpression expression, ValueTypes accepted) {
        ExpressionTypes.Inferred inferred = ExpressionTypes.of(expression, names);
        for (Fault fault : inferred.faults()) {
            String message = "this fails whenever it is evaluated: " + fault.message();
            diagnostics.report(Code.EXPRESSION_ALWAYS_FAILS, expression.part(fault.span()), message, fault.hint());
        }
        return !inferred.faults().isEmpty() || given(field, whole(expression), inferred.types(), accepted);
    }

    /** An expression in a template, for which the field takes less than a template gives. */
    void queryInTemplate(String field, JsonataExpression expression, ValueTypes accepted) {
        ExpressionTypes.Inferred inferred = ExpressionTypes.of(expression, names);
        boolean reported = !inferred.faults().isEmpty()
                || inferred.types().and(ValueTypes.JSON).isNone();
        if (!reported) {
            given(field, whole(expression), inferred.types(), accepted);
        }
    }

    /** An expression that gives a number. */
    void number(String field, JsonataExpression expression, Range range) {
        if (query(field, expression, ValueTypes.of(ValueType.NUMBER))
                && constant(expression.root()) instanceof JsonataLeaf.Numeric number
                && !range.has(new BigDecimal(number.text()))) {
            diagnostics.report(
                    Code.BAD_RESULT,
                    whole(expression),
                    Quotes.quote(field) + " must be " + range.words() + ", but is " + number.text());
        }
    }

    /** An expression that gives a timestamp. */
    void timestamp(JsonataExpression expression) {
        if (query("Timestamp", expression, ValueTypes.of(ValueType.STRING))
                && constant(expression.root()) instanceof JsonataLeaf.Text text
                && Timestamps.parse(text.value()) == null) {
            diagnostics.report(
                    Code.BAD_RESULT,
                    whole(expression),
                    "\"Timestamp\" must be a timestamp such as 2026-01-31T23:59:59Z, but is "
                            + Quotes.quote(text.value()));
        }
    }

    /** A path, for which a field takes these types. */
    void path(String field, Path path, Subject origin, ValueTypes accepted) {
        given(field, origin, TemplateTypes.of(path, names), accepted);
    }

    private boolean given(String field, Subject place, ValueTypes types, ValueTypes accepted) {
        if (types.isNone() || !types.and(accepted).isNone()) {
            return true;
        }
        String message = Quotes.quote(field) + " must be " + words(accepted) + ", but this gives " + types.words();
        String hint = types.has(ValueType.UNDEFINED) && accepted.equals(ValueTypes.JSON)
                ? "null is a value, nothing is not"
                : null;
        diagnostics.report(Code.WRONG_RESULT_TYPE, place, message, hint);
        return false;
    }

    private static String words(ValueTypes accepted) {
        // that a string may stand for a number is nothing to recommend
        return accepted.equals(ValueTypes.JSON)
                ? "a JSON value"
                : accepted.has(ValueType.NUMBER) ? ValueType.NUMBER.words() : accepted.words();
    }

    private static Subject whole(JsonataExpression expression) {
        return expression.part(new Span(0, expression.text().length()));
    }

    /** The expression without the parentheses around it. */
    private static JsonataNode constant(JsonataNode root) {
        JsonataNode node = root;
        while (node instanceof JsonataNode.Block block && block.expressions().size() == 1) {
            node = block.expressions().get(0);
        }
        return node;
    }
}
