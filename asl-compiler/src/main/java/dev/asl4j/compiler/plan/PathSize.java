package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.FilterExpression;
import dev.asl4j.compiler.expression.Operand;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Step;
import java.util.List;

/**
 * How large a path is that cannot be split: its steps and everything in its filters.
 *
 * @param nodes calls that it takes to spell it
 * @param depth how deep they are nested; each link of a chain counts
 */
public record PathSize(int nodes, int depth) {
    private static final PathSize ONE = new PathSize(1, 1);

    static PathSize of(List<Step> steps) {
        return chain(steps.stream().map(PathSize::of).toList());
    }

    private static PathSize of(Step step) {
        return step.accept(new Steps());
    }

    private static PathSize chain(List<PathSize> links) {
        int nodes = links.stream().mapToInt(PathSize::nodes).sum();
        int depth = links.stream().mapToInt(PathSize::depth).max().orElse(0);
        return new PathSize(nodes + 1, depth + links.size());
    }

    private static final class Steps implements Step.Visitor<PathSize> {
        @Override
        public PathSize name(Step.Name step) {
            return ONE;
        }

        @Override
        public PathSize names(Step.Names step) {
            return new PathSize(1 + step.names().size(), 1);
        }

        @Override
        public PathSize index(Step.Index step) {
            return ONE;
        }

        @Override
        public PathSize indexes(Step.Indexes step) {
            return new PathSize(1 + step.indexes().size(), 1);
        }

        @Override
        public PathSize slice(Step.Slice step) {
            return ONE;
        }

        @Override
        public PathSize wildcard(Step.Wildcard step) {
            return ONE;
        }

        @Override
        public PathSize descendants(Step.Descendants step) {
            return ONE;
        }

        @Override
        public PathSize filter(Step.Filter step) {
            return chain(List.of(step.expression().accept(new Filters())));
        }

        @Override
        public PathSize function(Step.Function step) {
            return chain(step.arguments().stream()
                    .map(argument -> argument.accept(new Operands()))
                    .toList());
        }

        @Override
        public PathSize script(Step.Script step) {
            return ONE;
        }
    }

    private static final class Filters implements FilterExpression.Visitor<PathSize> {
        @Override
        public PathSize or(FilterExpression.Or expression) {
            return chain(expression.operands().stream()
                    .map(operand -> operand.accept(this))
                    .toList());
        }

        @Override
        public PathSize and(FilterExpression.And expression) {
            return chain(expression.operands().stream()
                    .map(operand -> operand.accept(this))
                    .toList());
        }

        @Override
        public PathSize not(FilterExpression.Not expression) {
            return chain(List.of(expression.operand().accept(this)));
        }

        @Override
        public PathSize exists(FilterExpression.Exists expression) {
            return of(expression.path().steps());
        }

        @Override
        public PathSize comparison(FilterExpression.Comparison expression) {
            Operands operands = new Operands();
            return chain(List.of(
                    expression.left().accept(operands), expression.right().accept(operands)));
        }
    }

    private static final class Operands implements Operand.Visitor<PathSize> {
        @Override
        public PathSize text(Operand.Text operand) {
            return ONE;
        }

        @Override
        public PathSize number(Operand.Numeric operand) {
            return ONE;
        }

        @Override
        public PathSize bool(Operand.Bool operand) {
            return ONE;
        }

        @Override
        public PathSize nothing(Operand.Null operand) {
            return ONE;
        }

        @Override
        public PathSize json(Operand.Json operand) {
            return ONE;
        }

        @Override
        public PathSize regex(Operand.Regex operand) {
            return ONE;
        }

        @Override
        public PathSize path(Operand.PathOperand operand) {
            return of(operand.path().steps());
        }
    }

    static PathSize of(Path path) {
        return of(path.steps());
    }
}
