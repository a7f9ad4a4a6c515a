package dev.asl4j.compiler.budget;

import dev.asl4j.compiler.graph.Components;
import dev.asl4j.compiler.graph.Digraph;
import dev.asl4j.compiler.graph.Ways;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.model.WaitState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
     * @param graph its own states and the ways between them, without those that close the loops around it
     * @param numbers which states of the scope these are, in order
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares loops
    private record Found(Digraph graph, int[] numbers, int depth) {
        boolean has(int number) {
            return Arrays.binarySearch(numbers, number) >= 0;
        }
    }

    private List<Loop> find() {
        Digraph all = routes.graph(EventCounts::isSmooth);
        BitSet start = new BitSet();
        start.set(routes.start());
        Digraph reached = all.within(all.reachable(start));
        Digraph back = reached.reversed();
        List<Loop> loops = new ArrayList<>();
        Deque<Found> open = new ArrayDeque<>();
        add(new Found(reached, IntStream.range(0, routes.size()).toArray(), 0), reached, open);
        for (Found found = open.poll(); found != null; found = open.poll()) {
            int head = head(back, found);
            Digraph once = found.graph().withoutEdgesTo(head);
            measure(found, once, head).ifPresent(loops::add);
            if (found.depth() < DEEPEST) {
                add(found, once, open);
            }
        }
        return loops;
    }

    /** The loops among the ways that one leaves. Each has a graph of its own, or many small ones would take many times the whole. */
    private static void add(Found around, Digraph ways, Deque<Found> open) {
        for (int[] cycle : Components.nodesOfCycles(ways)) {
            int[] numbers =
                    Arrays.stream(cycle).map(node -> around.numbers()[node]).toArray();
            open.add(new Found(ways.only(cycle), numbers, around.depth() + 1));
        }
    }

    /** The state through which the loop is entered; of more than one, the first in the definition. */
    private int head(Digraph back, Found loop) {
        for (int node = 0; node < loop.numbers().length; node++) {
            int number = loop.numbers()[node];
            if (number == routes.start() || back.successors(number).anyMatch(from -> !loop.has(from))) {
                return node;
            }
        }
        return 0;
    }

    private Optional<Loop> measure(Found loop, Digraph once, int head) {
        List<State> states =
                Arrays.stream(loop.numbers()).mapToObj(routes::state).toList();
        List<Events.PerItem> perItem = new ArrayList<>();
        long[] least = new long[states.size()];
        long[] most = new long[states.size()];
        for (int node = 0; node < states.size(); node++) {
            Optional<Events> events = counts.of(states.get(node));
            if (events.isEmpty()) {
                return Optional.empty();
            }
            least[node] = events.get().least();
            most[node] = events.get().most();
            perItem.addAll(events.get().perItem());
        }
        boolean plain = Components.nodesOfCycles(once).isEmpty();
        BitSet last = numbers(states, node -> loop.graph().leads(node, head));
        Ways shortest = Ways.shortest(once, head, node -> least[node]);
        Events turn = new Events(least(shortest, last), plain ? most(once, head, last, most) : Long.MAX_VALUE, perItem);
        BitSet busy = numbers(states, node -> !(states.get(node) instanceof WaitState));
        boolean waits = Components.nodesOfCycles(loop.graph().within(busy)).isEmpty();
        OptionalLong seconds = plain ? seconds(once, head, states, last) : OptionalLong.empty();
        return Optional.of(new Loop(inOrder(head, states), turn, waits, seconds));
    }

    private static BitSet numbers(List<State> states, IntPredicate condition) {
        BitSet chosen = new BitSet(states.size());
        IntStream.range(0, states.size()).filter(condition).forEach(chosen::set);
        return chosen;
    }

    private static List<State> inOrder(int head, List<State> states) {
        List<State> ordered = new ArrayList<>(states);
        ordered.add(0, ordered.remove(head));
        return ordered;
    }

    private static OptionalLong seconds(Digraph once, int head, List<State> states, BitSet last) {
        long[] seconds = new long[states.size()];
        for (int node = 0; node < seconds.length; node++) {
            if (states.get(node) instanceof WaitState waiting) {
                if (!(waiting.duration() instanceof WaitDuration.Seconds literal)) {
                    return OptionalLong.empty();
                }
                seconds[node] = literal.seconds();
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
