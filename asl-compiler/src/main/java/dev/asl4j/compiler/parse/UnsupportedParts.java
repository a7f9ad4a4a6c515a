package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.expression.Argument;
import dev.asl4j.compiler.expression.FilterExpression;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.Operand;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.Step;
import dev.asl4j.compiler.json.JsonString;
import java.util.List;

/** Finds in a path or intrinsic call what this release does not compile: variables, the task token, scripts. */
final class UnsupportedParts {

    private final JsonString source;
    private final boolean taskTokenReported;
    private final Parsing parsing;
    private boolean found;

    /**
     * @param source the string that the path or call was parsed from
     * @param taskTokenReported the task's resource was reported for its need of a token, so its use is no other fault
     */
    UnsupportedParts(JsonString source, boolean taskTokenReported, Parsing parsing) {
        this.source = source;
        this.taskTokenReported = taskTokenReported;
        this.parsing = parsing;
    }

    /** Whether there is anything unsupported, which is then reported. */
    boolean reported(Path path) {
        path(path);
        return found;
    }

    /** Whether there is anything unsupported, which is then reported. */
    boolean reported(IntrinsicCall call) {
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
        List<Step> steps = path.steps();
        if (path.root() instanceof Root.Variable variable) {
            report(path, "the variable \"$" + variable.name() + "\"");
        } else if (path.root() instanceof Root.Context && isName(steps, 0, "Task") && isName(steps, 1, "Token")) {
            if (taskTokenReported) {
                found = true;
            } else {
                report(path, "the task token");
            }
        }
        for (Step step : steps) {
            if (step instanceof Step.Script script) {
                report(path, "the script \"" + script.script() + "\"");
            } else if (step instanceof Step.Filter filter) {
                filter.expression().accept(new InFilter());
            }
        }
    }

    private static boolean isName(List<Step> steps, int index, String name) {
        return steps.size() > index
                && steps.get(index) instanceof Step.Name step
                && step.name().equals(name);
    }

    private void report(Path path, String what) {
        found = true;
        parsing.notSupportedYet(source.part(path.span().start(), path.span().end()), what);
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
