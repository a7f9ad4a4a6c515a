package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.FilterExpression;
import dev.asl4j.compiler.expression.FilterOperator;
import dev.asl4j.compiler.expression.Operand;
import java.util.List;

/** Turns the expression of a filter into a condition. */
final class FilterPlanner implements FilterExpression.Visitor<Condition> {
    private final StateScribe scribe;
    private final PathPlanner paths;

    /** {@code paths} plans what stands inside the filter. */
    FilterPlanner(StateScribe scribe, PathPlanner paths) {
        this.scribe = scribe;
        this.paths = paths;
    }

    @Override
    public Condition or(FilterExpression.Or expression) {
        return new Condition.Any(all(expression.operands()));
    }

    @Override
    public Condition and(FilterExpression.And expression) {
        return new Condition.All(all(expression.operands()));
    }

    private List<Condition> all(List<FilterExpression> expressions) {
        return expressions.stream().map(expression -> expression.accept(this)).toList();
    }

    @Override
    public Condition not(FilterExpression.Not expression) {
        return new Condition.Not(expression.operand().accept(this));
    }

    @Override
    public Condition exists(FilterExpression.Exists expression) {
        return new Condition.Exists(paths.existing(expression.path()));
    }

    @Override
    public Condition comparison(FilterExpression.Comparison expression) {
        Operand left = expression.left();
        Operand right = expression.right();
        FilterOperator operator = expression.operator();
        return switch (operator) {
            case TYPE, ALL, MATCHES -> new Condition.Never();
            case EXISTS -> existence(left, right);
            case REGEX -> matches(left, right);
            case GTE, LTE, EQ, TSEQ, NE, TSNE, LT, GT, NIN, IN, CONTAINS, SIZE, EMPTY, SUBSETOF, ANYOF, NONEOF ->
                new Condition.FilterTest(operator, value(left), value(right));
        };
    }

    private Value value(Operand operand) {
        return operand.accept(new OperandPlanner(scribe, paths));
    }

    private Condition existence(Operand left, Operand right) {
        if (left instanceof Operand.PathOperand path && right instanceof Operand.Bool expected) {
            Condition exists = new Condition.Exists(paths.existing(path.path()));
            return expected.value() ? exists : new Condition.Not(exists);
        }
        return new Condition.Never();
    }

    /** The pattern may stand on either side. */
    private Condition matches(Operand left, Operand right) {
        if (right instanceof Operand.Regex regex && !(left instanceof Operand.Regex)) {
            return matches(left, regex);
        }
        if (left instanceof Operand.Regex regex && !(right instanceof Operand.Regex)) {
            return matches(right, regex);
        }
        return new Condition.Never();
    }

    private Condition matches(Operand operand, Operand.Regex regex) {
        String constant = scribe.constant(Constant.Kind.REGEX, "Filter", regex.pattern(), regex.flags());
        return new Condition.Matches(value(operand), constant);
    }
}
