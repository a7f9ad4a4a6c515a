package dev.asl4j.compiler.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * The strongly connected components of a graph, found as Tarjan does but without recursion: nodes that can each be reached from each
 * other are in one component.
 */
public final class Components {
    private final Digraph graph;
    private final int[] order; // in which nodes are first met, from 1; 0: not met yet
    private final int[] low; // the earliest node met that is known to be reached from here and not yet in a component
    private final int[] edge; // the next edge to follow
    private final int[] path;
    private final int[] unassigned;
    private final BitSet waiting = new BitSet();
    private final List<int[]> found = new ArrayList<>();
    private int met;
    private int depth;
    private int count;

    private Components(Digraph graph) {
        this.graph = graph;
        this.order = new int[graph.size()];
        this.low = new int[graph.size()];
        this.edge = new int[graph.size()];
        this.path = new int[graph.size()];
        this.unassigned = new int[graph.size()];
    }

    /** The components, each after all that it leads to, with its nodes in order. */
    public static List<int[]> of(Digraph graph) {
        Components components = new Components(graph);
        for (int node = 0; node < graph.size(); node++) {
            if (components.order[node] == 0) {
                components.search(node);
            }
        }
        return Collections.unmodifiableList(components.found);
    }

    /** Those of them that are cycles: more than one node, or one that leads to itself. */
    public static List<BitSet> cycles(Digraph graph) {
        List<BitSet> cycles = new ArrayList<>();
        for (int[] nodes : nodesOfCycles(graph)) {
            BitSet cycle = new BitSet();
            Arrays.stream(nodes).forEach(cycle::set);
            cycles.add(cycle);
        }
        return cycles;
    }

    /** The nodes of each cycle, in order. */
    public static List<int[]> nodesOfCycles(Digraph graph) {
        return of(graph).stream()
                .filter(component -> component.length > 1 || graph.leads(component[0], component[0]))
                .toList();
    }

    private void search(int root) {
        enter(root);
        while (depth > 0) {
            int node = path[depth - 1];
            if (edge[node] < graph.degree(node)) {
                int target = graph.successor(node, edge[node]++);
                if (order[target] == 0) {
                    enter(target);
                } else if (waiting.get(target)) {
                    low[node] = Math.min(low[node], order[target]);
                }
            } else {
                leave(node);
            }
        }
    }

    private void enter(int node) {
        order[node] = ++met;
        low[node] = met;
        path[depth++] = node;
        unassigned[count++] = node;
        waiting.set(node);
    }

    private void leave(int node) {
        depth--;
        if (depth > 0) {
            int before = path[depth - 1];
            low[before] = Math.min(low[before], low[node]);
        }
        if (low[node] == order[node]) {
            int end = count;
            int member;
            do {
                member = unassigned[--count];
                waiting.clear(member);
            } while (member != node);
            int[] component = Arrays.copyOfRange(unassigned, count, end);
            Arrays.sort(component);
            found.add(component);
        }
    }
}
