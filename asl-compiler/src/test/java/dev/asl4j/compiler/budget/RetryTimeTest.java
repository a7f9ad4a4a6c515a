package dev.asl4j.compiler.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.model.Retrier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RetryTimeTest {
    private static final Subject NOWHERE = Objects.requireNonNull(
            JsonReader.read("x.asl.json", "{}".getBytes(StandardCharsets.UTF_8), new Diagnostics()));

    @Test
    void someByHand() {
        assertThat(time(1, 3, 2.0, null).delays()).isEqualTo(1 + 2 + 4);
        assertThat(time(60, 5, 1.0, null).delays()).isEqualTo(300);
        assertThat(time(10, 5, 3.0, 60L).delays()).isEqualTo(10 + 30 + 60 + 60 + 60);
        assertThat(time(100, 3, 2.0, 60L).delays()).isEqualTo(180);
        assertThat(time(5, 0, 2.0, null).delays()).isZero();
        assertThat(time(1, 3, 2.0, null).begunWithin(0)).isZero();
        assertThat(time(1, 3, 2.0, null).begunWithin(6)).isEqualTo(2);
        assertThat(time(1, 3, 2.0, null).begunWithin(7)).isEqualTo(3);
        assertThat(time(1, 3, 2.0, null).begunWithin(1_000)).isEqualTo(3);
    }

    @Test
    void agreesWithTheSumOfDelays() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            int interval = random.nextInt(1, 1_000);
            int attempts = random.nextInt(0, 30);
            double rate = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(0, 200) / 100.0;
            Long bound = random.nextBoolean() ? null : Long.valueOf(random.nextInt(1, 5_000));
            double sum = 0;
            for (int n = 1; n <= attempts; n++) {
                double delay = interval * Math.pow(rate, n - 1);
                sum += bound == null ? delay : Math.min(delay, bound);
            }
            assertThat((double) time(interval, attempts, rate, bound).delays()).isCloseTo(sum, within(0.5 + sum / 1e9));
        }
    }

    @Test
    void anyNumberOfAttempts() {
        assertThat(time(1, 99_999_999, 2.0, null).delays()).isEqualTo(Long.MAX_VALUE);
        assertThat(time(1, 99_999_999, 2.0, null).begunWithin(1_000)).isEqualTo(9);
        assertThat((double) time(99_999_999, 99_999_999, 1.0, null).delays())
                .isCloseTo(99_999_999.0 * 99_999_999, within(1.0));
        assertThat(time(1, 99_999_999, 1 + 1e-9, 31_622_400L).delays()).isBetween(99_999_999L, 120_000_000L);
        assertThat(time(1, 99_999_999, Double.MAX_VALUE, 10L).delays()).isEqualTo(1 + 99_999_998L * 10);
    }

    @Test
    void figuresForPeople() {
        assertThat(Figures.time(59)).isEqualTo("59 s");
        assertThat(Figures.time(60)).isEqualTo("1 min");
        assertThat(Figures.time(3_599)).isEqualTo("59 min 59 s");
        assertThat(Figures.time(41_655)).isEqualTo("11 h 34 min");
        assertThat(Figures.time(86_400 + 3_600)).isEqualTo("1 day 1 h");
        assertThat(Figures.time(3 * 86_400 + 59)).isEqualTo("3 days");
        assertThat(Figures.time(Figures.YEAR)).isEqualTo("1 year");
        assertThat(Figures.time(2 * Figures.YEAR + 5 * 86_400)).isEqualTo("2 years 5 days");
        assertThat(Figures.time(Long.MAX_VALUE)).isEqualTo("more than 1,000 years");
        assertThat(Figures.count(25_000)).isEqualTo("25,000");
    }

    private static RetryTime time(long interval, int attempts, double rate, @Nullable Long bound) {
        return new RetryTime(
                new Retrier(List.of(), interval, attempts, rate, bound, Retrier.Jitter.NONE, null, NOWHERE));
    }
}
