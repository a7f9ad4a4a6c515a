package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Argument;
import dev.asl4j.compiler.expression.FilterExpression;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.Operand;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Step;
import dev.asl4j.compiler.json.JsonString;
import java.util.List;

/**
 * Finds the scripts of a path or intrinsic call: {@code $.a[(@.length-1)]}. The grammar of paths has them, but what they hold is code of
 * no defined language, which nobody runs.
 */
final class Scripts {

    private final JsonString source;
    private final Diagnostics diagnostics;
    private boolean found;

    /**
     * @param source the string that the path or call was parsed from
     */
    Scripts(JsonString source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** Whether there is one, which was then warned of: the state fails when it is reached. */
    boolean postponed(Path path) {
        path(path);
        return found;
    }

    /** Whether there is one, which was then warned of: the state fails when it is reached. */
    boolean postponed(IntrinsicCall call) {
        call(call);
        return found;
    }

    private void call(IntrinsicCall call) {
        for (Argument argument : call.arguments()) {
            if (argument instanceof Argument.PathArgument path) {
                path(path.path());
            } else if (argument instanceof Argument.Nested nested) {
                call(nested.call());
            }
        }
    }

    private void path(Path path) {
        for (Step step : path.steps()) {
            if (step instanceof Step.Script script) {
                report(script);
            } else if (step instanceof Step.Filter filter) {
                filter.expression().accept(new InFilter());
            }
        }
    }

    private void report(Step.Script script) {
        found = true;
        Subject place = source.part(script.span().start(), script.span().end());
        diagnostics.report(
                Code.PATH_SCRIPT,
                place,
                "the path has the script " + Quotes.quote(script.script())
                        + ", which nobody can run: the state fails when it is reached",
                "to count from the end, write a slice such as [-1:]");
        diagnostics.postpone("Nobody can run the script '" + Quotes.plain(script.script()) + "' in the path at "
                + Words.place(place.location()));
    }

    private final class InFilter implements FilterExpression.Visitor<Boolean> {
        @Override
        public Boolean or(FilterExpression.Or expression) {
            expression.operands().forEach(operand -> operand.accept(this));
            return true;
        }

        @Override
        public Boolean and(FilterExpression.And expression) {
            expression.operands().forEach(operand -> operand.accept(this));
            return true;
        }

        @Override
        public Boolean not(FilterExpression.Not expression) {
            return expression.operand().accept(this);
        }

        @Override
        public Boolean exists(FilterExpression.Exists expression) {
            path(expression.path());
            return true;
        }

        @Override
        public Boolean comparison(FilterExpression.Comparison expression) {
            for (Operand operand : List.of(expression.left(), expression.right())) {
                if (operand instanceof Operand.PathOperand inner) {
                    path(inner.path());
                }
            }
            return true;
        }
    }
}
