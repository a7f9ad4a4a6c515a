package dev.asl4j.compiler.check;

import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateOutline;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The transitions of one scope backwards, and which of its states assign a variable: what may have happened before a state. */
final class Before {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> sources = new ArrayList<>();
    private final Map<String, BitSet> assigning = new HashMap<>();

    Before(Graph graph) {
        for (StateOutline state : graph.states()) {
            numbers.put(state.name(), numbers.size());
            sources.add(new ArrayList<>());
        }
        for (StateOutline state : graph.states()) {
            for (StateReference target : state.targets()) {
                Integer number = numbers.get(target.name());
                if (number != null) {
                    sources.get(number).add(number(state.name()));
                }
            }
        }
        for (State state : graph.scope().states()) {
            state.everyAssignment()
                    .forEach(assignment -> assigning
                            .computeIfAbsent(assignment.variable(), name -> new BitSet())
                            .set(number(state.name())));
        }
    }

    /** Those of the variables that another state may have assigned when the state is entered. */
    Set<String> assigned(String state, Set<String> variables) {
        Set<String> candidates = new HashSet<>(variables);
        candidates.retainAll(assigning.keySet());
        if (!candidates.isEmpty()) {
            BitSet before = before(number(state));
            candidates.removeIf(
                    variable -> !assigning.getOrDefault(variable, new BitSet()).intersects(before));
        }
        return candidates;
    }

    private int number(String state) {
        return Objects.requireNonNull(numbers.get(state), state);
    }

    /** The other states from which a state can be reached. */
    private BitSet before(int state) {
        BitSet before = new BitSet(sources.size());
        Deque<Integer> open = new ArrayDeque<>(List.of(state));
        while (!open.isEmpty()) {
            for (int source : sources.get(open.pop())) {
                if (source != state && !before.get(source)) {
                    before.set(source);
                    open.push(source);
                }
            }
        }
        return before;
    }
}
