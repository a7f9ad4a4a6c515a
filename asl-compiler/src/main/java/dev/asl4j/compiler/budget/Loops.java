package dev.asl4j.compiler.budget;

import dev.asl4j.compiler.graph.Components;
import dev.asl4j.compiler.graph.Digraph;
import dev.asl4j.compiler.graph.Ways;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.model.WaitState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the loops of a scope that are gone round without an error, with those inside them. */
public final class Loops {

    /** Loops inside of more loops are nobody's, and take time to find. */
    private static final int DEEPEST = 8;

    private final Routes routes;
    private final EventCounts counts;

    private Loops(Routes routes, EventCounts counts) {
        this.routes = routes;
        this.counts = counts;
    }

    /** The loops that can be reached from the scope's start; those whose events cannot be counted are left out. */
    public static List<Loop> of(Routes routes, EventCounts counts) {
        return new Loops(routes, counts).find();
    }

    /**
     * A loop to be measured.
     *
     * @param graph the ways in which it was found, without those that close the loops around it
     */
    private record Found(Digraph graph, BitSet states, int depth) {}

    private List<Loop> find() {
        Digraph all = routes.graph(EventCounts::isSmooth);
        BitSet start = new BitSet();
        start.set(routes.start());
        Digraph reached = all.within(all.reachable(start));
        Digraph back = reached.reversed();
        List<Loop> loops = new ArrayList<>();
        Deque<Found> open = new ArrayDeque<>();
        add(reached, 1, open);
        for (Found found = open.poll(); found != null; found = open.poll()) {
            int head = head(back, found.states());
            Digraph inner = found.graph().within(found.states());
            Digraph once = inner.withoutEdgesTo(head);
            measure(inner, once, head, found.states()).ifPresent(loops::add);
            if (found.depth() < DEEPEST) {
                add(once, found.depth() + 1, open);
            }
        }
        return loops;
    }

    private static void add(Digraph graph, int depth, Deque<Found> open) {
        Components.cycles(graph).forEach(cycle -> open.add(new Found(graph, cycle, depth)));
    }

    /** The state through which the loop is entered; of more than one, the first in the definition. */
    private int head(Digraph back, BitSet loop) {
        return loop.stream()
                .filter(number ->
                        number == routes.start() || back.successors(number).anyMatch(from -> !loop.get(from)))
                .findFirst()
                .orElse(loop.nextSetBit(0));
    }

    private Optional<Loop> measure(Digraph inner, Digraph once, int head, BitSet states) {
        List<Events.PerItem> perItem = new ArrayList<>();
        long[] least = new long[routes.size()];
        long[] most = new long[routes.size()];
        for (int number = states.nextSetBit(0); number >= 0; number = states.nextSetBit(number + 1)) {
            Optional<Events> events = counts.of(routes.state(number));
            if (events.isEmpty()) {
                return Optional.empty();
            }
            least[number] = events.get().least();
            most[number] = events.get().most();
            perItem.addAll(events.get().perItem());
        }
        boolean plain = Components.cycles(once).isEmpty();
        BitSet last = new BitSet();
        states.stream().filter(number -> inner.leads(number, head)).forEach(last::set);
        Ways shortest = Ways.shortest(once, head, node -> least[node]);
        Events turn = new Events(least(shortest, last), plain ? most(once, head, last, most) : Long.MAX_VALUE, perItem);
        BitSet busy = routes.numbers(state -> !(state instanceof WaitState));
        boolean waits = Components.cycles(inner.within(busy)).isEmpty();
        OptionalLong seconds = plain ? seconds(once, head, states, last) : OptionalLong.empty();
        return Optional.of(new Loop(inOrder(head, states), turn, waits, seconds));
    }

    private List<State> inOrder(int head, BitSet states) {
        List<State> ordered = new ArrayList<>();
        ordered.add(routes.state(head));
        states.stream().filter(number -> number != head).mapToObj(routes::state).forEach(ordered::add);
        return ordered;
    }

    private OptionalLong seconds(Digraph once, int head, BitSet states, BitSet last) {
        long[] seconds = new long[routes.size()];
        for (int number = states.nextSetBit(0); number >= 0; number = states.nextSetBit(number + 1)) {
            if (routes.state(number) instanceof WaitState waiting) {
                if (!(waiting.duration() instanceof WaitDuration.Seconds literal)) {
                    return OptionalLong.empty();
                }
                seconds[number] = literal.seconds();
            }
        }
        long least = least(Ways.shortest(once, head, node -> seconds[node]), last);
        return least == most(once, head, last, seconds) ? OptionalLong.of(least) : OptionalLong.empty();
    }

    private static long least(Ways ways, BitSet last) {
        return last.stream()
                .mapToLong(node -> ways.to(node).orElseThrow())
                .min()
                .orElseThrow();
    }

    private static long most(Digraph once, int head, BitSet last, long[] weights) {
        Ways ways = Ways.longest(once, head, node -> weights[node]);
        return last.stream()
                .mapToLong(node -> ways.to(node).orElseThrow())
                .max()
                .orElseThrow();
    }
}
