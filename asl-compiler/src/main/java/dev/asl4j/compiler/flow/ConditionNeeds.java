package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.VariableReads;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.model.QueryLanguage;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Finds the variables that a condition needs, and what it tells about them. In JSONPath every comparison fails without its variable, but
 * for {@code IsPresent}; those of And and Or are tried in order, so that one guards the next.
 */
final class ConditionNeeds implements ChoiceRule.Visitor<Facts> {

    private final QueryLanguage language;
    private final VariableNumbers numbers;
    private final List<Read> found;
    private VariableSet known;
    private boolean certain;

    private ConditionNeeds(
            QueryLanguage language, VariableNumbers numbers, VariableSet known, boolean certain, List<Read> found) {
        this.language = language;
        this.numbers = numbers;
        this.known = known;
        this.certain = certain;
        this.found = found;
    }

    /**
     * What a condition tells once it was evaluated; its {@code defined} are the variables that it could not have been evaluated without.
     *
     * @param known the variables that have a value when it is evaluated
     * @param certain whether it is evaluated whenever the state is entered
     * @param found gets the reads that are needed
     */
    static Facts of(
            ChoiceRule condition,
            QueryLanguage language,
            VariableNumbers numbers,
            VariableSet known,
            boolean certain,
            List<Read> found) {
        return condition.accept(new ConditionNeeds(language, numbers, known, certain, found));
    }

    @Override
    public Facts and(List<ChoiceRule> rules) {
        return chain(rules, Facts::whenTrue, Facts::and);
    }

    @Override
    public Facts or(List<ChoiceRule> rules) {
        return chain(rules, Facts::whenFalse, Facts::or);
    }

    /** One after the other, each only if those before it went that way. */
    private Facts chain(List<ChoiceRule> rules, Function<Facts, VariableSet> onward, BinaryOperator<Facts> joined) {
        VariableSet outerKnown = known;
        boolean outerCertain = certain;
        Facts first = rules.get(0).accept(this);
        Facts all = first;
        for (ChoiceRule rule : rules.subList(1, rules.size())) {
            known = outerKnown.or(onward.apply(all));
            certain = false;
            all = joined.apply(all, rule.accept(this));
        }
        known = outerKnown;
        certain = outerCertain;
        return new Facts(first.defined(), all.whenTrue(), all.whenFalse());
    }

    @Override
    public Facts not(ChoiceRule rule) {
        Facts facts = rule.accept(this);
        return new Facts(facts.defined(), /* whenTrue= */ facts.whenFalse(), /* whenFalse= */ facts.whenTrue());
    }

    @Override
    public Facts comparison(ChoiceRule.Comparison comparison) {
        if (comparison.operator() == ComparisonOperator.IS_PRESENT) {
            return presence(comparison);
        }
        ValueNeeds needs = new ValueNeeds(language, numbers, known, certain, found);
        needs.path(comparison.variable(), comparison.variableOrigin()).forEach(needs::met);
        comparison.operand().accept(new OperandPath(needs, comparison.operandOrigin()));
        return new Facts(needs.met(), needs.met(), needs.met());
    }

    private Facts presence(ChoiceRule.Comparison comparison) {
        VariableSet there = VariableReads.of(comparison.variable(), comparison.variableOrigin())
                .map(read -> numbers.of(read.name()))
                .filter(number -> number >= 0)
                .map(VariableSet::of)
                .reduce(VariableSet.EMPTY, VariableSet::or);
        Facts present = Facts.holding(there);
        return comparison.operand().equals(new ChoiceOperand.Flag(true)) ? present : present.not();
    }

    @Override
    public Facts query(JsonataExpression expression) {
        return QueryNeeds.of(expression, numbers, known, certain, found);
    }

    @Override
    public Facts constant(boolean value) {
        return Facts.NONE;
    }

    /** The path on the other side of a comparison, if there is one. */
    private record OperandPath(ValueNeeds needs, Subject source) implements ChoiceOperand.Visitor<Boolean> {

        @Override
        public Boolean text(String value) {
            return true;
        }

        @Override
        public Boolean number(String literal) {
            return true;
        }

        @Override
        public Boolean flag(boolean value) {
            return true;
        }

        @Override
        public Boolean timestamp(String value) {
            return true;
        }

        @Override
        public Boolean atPath(Path path) {
            needs.path(path, source).forEach(needs::met);
            return true;
        }
    }
}
