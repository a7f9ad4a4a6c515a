package dev.asl4j.compiler.graph;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.IntToLongFunction;

/**
 * The length of ways from a node, where each node has a weight of its own, which is not negative. A way weighs as much as the nodes on it,
 * its first and its last included. Sums that do not fit stay at {@link Long#MAX_VALUE}.
 */
public final class Ways {
    private static final long NONE = -1;

    private final long[] lengths;

    private Ways(long[] lengths) {
        this.lengths = lengths;
    }

    /** The shortest ways. */
    public static Ways shortest(Digraph graph, int start, IntToLongFunction weight) {
        record Reached(int node, long length) {}
        long[] lengths = new long[graph.size()];
        Arrays.fill(lengths, NONE);
        PriorityQueue<Reached> open =
                new PriorityQueue<>((first, second) -> Long.compare(first.length(), second.length()));
        open.add(new Reached(start, weight.applyAsLong(start)));
        for (Reached next = open.poll(); next != null; next = open.poll()) {
            int node = next.node();
            if (lengths[node] == NONE) {
                lengths[node] = next.length();
                for (int i = 0; i < graph.degree(node); i++) {
                    int target = graph.successor(node, i);
                    if (lengths[target] == NONE) {
                        open.add(new Reached(target, plus(next.length(), weight.applyAsLong(target))));
                    }
                }
            }
        }
        return new Ways(lengths);
    }

    /**
     * The longest ways.
     *
     * @param graph a graph without cycles
     * @throws IllegalArgumentException if it has one
     */
    public static Ways longest(Digraph graph, int start, IntToLongFunction weight) {
        long[] lengths = new long[graph.size()];
        Arrays.fill(lengths, NONE);
        lengths[start] = weight.applyAsLong(start);
        List<int[]> components = Components.of(graph);
        for (int i = components.size() - 1; i >= 0; i--) { // from sources to sinks
            int node = components.get(i)[0];
            if (components.get(i).length > 1 || graph.leads(node, node)) {
                throw new IllegalArgumentException("a graph with a cycle has no longest way");
            }
            for (int j = 0; lengths[node] != NONE && j < graph.degree(node); j++) {
                int target = graph.successor(node, j);
                lengths[target] = Math.max(lengths[target], plus(lengths[node], weight.applyAsLong(target)));
            }
        }
        return new Ways(lengths);
    }

    /** The length of the way to a node; empty: none leads there. */
    public OptionalLong to(int node) {
        return lengths[node] == NONE ? OptionalLong.empty() : OptionalLong.of(lengths[node]);
    }

    /** The sum of two lengths, or the greatest number if it does not fit. */
    public static long plus(long first, long second) {
        long sum = first + second;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** The product of two lengths, or the greatest number if it does not fit. */
    public static long times(long first, long second) {
        return Math.multiplyHigh(first, second) != 0 || first * second < 0 ? Long.MAX_VALUE : first * second;
    }
}
