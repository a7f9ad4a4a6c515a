package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.Edge;
import dev.asl4j.compiler.model.Edges;
import dev.asl4j.compiler.model.Evaluations;
import dev.asl4j.compiler.model.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a state has to do with variables, whatever came before it.
 *
 * @param reads where it needs a value, in the order in which its fields are evaluated
 * @param met the variables that have a value once its own fields could be evaluated
 * @param ways the ways out of it
 */
record StateReads(List<Read> reads, VariableSet met, List<Way> ways) {

    /**
     * A way out of a state.
     *
     * @param target the name of the next state; null: the scope ends
     * @param assigned the variables that have a value from here on: those it assigns, and those without which it could not have been taken
     * @param chosen whether a choice leads here, so that what is known may go together with what an earlier choice found
     */
    record Way(Edge edge, @Nullable String target, VariableSet assigned, boolean chosen) {}

    /** Whether the state assigns a variable on one of its ways. */
    boolean assigns(int variable) {
        return ways.stream().anyMatch(way -> way.assigned().contains(variable));
    }

    static StateReads of(State state, VariableNumbers numbers) {
        return new Builder(state, numbers).build();
    }

    private static final class Builder {

        private final State state;
        private final VariableNumbers numbers;
        private final List<Read> reads = new ArrayList<>();
        private final List<Edge> edges;
        private final List<Way> ways = new ArrayList<>();

        Builder(State state, VariableNumbers numbers) {
            this.state = state;
            this.numbers = numbers;
            this.edges = Edges.of(state);
        }

        StateReads build() {
            VariableSet met = state instanceof ChoiceState choice ? choice(choice) : working();
            return new StateReads(reads, met, ways);
        }

        private VariableSet working() {
            VariableSet own = own(VariableSet.EMPTY, true);
            int caught = edges.size() - state.catchers().size();
            for (int i = 0; i < edges.size(); i++) {
                boolean catcher = i >= caught;
                add(edges.get(i), catcher ? caught(state.catchers().get(i - caught)) : own, false);
            }
            return own;
        }

        private VariableSet own(VariableSet known, boolean certain) {
            ValueNeeds needs = new ValueNeeds(state.language(), numbers, known, certain, reads);
            new Evaluations<>(needs).own(state).forEach(needs::met);
            return needs.met();
        }

        private VariableSet caught(Catcher catcher) {
            ValueNeeds needs = new ValueNeeds(state.language(), numbers, VariableSet.EMPTY, true, reads);
            new Evaluations<>(needs).caught(catcher).forEach(needs::met);
            return needs.met();
        }

        private VariableSet choice(ChoiceState choice) {
            VariableSet known = VariableSet.EMPTY;
            for (int i = 0; i < choice.rules().size(); i++) {
                ChoiceState.Rule rule = choice.rules().get(i);
                Facts facts = ConditionNeeds.of(rule.condition(), state.language(), numbers, known, i == 0, reads);
                VariableSet holds = known.or(facts.defined()).or(facts.whenTrue());
                ValueNeeds needs = new ValueNeeds(state.language(), numbers, holds, false, reads);
                new Evaluations<>(needs).taken(rule).forEach(needs::met);
                add(edges.get(i), holds.or(needs.met()), true);
                known = known.or(facts.defined()).or(facts.whenFalse());
            }
            // Its own fields are JSONata's Output and Assign of Default, and JSONPath's InputPath and OutputPath of
            // every way.
            VariableSet own = own(known, false);
            if (choice.otherwise() != null) {
                add(edges.get(edges.size() - 1), known.or(own), true);
            }
            return own;
        }

        private void add(Edge edge, VariableSet established, boolean chosen) {
            String target = edge.target() == null ? null : edge.target().name();
            ways.add(new Way(edge, target, established.or(numbers.of(edge.assignments())), chosen));
        }
    }
}
