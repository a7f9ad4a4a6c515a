package dev.asl4j.compiler.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The algorithms, against slow ones on small random graphs. */
final class DigraphTest {
    private static final int NODES = 7;
    private static final int GRAPHS = 150;

    private final Random random = new Random(4);

    @Test
    void reachesWhatAWayLeadsTo() {
        for (int i = 0; i < GRAPHS; i++) {
            Digraph graph = random();
            boolean[][] reached = closure(graph);
            for (int node = 0; node < NODES; node++) {
                int from = node;
                assertThat(graph.reachable(only(node))).isEqualTo(set(to -> to == from || reached[from][to]));
                assertThat(graph.reversed().reachable(only(node)))
                        .isEqualTo(set(to -> to == from || reached[to][from]));
            }
        }
    }

    @Test
    void someNodesOnTheirOwnHaveNewNumbersInTheOldOrder() {
        for (int i = 0; i < GRAPHS; i++) {
            Digraph graph = random();
            int[] nodes = IntStream.range(0, NODES)
                    .filter(node -> random.nextBoolean())
                    .toArray();
            Digraph some = graph.only(nodes);
            assertThat(some.size()).isEqualTo(nodes.length);
            for (int from = 0; from < nodes.length; from++) {
                for (int to = 0; to < nodes.length; to++) {
                    assertThat(some.leads(from, to)).isEqualTo(graph.leads(nodes[from], nodes[to]));
                }
            }
        }
    }

    @Test
    void componentsAreNodesThatReachEachOtherAndCyclesThoseThatReachThemselves() {
        for (int i = 0; i < GRAPHS; i++) {
            Digraph graph = random();
            boolean[][] reached = closure(graph);
            Set<BitSet> expected = new HashSet<>();
            Set<BitSet> cycles = new HashSet<>();
            for (int node = 0; node < NODES; node++) {
                int from = node;
                BitSet component = set(to -> to == from || (reached[from][to] && reached[to][from]));
                expected.add(component);
                if (reached[from][from]) {
                    cycles.add(component);
                }
            }
            assertThat(Components.of(graph).stream().map(DigraphTest::set))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(Components.cycles(graph)).containsExactlyInAnyOrderElementsOf(cycles);
        }
    }

    @Test
    void aComponentStandsAfterAllThatItLeadsTo() {
        for (int i = 0; i < GRAPHS; i++) {
            Digraph graph = random();
            BitSet before = new BitSet();
            for (int[] component : Components.of(graph)) {
                before.or(set(component));
                assertThat(graph.reachable(set(component))).matches(reached -> contains(before, reached));
            }
        }
    }

