package dev.asl4j.compiler.budget;

import dev.asl4j.compiler.graph.Components;
import dev.asl4j.compiler.graph.Digraph;
import dev.asl4j.compiler.graph.Ways;
import dev.asl4j.compiler.model.Edge;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Counts events along the ways on which everything succeeds at the first attempt: a retry adds some, and what a state that fails has
 * written by then is not known. Children of a distributed Map state have histories of their own.
 */
public final class EventCounts {

    /** {@code ExecutionStarted} and {@code ExecutionSucceeded}. */
    private static final Events EXECUTION = Events.exactly(2);

    /** {@code MapIterationStarted} and {@code MapIterationSucceeded}. */
    private static final Events ITERATION = Events.exactly(2);

    private final IdentityHashMap<State, Optional<Events>> counted = new IdentityHashMap<>();

    /** The whole history; empty: the machine has a loop, never succeeds, or a placeholder in it has no value. */
    public Optional<Events> of(StateMachine machine) {
        return of(machine.main()).map(events -> Events.sum(List.of(EXECUTION, events)));
    }

    /** A visit of a state with all that is inside it; empty: see {@link #of(StateMachine)}. */
    public Optional<Events> of(State state) {
        Optional<Events> known = counted.get(state);
        if (known == null) {
            known = count(state);
            counted.put(state, known);
        }
        return known;
    }

    /** Whether a way goes on without an error. */
    static boolean isSmooth(Edge edge) {
        return edge.kind() != Edge.Kind.CATCHER;
    }

    // As deep as scopes are nested, which the JSON reader bounds.
    private Optional<Events> count(State state) {
        OptionalInt own = OwnEvents.of(state);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<Events> parts = new ArrayList<>();
        parts.add(Events.exactly(own.getAsInt()));
        if (state instanceof ParallelState parallel) {
            for (Scope branch : parallel.branches()) {
                Optional<Events> inner = of(branch);
                if (inner.isEmpty()) {
                    return inner;
                }
                parts.add(inner.get());
            }
        }
        if (state instanceof MapState map && map.distribution() == null) {
            Optional<Events> inner = of(map.processor());
            if (inner.isEmpty()) {
                return inner;
            }
            parts.add(Events.sum(List.of(ITERATION, inner.get())).forEachItemOf(map.name()));
        }
        return Optional.of(Events.sum(parts));
    }

    private Optional<Events> of(Scope scope) {
        return Routes.of(scope).flatMap(this::count);
    }

    private Optional<Events> count(Routes routes) {
        BitSet ends = routes.ends(EventCounts::isSmooth);
        Digraph ways = routes.graph(EventCounts::isSmooth);
        BitSet start = new BitSet();
        start.set(routes.start());
        BitSet taken = ways.reachable(start);
        taken.and(ways.reversed().reachable(ends));
        Digraph graph = ways.within(taken);
        if (!taken.get(routes.start()) || !Components.cycles(graph).isEmpty()) {
            return Optional.empty();
        }
        List<Events.PerItem> perItem = new ArrayList<>();
        long[] least = new long[routes.size()];
        long[] most = new long[routes.size()];
        for (int number = taken.nextSetBit(0); number >= 0; number = taken.nextSetBit(number + 1)) {
            Optional<Events> events = of(routes.state(number));
            if (events.isEmpty()) {
                return Optional.empty();
            }
            least[number] = events.get().least();
            most[number] = events.get().most();
            perItem.addAll(events.get().perItem());
        }
        ends.and(taken);
        Ways shortest = Ways.shortest(graph, routes.start(), node -> least[node]);
        Ways longest = Ways.longest(graph, routes.start(), node -> most[node]);
        return Optional.of(new Events(
                ends.stream()
                        .mapToLong(end -> shortest.to(end).orElseThrow())
                        .min()
                        .orElseThrow(),
                ends.stream()
                        .mapToLong(end -> longest.to(end).orElseThrow())
                        .max()
                        .orElseThrow(),
                perItem));
    }
}
