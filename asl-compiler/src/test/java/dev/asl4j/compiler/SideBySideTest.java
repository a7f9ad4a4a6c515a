package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SideBySideTest {
    private static final List<Integer> MANY = IntStream.range(0, 500).boxed().toList();

    private final List<Integer> heard = new ArrayList<>();

    @Test
    void eachIsDoneOnceAndHeardInOrder() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        SideBySide.<Integer, Integer>each(
                MANY,
                number -> {
                    assertThat(done.add(number)).isTrue();
                    return -number;
                },
                (number, result) -> {
                    assertThat(result).isEqualTo(-number);
                    heard.add(number);
                });

        assertThat(heard).isEqualTo(MANY);
    }

    @Test
    void whatIsReadyEarlyWaitsForItsTurn() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one thread does one after the other");
        CountDownLatch second = new CountDownLatch(1);
        List<Integer> results = SideBySide.map(List.of(1, 2), number -> {
            if (number == 1) {
                await(second);
            }
            second.countDown();
            return number;
        });

        assertThat(results).containsExactly(1, 2);
    }

    @Test
    void theFirstFaultIsThrownAndNothingLaterHeard() {
        assertThatThrownBy(() -> SideBySide.<Integer, Integer>each(
                        MANY,
                        number -> {
                            if (number % 100 == 99) {
                                throw new IllegalArgumentException("work on " + number);
                            }
                            return number;
                        },
                        (number, result) -> heard.add(result)))
                .hasMessage("work on 99");

        assertThat(heard).isEqualTo(MANY.subList(0, 99));
    }

    @Test
    void aFaultOfTheHearerEndsItAsWell() {
        assertThatThrownBy(() -> SideBySide.<Integer, Integer>each(MANY, number -> number, (number, result) -> {
                    if (number == 7) {
                        throw new StackOverflowError("hearer of " + number);
                    }
                    heard.add(result);
                }))
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("hearer of 7");

        assertThat(heard).isEqualTo(MANY.subList(0, 7));
    }

    @Test
    void nothingIsNothing() {
        assertThat(SideBySide.map(List.of(), number -> number)).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