    @Test
    void shortestAndLongestWays() {
        int withoutCycle = 0;
        for (int i = 0; i < GRAPHS; i++) {
            Digraph graph = random();
            long[] weights = random.longs(NODES, 0, 20).toArray();
            List<Long>[] lengths = simpleWays(graph, weights);
            Ways shortest = Ways.shortest(graph, 0, node -> weights[node]);
            for (int node = 0; node < NODES; node++) {
                assertThat(shortest.to(node)).isEqualTo(min(lengths[node]));
            }
            if (Components.cycles(graph).isEmpty()) {
                withoutCycle++;
                Ways longest = Ways.longest(graph, 0, node -> weights[node]);
                for (int node = 0; node < NODES; node++) {
                    assertThat(longest.to(node)).isEqualTo(max(lengths[node]));
                }
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> Ways.longest(graph, 0, node -> weights[node]));
            }
        }
        assertThat(withoutCycle).isPositive();
    }

    @Test
    void sumsStayAtTheGreatestNumber() {
        assertThat(Ways.plus(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Ways.plus(3, 4)).isEqualTo(7);
        assertThat(Ways.times(1L << 40, 1L << 40)).isEqualTo(Long.MAX_VALUE);
        assertThat(Ways.times(1L << 32, 1L << 31)).isEqualTo(Long.MAX_VALUE);
        assertThat(Ways.times(1L << 31, 1L << 31)).isEqualTo(1L << 62);
        Digraph diamonds = diamonds(100);
        assertThat(Ways.longest(diamonds, 0, node -> Long.MAX_VALUE / 3).to(diamonds.size() - 1))
                .hasValue(Long.MAX_VALUE);
    }

    /** 2 to the power of 700 ways, and a chain that recursion would not survive. */
    @Test
    void largeGraphs() {
        Digraph diamonds = diamonds(700);
        assertThat(Ways.longest(diamonds, 0, node -> node % 3 == 1 ? 5 : 1).to(diamonds.size() - 1))
                .hasValue(700 * 6 + 1);
        assertThat(Ways.shortest(diamonds, 0, node -> node % 3 == 1 ? 5 : 1).to(diamonds.size() - 1))
                .hasValue(700 * 2 + 1);
        int length = 200_000;
        List<BitSet> chain = new ArrayList<>();
        IntStream.range(0, length).forEach(node -> chain.add(only((node + 1) % length)));
        Digraph circle = Digraph.of(chain);
        assertThat(Components.of(circle)).hasSize(1);
        assertThat(Components.of(circle.withoutEdgesTo(0))).hasSize(length);
        assertThat(Ways.longest(circle.withoutEdgesTo(0), 0, node -> 1).to(length - 1))
                .hasValue(length);
    }

    @Test
    void partsOfAGraph() {
        for (int i = 0; i < GRAPHS; i++) {
            Digraph graph = random();
            BitSet kept = set(node -> random.nextBoolean());
            Digraph within = graph.within(kept);
            Digraph without = graph.withoutEdgesTo(3);
            for (int from = 0; from < NODES; from++) {
                for (int to = 0; to < NODES; to++) {
                    assertThat(within.leads(from, to))
                            .isEqualTo(graph.leads(from, to) && kept.get(from) && kept.get(to));
                    assertThat(without.leads(from, to)).isEqualTo(graph.leads(from, to) && to != 3);
                }
            }
        }
    }

    /** Each diamond: from its top by way of either of two nodes to the top of the next. */
    private static Digraph diamonds(int count) {
        List<BitSet> edges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BitSet both = only(3 * i + 1);
            both.set(3 * i + 2);
            edges.add(both);
            edges.add(only(3 * i + 3));
            edges.add(only(3 * i + 3));
        }
        edges.add(new BitSet());
        return Digraph.of(edges);
    }

    private Digraph random() {
        int density = random.nextInt(1, 6);
        List<BitSet> edges = new ArrayList<>();
        IntStream.range(0, NODES)
                .forEach(node -> edges.add(set(to -> random.nextInt(10) < density / 2 + 1 && random.nextInt(3) > 0)));
        return Digraph.of(edges);
    }

    private static boolean[][] closure(Digraph graph) {
        boolean[][] reached = new boolean[NODES][NODES];
        for (int from = 0; from < NODES; from++) {
            for (int to = 0; to < NODES; to++) {
                reached[from][to] = graph.leads(from, to);
            }
        }
        for (int by = 0; by < NODES; by++) {
            for (int from = 0; from < NODES; from++) {
                for (int to = 0; to < NODES; to++) {
                    reached[from][to] |= reached[from][by] && reached[by][to];
                }
            }
        }
        return reached;
    }

    /** The lengths of all ways from 0 that come to no node twice. */
    private static List<Long>[] simpleWays(Digraph graph, long[] weights) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<Long>[] lengths = new List[NODES];
        IntStream.range(0, NODES).forEach(node -> lengths[node] = new ArrayList<>());
        follow(graph, weights, 0, 0, new BitSet(), lengths);
        return lengths;
    }

    private static void follow(
            Digraph graph, long[] weights, int node, long before, BitSet visited, List<Long>[] lengths) {
        long length = before + weights[node];
        lengths[node].add(length);
        visited.set(node);
        graph.successors(node)
                .filter(target -> !visited.get(target))
                .forEach(target -> follow(graph, weights, target, length, visited, lengths));
        visited.clear(node);
    }

    private static OptionalLong min(List<Long> lengths) {
        return lengths.stream().mapToLong(Long::longValue).min();
    }

    private static OptionalLong max(List<Long> lengths) {
        return lengths.stream().mapToLong(Long::longValue).max();
    }

    private static boolean contains(BitSet all, BitSet some) {
        BitSet others = (BitSet) some.clone();
        others.andNot(all);
        return others.isEmpty();
    }

    private static BitSet only(int node) {
        BitSet set = new BitSet();
        set.set(node);
        return set;
    }

    private static BitSet set(int[] nodes) {
        BitSet set = new BitSet();
        Arrays.stream(nodes).forEach(set::set);
        return set;
    }

    private static BitSet set(IntPredicate member) {
        BitSet set = new BitSet();
        IntStream.range(0, NODES).filter(member).forEach(set::set);
        return set;
    }
}
