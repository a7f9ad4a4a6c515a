package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Choice state: the first rule that holds says which state is next.
 *
 * @param rules {@code Choices}, at least one
 * @param otherwise {@code Default}; null: the execution fails when no rule holds
 * @param assignments {@code Assign} of the state, for when no rule holds
 */
public record ChoiceState(
        Heading heading,
        DataFlow dataFlow,
        List<Rule> rules,
        @Nullable StateReference otherwise,
        List<Assignment> assignments)
        implements State {

    public ChoiceState {
        rules = List.copyOf(rules);
        assignments = List.copyOf(assignments);
    }

    /**
     * A top-level rule: a condition and the state that follows when it holds.
     *
     * @param output JSONata: {@code Output} of the rule; null: the raw input
     * @param assignments {@code Assign} of the rule
     */
    public record Rule(
            ChoiceRule condition,
            StateReference next,
            @Nullable Template output,
            List<Assignment> assignments,
            @Nullable String comment,
            Subject origin) {
        public Rule {
            assignments = List.copyOf(assignments);
        }
    }

    @Override
    public List<Assignment> everyAssignment() {
        List<Assignment> all = new ArrayList<>(assignments);
        rules.forEach(rule -> all.addAll(rule.assignments()));
        return all;
    }

    @Override
    public List<Template> templates() {
        return dataFlow.templates();
    }

    @Override
    public StateOutline outline() {
        List<StateReference> targets = new ArrayList<>();
        for (Rule rule : rules) {
            targets.add(rule.next());
        }
        if (otherwise != null) {
            targets.add(otherwise);
        }
        return new StateOutline(name(), origin(), targets, false, true, List.of(), List.of(), List.of());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.choice(this);
    }
}
