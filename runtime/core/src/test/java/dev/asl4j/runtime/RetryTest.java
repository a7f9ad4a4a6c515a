package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Retry, in virtual time: which attempts there are, and when. */
final class RetryTest {
    private final VirtualTime time = VirtualTime.startingAt(START);

    static Stream<Arguments> cases() throws IOException {
        try (InputStream file = RetryTest.class.getResourceAsStream("retry-cases.json")) {
            JsonNode cases = new ObjectMapper().readTree(file);
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(row -> Arguments.of(row.get("case").asText(), row));
        }
    }

    /** The task fails with the row's errors one after the other, then succeeds. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void attemptsAndTheirTimes(String name, JsonNode row) {
        List<Double> attempts = new ArrayList<>();
        JsonNode errors = row.get("errors");
        Task task = task((input, call) -> {
            assertThat(call.attempt()).isEqualTo(attempts.size());
            attempts.add((double) Duration.between(START, time.now()).toMillis() / 1000);
            if (attempts.size() <= errors.size()) {
                throw new TaskFailedException(errors.get(attempts.size() - 1).asText(), "cause");
            }
            return json("'done'");
        });
        Retrier[] retriers = StreamSupport.stream(row.get("retry").spliterator(), false)
                .map(RetryTest::retrier)
                .toArray(Retrier[]::new);
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", task, END).retry(retriers).workflow();
        if (row.has("fails")) {
            assertThatThrownBy(() -> workflow.run(json("{}"), time))
                    .isInstanceOfSatisfying(
                            ExecutionFailedException.class,
                            failed -> assertThat(failed.error())
                                    .isEqualTo(row.get("fails").asText()));
        } else {
            assertThat(workflow.run(json("{}"), time)).isEqualTo(json("'done'"));
        }
        List<Double> expected = StreamSupport.stream(row.get("at").spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
        assertThat(attempts).isEqualTo(expected);
    }

    @Test
    void fullJitterDrawsFromZeroToTheDelay() {
        List<Instant> attempts = new ArrayList<>();
        Task task = task((input, call) -> {
            attempts.add(time.now());
            throw new TaskFailedException("A", null);
        });
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", task, END)
                .retry(Retrier.on("A")
                        .intervalSeconds(100)
                        .backoffRate(1)
                        .maxAttempts(400)
                        .fullJitter())
                .workflow();
        assertThatThrownBy(() -> workflow.run(json("{}"), time)).isInstanceOf(ExecutionFailedException.class);
        double sum = 0;
        boolean[] quarters = new boolean[4];
        for (int i = 1; i < attempts.size(); i++) {
            double seconds = (double) Duration.between(attempts.get(i - 1), attempts.get(i))
                            .toMillis()
                    / 1000;
            assertThat(seconds).isBetween(0.0, 100.0);
            quarters[Math.min(3, (int) (seconds / 25))] = true;
            sum += seconds;
        }
        assertThat(quarters).containsOnly(true);
        assertThat(sum / 400).isBetween(42.0, 58.0);
    }

    @Test
    void leavingTheStateResetsTheCountersAlsoToItself() {
        List<Integer> attempts = new ArrayList<>();
        Task task = task((input, call) -> {
            attempts.add(call.attempt());
            if (attempts.size() % 3 != 0) {
                throw new TaskFailedException("A", null);
            }
            return json(Integer.toString(attempts.size()));
        });
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.TASK,
                        "Work",
                        frame -> frame.call(task, frame.input()),
                        (frame, result) -> States.leave(frame, result.asInt() < 9 ? 0 : END, result))
                .retry(Retrier.on("A").maxAttempts(2))
                .workflow();
        assertThat(workflow.run(json("0"), time)).isEqualTo(json("9"));
        assertThat(attempts).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
    }

    @Test
    void aRetryKeepsTheEffectiveInput() {
        List<JsonNode> inputs = new ArrayList<>();
        List<Integer> evaluations = new ArrayList<>();
        Task task = task((input, call) -> {
            inputs.add(input);
            if (inputs.size() < 3) {
                throw new TaskFailedException("A", null);
            }
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.TASK,
                        "Work",
                        frame -> {
                            evaluations.add(1);
                            frame.call(task, json("{'drawn': " + frame.random() + "}"));
                        },
                        (frame, result) -> frame.succeed(result))
                .retry(Retrier.on("A"))
                .workflow();
        workflow.run(json("{}"), time);
        assertThat(evaluations).hasSize(1);
        assertThat(inputs).hasSize(3).containsOnly(inputs.get(0));
    }

    @Test
    void aDataErrorThatMayBeRetriedIsEvaluatedAnew() {
        List<Integer> evaluations = new ArrayList<>();
        Task task = task((input, call) -> input);
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.TASK,
                        "Work",
                        frame -> {
                            evaluations.add(1);
                            if (evaluations.size() < 3) {
                                throw StateFailure.intrinsic("no");
                            }
                            frame.call(task, frame.input());
                        },
                        (frame, result) -> frame.succeed(result))
                .retry(Retrier.on("States.IntrinsicFailure"))
                .workflow();
        assertThat(workflow.run(json("1"), time)).isEqualTo(json("1"));
        assertThat(time.now()).isEqualTo(START.plusSeconds(1 + 2));
    }

    private static Retrier retrier(JsonNode row) {
        Retrier retrier = Retrier.on(StreamSupport.stream(row.get("on").spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new));
        retrier = row.has("interval")
                ? retrier.intervalSeconds(row.get("interval").asLong())
                : retrier;
        retrier = row.has("attempts") ? retrier.maxAttempts(row.get("attempts").asInt()) : retrier;
        retrier = row.has("rate") ? retrier.backoffRate(row.get("rate").asDouble()) : retrier;
        return row.has("max") ? retrier.maxDelaySeconds(row.get("max").asLong()) : retrier;
    }
}
