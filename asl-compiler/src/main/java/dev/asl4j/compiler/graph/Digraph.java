package dev.asl4j.compiler.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** A directed graph; its nodes are the numbers from 0. More than one edge from a node to another counts as one. */
public final class Digraph {
    private final int[][] successors;

    private Digraph(int[][] successors) {
        this.successors = successors;
    }

    /** A graph from the nodes that each node leads to. */
    public static Digraph of(List<BitSet> successors) {
        int[][] copied = new int[successors.size()][];
        Arrays.setAll(copied, node -> successors.get(node).stream().toArray());
        return new Digraph(copied);
    }

    /** How many nodes there are. */
    public int size() {
        return successors.length;
    }

    /** How many nodes a node leads to. */
    int degree(int node) {
        return successors[node].length;
    }

    /** One of the nodes that a node leads to, in their order. */
    int successor(int node, int index) {
        return successors[node][index];
    }

    /** The nodes that a node leads to, in their order. */
    public IntStream successors(int node) {
        return Arrays.stream(successors[node]);
    }

    /** Whether an edge leads from one node to another. */
    public boolean leads(int from, int to) {
        return Arrays.binarySearch(successors[from], to) >= 0;
    }

    /** The same nodes with only those edges whose ends are both among the kept ones. */
    public Digraph within(BitSet kept) {
        int[][] inner = new int[size()][];
        Arrays.setAll(
                inner,
                node -> kept.get(node)
                        ? Arrays.stream(successors[node]).filter(kept::get).toArray()
                        : new int[0]);
        return new Digraph(inner);
    }

    /**
     * Only some nodes, which get new numbers in their order, and the edges between them. Takes as long as these have edges, however large the
     * graph is.
     *
     * @param nodes in order
     */
    public Digraph only(int[] nodes) {
        int[][] inner = new int[nodes.length][];
        Arrays.setAll(
                inner,
                node -> Arrays.stream(successors[nodes[node]])
                        .map(target -> Arrays.binarySearch(nodes, target))
                        .filter(target -> target >= 0)
                        .toArray());
        return new Digraph(inner);
    }

    /** The same nodes without the edges that lead to one of them. */
    public Digraph withoutEdgesTo(int node) {
        int[][] others = new int[size()][];
        Arrays.setAll(
                others,
                from -> leads(from, node)
                        ? Arrays.stream(successors[from])
                                .filter(target -> target != node)
                                .toArray()
                        : successors[from]);
        return new Digraph(others);
    }

    /** The same nodes with every edge the other way round. */
    public Digraph reversed() {
        int[] degrees = new int[size()];
        for (int[] targets : successors) {
            for (int target : targets) {
                degrees[target]++;
            }
        }
        int[][] sources = new int[size()][];
        Arrays.setAll(sources, node -> new int[degrees[node]]);
        for (int node = size() - 1; node >= 0; node--) { // filled from behind, so that each row is in order
            for (int target : successors[node]) {
                sources[target][--degrees[target]] = node;
            }
        }
        return new Digraph(sources);
    }

    /** The nodes that can be reached from some nodes, these included. */
    public BitSet reachable(BitSet from) {
        BitSet reached = new BitSet(size());
        int[] open = new int[size()];
        int count = 0;
        for (int node = from.nextSetBit(0); node >= 0; node = from.nextSetBit(node + 1)) {
            reached.set(node);
            open[count++] = node;
        }
        while (count > 0) {
            for (int target : successors[open[--count]]) {
                if (!reached.get(target)) {
                    reached.set(target);
                    open[count++] = target;
                }
            }
        }
        return reached;
    }
}
