package dev.asl4j.compiler.check;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.State;
import java.util.ArrayList;
import java.util.List;

/** Collects the comparisons of all choice rules, nested ones included. */
final class Comparisons implements ChoiceRule.Visitor<Boolean> {

    private final List<ChoiceRule.Comparison> found = new ArrayList<>();

    private Comparisons() {}

    static List<ChoiceRule.Comparison> of(Machine machine) {
        List<ChoiceRule.Comparison> comparisons = new ArrayList<>();
        machine.states().forEach(state -> comparisons.addAll(of(state)));
        return comparisons;
    }

    static List<ChoiceRule.Comparison> of(State state) {
        Comparisons comparisons = new Comparisons();
        if (state instanceof ChoiceState choice) {
            choice.rules().forEach(rule -> rule.condition().accept(comparisons));
        }
        return comparisons.found;
    }

    @Override
    public Boolean and(List<ChoiceRule> rules) {
        rules.forEach(rule -> rule.accept(this));
        return true;
    }

    @Override
    public Boolean or(List<ChoiceRule> rules) {
        return and(rules);
    }

    @Override
    public Boolean not(ChoiceRule rule) {
        return rule.accept(this);
    }

    @Override
    public Boolean comparison(ChoiceRule.Comparison comparison) {
        return found.add(comparison);
    }

    @Override
    public Boolean query(JsonataExpression expression) {
        return true;
    }

    @Override
    public Boolean constant(boolean value) {
        return true;
    }
}
