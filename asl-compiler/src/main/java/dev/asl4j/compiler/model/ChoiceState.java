package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Choice state: the first rule that holds says which state is next.
 *
 * @param rules {@code Choices}, at least one
 * @param otherwise {@code Default}; null: the execution fails when no rule holds
 */
public record ChoiceState(
        Heading heading,
        DataFlow dataFlow,
        List<Rule> rules,
        @Nullable StateReference otherwise) implements State {

    public ChoiceState {
        rules = List.copyOf(rules);
    }

    /** A top-level rule: a condition and the state that follows when it holds. */
    public record Rule(
            ChoiceRule condition,
            StateReference next,
            @Nullable String comment,
            Subject origin) {}

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
