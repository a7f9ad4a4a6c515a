package dev.asl4j.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.crash.work.Order;
import dev.asl4j.crash.work.OrderBook;
import dev.asl4j.crash.work.Seam;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A seed stands for the same orders, kills and places to die at, and each place has its turn. */
final class PlanTest {
    private static final int MANY = 400;

    @Test
    void aSeedRepeatsTheKills() {
        Plan plan = new Plan(101, 2);
        Plan again = new Plan(101, 2);
        Plan other = new Plan(102, 2);
        assertThat(kills(again)).containsExactlyElementsOf(kills(plan));
        assertThat(lives(again)).containsExactlyElementsOf(lives(plan));
        assertThat(kills(other)).isNotEqualTo(kills(plan));
        assertThat(lives(other)).isNotEqualTo(lives(plan));
    }

    @Test
    void aSeedRepeatsTheOrders() {
        OrderBook book = new OrderBook(5);
        OrderBook again = new OrderBook(5);
        assertThat(Stream.generate(again::next).limit(MANY))
                .containsExactlyElementsOf(
                        Stream.generate(book::next).limit(MANY).toList());
    }

    @Test
    void enginesAreKilledAtEveryPointAndInBetween() {
        Set<String> points = new TreeSet<>();
        lives(new Plan(1, 1)).forEach(life -> points.add(life.seam().replaceAll(":.*", "")));
        Set<String> all = new TreeSet<>(Set.of(""));
        for (Seam.Point point : Seam.Point.values()) {
            all.add(point.name());
        }
        all.remove(Seam.Point.PURGE.name()); // which has a part of its own
        assertThat(points).isEqualTo(all);
        assertThat(kills(new Plan(1, 2)).stream().map(Plan.Kill::engine)).contains(0, 1);
        assertThat(kills(new Plan(1, 2)).stream().map(Plan.Kill::early)).contains(true, false);
        assertThat(kills(new Plan(1, 2))).anyMatch(kill -> kill.pauseMillis() > 0);
        assertThat(kills(new Plan(1, 1))).allMatch(kill -> kill.pauseMillis() == 0);
    }

    @Test
    void theFirstProcessDiesWhileItMakesTheTables() {
        assertThat(new Plan(7, 2).life(0, 0).seam()).startsWith("SCHEMA:");
    }

    @Test
    void allFatesAreOrdered() {
        OrderBook book = new OrderBook(5);
        assertThat(Stream.generate(book::next).limit(MANY).map(Order::fate)).contains(Order.Fate.values());
    }

    private static List<Plan.Kill> kills(Plan plan) {
        return IntStream.range(0, MANY).mapToObj(plan::kill).toList();
    }

    private static List<Plan.Life> lives(Plan plan) {
        return IntStream.range(0, MANY).mapToObj(n -> plan.life(0, n)).toList();
    }
}
