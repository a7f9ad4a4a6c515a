package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When random retriers retry random errors, against the formula, worked out in decimal. */
final class RetryDelaysTest {
    private static final int RUNS = 500;
    private static final List<String> ERRORS = List.of("A", "B", "C", "D");
    private static final List<String> RATES = List.of("1", "1.1", "1.5", "2", "2.25", "10");

    private final Random random = new Random(11);
    private int retries;
    private int failures;

    @Test
    void delaysFollowTheFormula() {
        for (int i = 0; i < RUNS; i++) {
            List<Rule> rules = rules(false);
            List<String> errors = errors();
            List<BigDecimal> expected = delays(rules, errors);
            List<BigDecimal> actual = run(rules, errors, expected.size() == errors.size(), 1);
            assertThat(actual).as("%s %s", rules, errors).hasSameSizeAs(expected);
            for (int retry = 0; retry < actual.size(); retry++) {
                assertThat(actual.get(retry))
                        .as("%s %s", rules, errors)
                        .isCloseTo(expected.get(retry), within(new BigDecimal("0.000001")));
            }
        }
        assertThat(retries).isGreaterThan(RUNS);
        assertThat(failures).isBetween(RUNS / 10, RUNS * 9 / 10);
    }

    @Test
    void jitterStaysWithinTheFormula() {
        int others = 0;
        for (int i = 0; i < RUNS; i++) {
            List<Rule> rules = rules(true);
            List<String> errors = errors();
            List<BigDecimal> longest = delays(rules, errors);
            boolean succeeds = longest.size() == errors.size();
            List<BigDecimal> actual = run(rules, errors, succeeds, i);
            assertThat(actual).hasSameSizeAs(longest);
            for (int retry = 0; retry < actual.size(); retry++) {
                assertThat(actual.get(retry))
                        .as("%s %s", rules, errors)
                        .isBetween(BigDecimal.ZERO, longest.get(retry).add(new BigDecimal("0.000001")));
            }
            assertThat(run(rules, errors, succeeds, i)).as("the same seed").isEqualTo(actual);
            others += run(rules, errors, succeeds, i + RUNS).equals(actual) ? 0 : 1;
        }
        assertThat(others).as("another seed gives other delays").isGreaterThan(RUNS / 2);
    }

    /** The delays between the attempts of a task that fails with these errors. */
    private List<BigDecimal> run(List<Rule> rules, List<String> errors, boolean succeeds, long seed) {
        VirtualTime time = VirtualTime.startingAt(START, seed);
        List<Instant> attempts = new ArrayList<>();
        Task task = task((input, call) -> {
            attempts.add(time.now());
            if (attempts.size() <= errors.size()) {
                throw new TaskFailedException(errors.get(attempts.size() - 1), null);
            }
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", task, END)
                .retry(rules.stream().map(Rule::retrier).toArray(Retrier[]::new))
                .workflow();
        try {
            assertThat(workflow.run(json("1"), time)).isEqualTo(json("1"));
            assertThat(succeeds).isTrue();
        } catch (ExecutionFailedException failed) {
            assertThat(succeeds).isFalse();
            assertThat(failed.error()).isEqualTo(errors.get(attempts.size() - 1));
            failures++;
        }
        List<BigDecimal> delays = new ArrayList<>();
        for (int i = 1; i < attempts.size(); i++) {
            Duration delay = Duration.between(attempts.get(i - 1), attempts.get(i));
            delays.add(BigDecimal.valueOf(delay.getSeconds()).add(BigDecimal.valueOf(delay.getNano(), 9)));
            retries++;
        }
        return delays;
    }

    /** What the formula says: one delay for each error, up to the one that no retrier has an attempt for. */
    private static List<BigDecimal> delays(List<Rule> rules, List<String> errors) {
        int[] used = new int[rules.size()];
        List<BigDecimal> delays = new ArrayList<>();
        for (String error : errors) {
            int first = 0;
            while (first < rules.size() && !rules.get(first).matches(error)) {
                first++;
            }
            if (first == rules.size() || used[first] == rules.get(first).attempts()) {
                return delays;
            }
            delays.add(rules.get(first).delay(used[first]++));
        }
        return delays;
    }

    private List<Rule> rules(boolean jitter) {
        List<Rule> rules = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            List<String> names = random.nextInt(4) == 0 ? List.of("States.ALL") : List.of(any(ERRORS), any(ERRORS));
            rules.add(new Rule(
                    names,
                    1 + random.nextInt(1_000),
                    random.nextInt(6),
                    any(RATES),
                    random.nextBoolean() ? 0 : 1 + random.nextInt(3_000),
                    jitter));
        }
        return rules;
    }

    private List<String> errors() {
        List<String> errors = new ArrayList<>();
        for (int count = 1 + random.nextInt(8); count > 0; count--) {
            errors.add(any(ERRORS));
        }
        return errors;
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A retrier as a definition has it; a longest delay of 0 stands for none. */
    private record Rule(List<String> errors, int interval, int attempts, String rate, int longest, boolean jitter) {
        boolean matches(String error) {
            return errors.contains(error) || errors.contains("States.ALL");
        }

        BigDecimal delay(int before) {
            BigDecimal delay = BigDecimal.valueOf(interval).multiply(new BigDecimal(rate).pow(before));
            return longest == 0 ? delay : delay.min(BigDecimal.valueOf(longest));
        }

        Retrier retrier() {
            Retrier retrier = Retrier.on(errors.toArray(new String[0]))
                    .intervalSeconds(interval)
                    .maxAttempts(attempts)
                    .backoffRate(Double.parseDouble(rate));
            retrier = longest == 0 ? retrier : retrier.maxDelaySeconds(longest);
            return jitter ? retrier.fullJitter() : retrier;
        }
    }
}
