package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timeouts of tasks and executions, heartbeats, waits. */
@Timeout(30)
final class TimeoutTest {
    private static final Catcher.CatchOutput REPLACE = (frame, error) -> error;

    private final VirtualTime time = VirtualTime.startingAt(START);

    @Test
    void aTaskThatTakesTooLongIsInterruptedAndItsResultIgnored() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicReference<TaskContext> context = new AtomicReference<>();
        Task task = task((input, call) -> {
            context.set(call);
            assertThat(call.deadline()).isEqualTo(START.plusSeconds(5));
            assertThat(call.isCancelled()).isFalse();
            time.advance(Duration.ofSeconds(5));
            sleepUntilInterrupted(interrupted);
            return json("'late'");
        });
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", task, 5, 0, END)
                .caught(Catcher.on("States.Timeout").next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("{'Error': 'States.Timeout', 'Cause': ''}"));
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(context.get().isCancelled()).isTrue();
    }

    @Test
    void anUncaughtTaskTimeoutHasNoCause() {
        Task task = task((input, call) -> {
            time.advance(Duration.ofSeconds(60));
            return input;
        });
        ExecutionFailedException failed =
                failure(states().task("Work", task, 60, 0, END).workflow());
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.error()).isEqualTo("States.Timeout");
        assertThat(failed.cause()).isNull();
    }

    @Test
    void justInTimeIsInTime() {
        Task task = task((input, call) -> {
            time.advance(Duration.ofMillis(59_999));
            return json("'done'");
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", task, 60, 0, END).workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("'done'"));
    }

    @Test
    void theTimeoutIsForEachAttempt() {
        List<Instant> attempts = new ArrayList<>();
        Task task = task((input, call) -> {
            attempts.add(time.now());
            if (attempts.size() < 3) {
                time.advance(Duration.ofSeconds(10));
            }
            return json("'done'");
        });
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", task, 10, 0, END)
                .retry(Retrier.on("States.Timeout").backoffRate(1))
                .workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("'done'"));
        assertThat(attempts).containsExactly(START, START.plusSeconds(11), START.plusSeconds(22));
    }

    @ParameterizedTest
    @ValueSource(strings = {"States.HeartbeatTimeout", "States.Timeout", "States.ALL"})
    void aMissedHeartbeatIsATimeoutThatBothNamesCatch(String name) {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", silentFor(3), 100, 3, END)
                .caught(Catcher.on(name).next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("{'Error': 'States.Timeout', 'Cause': ''}"));
        assertThat(time.now()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void aMissedHeartbeatIsNoTaskFailed() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", silentFor(3), 0, 3, END)
                .caught(Catcher.on("States.TaskFailed").next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        assertThat(failure(workflow).error()).isEqualTo("States.Timeout");
    }

    @Test
    void eachHeartbeatStartsTheGapAnew() {
        Task task = task((input, call) -> {
            for (int i = 0; i < 10; i++) {
                time.advance(Duration.ofMillis(2_900));
                call.heartbeat();
            }
            return json("'done'");
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", task, 100, 3, END).workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("'done'"));
        assertThat(time.now()).isEqualTo(START.plusSeconds(29));
    }

    @Test
    void heartbeatsDoNotProlongTheTimeout() {
        Task task = task((input, call) -> {
            for (int i = 0; i < 10; i++) {
                time.advance(Duration.ofSeconds(2));
                call.heartbeat();
            }
            return json("'done'");
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", task, 10, 3, END).workflow();
        assertThat(failure(workflow).error()).isEqualTo("States.Timeout");
    }

    @Test
    void theExecutionsTimeCutsAWait() {
        Workflow<JsonNode, JsonNode> workflow = states().pause("Wait", 100, END).workflow(30);
        ExecutionFailedException failed = failure(workflow);
        assertThat(failed.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(failed.error()).isEqualTo("States.Timeout");
        assertThat(time.now()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void theExecutionsTimeCutsARetryDelayAndABranchAndIsNotCaught() {
        Workflow<JsonNode, JsonNode> workflow = states().parallel(
                        "Both",
                        END,
                        states().task(
                                        "Work",
                                        task((input, call) -> {
                                            throw new IllegalStateException();
                                        }),
                                        END)
                                .retry(Retrier.on("States.ALL").intervalSeconds(100))
                                .scope(),
                        states().pause("Wait", 200, END).scope())
                .retry(Retrier.on("States.ALL"))
                .caught(Catcher.on("States.ALL").next(1, REPLACE))
                .pass("Caught", END)
                .workflow(30);
        assertThat(failure(workflow).status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(time.now()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void theExecutionsTimeIsTheDeadlineOfItsTasks() {
        Task task = task((input, call) -> json("'" + call.deadline() + "'"));
        assertThat(states().task("Work", task, END).workflow(30).run(json("{}"), time))
                .isEqualTo(json("'2026-01-01T00:00:30Z'"));
        assertThat(states().task("Work", task, 60, 0, END).workflow(30).run(json("{}"), time))
                .isEqualTo(json("'2026-01-01T00:00:30Z'"));
        assertThat(states().task("Work", task, END).workflow().run(json("{}"), time))
                .isEqualTo(json("'null'"));
    }

    @Test
    void anEndlessLoopTimesOut() throws Exception {
        CountDownLatch looping = new CountDownLatch(1);
        Workflow<JsonNode, JsonNode> workflow = states().state(StateType.PASS, "Loop", frame -> {
                    looping.countDown();
                    frame.next(0, frame.input());
                })
                .workflow(30);
        CompletableFuture<ExecutionFailedException> failed =
                CompletableFuture.supplyAsync(() -> failure(workflow), OwnThread.EACH);
        await(looping);
        time.advance(Duration.ofSeconds(30));
        assertThat(failed.get().status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    }

    @Test
    void aYearPassesInNoTime() {
        long year = 365L * 24 * 3600;
        Workflow<JsonNode, JsonNode> workflow =
                states().pause("Wait", year, 1).pause("Again", year, END).workflow();
        assertThat(workflow.run(json("7"), time)).isEqualTo(json("7"));
        assertThat(time.now()).isEqualTo(START.plusSeconds(2 * year));
    }

    @Test
    void aWaitForZeroOrUntilThePastGoesOnAtOnce() {
        Workflow<JsonNode, JsonNode> workflow = states().pause("Zero", 0, 1)
                .state(StateType.WAIT, "Past", frame -> frame.waitUntil(START.minusSeconds(1)), (frame, nothing) -> {
                    assertThat(nothing).isEqualTo(json("null"));
                    frame.succeed(frame.input());
                })
                .workflow();
        assertThat(workflow.run(json("7"), time)).isEqualTo(json("7"));
        assertThat(time.now()).isEqualTo(START);
    }

    @Test
    void aWaitUntilAnInstantEndsThen() {
        Instant until = Instant.parse("2027-03-01T12:00:00.123Z");
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.WAIT,
                        "Until",
                        frame -> frame.waitUntil(until),
                        (frame, nothing) -> frame.succeed(frame.input()))
                .workflow();
        workflow.run(json("7"), time);
        assertThat(time.now()).isEqualTo(until);
    }

    @Test
    void aWaitBeyondAllBoundsFails() {
        long tooLong = Integer.MAX_VALUE + 1L;
        String cause = "An error occurred while executing the state 'Wait' (entered at the event id #2)."
                + " Wait state delay is too long.";
        assertThat(failure(states().pause("Wait", tooLong, END).workflow()).cause())
                .isEqualTo(cause);
        assertThat(failure(states().state(StateType.WAIT, "Wait", frame -> frame.waitUntil(START.plusSeconds(tooLong)))
                                .workflow())
                        .cause())
                .isEqualTo(cause);
        Workflow<JsonNode, JsonNode> longest =
                states().pause("Wait", Integer.MAX_VALUE, END).workflow();
        assertThat(longest.run(json("7"), time)).isEqualTo(json("7"));
    }

    private Task silentFor(long seconds) {
        return task((input, call) -> {
            time.advance(Duration.ofSeconds(seconds));
            return json("'late'");
        });
    }

    private ExecutionFailedException failure(Workflow<JsonNode, JsonNode> workflow) {
        return catchThrowableOfType(ExecutionFailedException.class, () -> workflow.run(json("{}"), time));
    }

    static void sleepUntilInterrupted(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await(20, TimeUnit.SECONDS);
        } catch (InterruptedException expected) {
            interrupted.countDown();
        }
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
