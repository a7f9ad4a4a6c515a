package dev.asl4j.compiler.budget;

import dev.asl4j.compiler.graph.Digraph;
import dev.asl4j.compiler.model.Edge;
import dev.asl4j.compiler.model.Edges;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The states of one scope as numbers, in the order of the definition, with the ways between them. */
public final class Routes {
    private final List<State> states;
    private final Map<String, Integer> numbers;
    private final List<List<Edge>> edges;
    private final int start;

    private Routes(List<State> states, Map<String, Integer> numbers, List<List<Edge>> edges, int start) {
        this.states = states;
        this.numbers = numbers;
        this.edges = edges;
        this.start = start;
    }

    /** Those of a scope; empty: a state of it could not be read, or a transition leads nowhere, and the ways are not to be judged. */
    public static Optional<Routes> of(Scope scope) {
        StateReference startAt = scope.startAt();
        Map<String, Integer> numbers = new HashMap<>();
        List<List<Edge>> edges = new ArrayList<>();
        for (State state : scope.states()) {
            numbers.putIfAbsent(state.name(), edges.size());
            edges.add(Edges.of(state));
        }
        boolean known = edges.stream()
                .flatMap(List::stream)
                .map(Edge::target)
                .allMatch(target -> target == null || numbers.containsKey(target.name()));
        boolean unique = numbers.size() == edges.size();
        Integer start = startAt == null ? null : numbers.get(startAt.name());
        if (start == null || !known || !unique || !scope.unread().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Routes(scope.states(), numbers, edges, start));
    }

    /** The number of the state that comes first. */
    public int start() {
        return start;
    }

    /** The numbers of the states that can be reached. */
    public BitSet reached() {
        BitSet first = new BitSet();
        first.set(start);
        return graph(edge -> true).reachable(first);
    }

    /** How many states there are. */
    public int size() {
        return states.size();
    }

    /** The state with a number. */
    public State state(int number) {
        return states.get(number);
    }

    /** The states with some numbers, in the order of the definition. */
    public List<State> states(BitSet numbers) {
        return numbers.stream().mapToObj(states::get).toList();
    }

    /** The numbers of the states for which something holds. */
    public BitSet numbers(Predicate<State> condition) {
        return numbersOf(number -> condition.test(states.get(number)));
    }

    /** The numbers of the states from which such an edge leads to the end of the scope. */
    public BitSet ends(Predicate<Edge> taken) {
        return numbersOf(number -> edges.get(number).stream().filter(taken).anyMatch(edge -> edge.target() == null));
    }

    /** The ways along such edges. */
    public Digraph graph(Predicate<Edge> taken) {
        List<BitSet> successors = new ArrayList<>();
        for (List<Edge> outgoing : edges) {
            BitSet targets = new BitSet();
            outgoing.stream().filter(taken).forEach(edge -> add(edge, targets));
            successors.add(targets);
        }
        return Digraph.of(successors);
    }

    private void add(Edge edge, BitSet targets) {
        StateReference target = edge.target();
        if (target != null) {
            targets.set(numbers.getOrDefault(target.name(), start));
        }
    }

    private BitSet numbersOf(IntPredicate condition) {
        BitSet chosen = new BitSet();
        IntStream.range(0, states.size()).filter(condition).forEach(chosen::set);
        return chosen;
    }
}
