package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.task.TaskHandler;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code Workflow.run}: the thread it uses, what handlers may return and throw, interruption, faults in states. */
@Timeout(30)
final class RunTest {
    private final VirtualTime time = VirtualTime.startingAt(START);

    @Test
    void aTaskThatIsAloneRunsOnTheCallersThread() {
        List<Thread> threads = new ArrayList<>();
        Task task = task((input, call) -> {
            threads.add(Thread.currentThread());
            return input;
        });
        states().task("One", task, 1)
                .pause("Wait", 5, 2)
                .task("Two", task, END)
                .workflow()
                .run(json("{}"), time);
        assertThat(threads).containsExactly(Thread.currentThread(), Thread.currentThread());
    }

    @Test
    void aTaskWithALimitOrWithSiblingsRunsElsewhereUnlessItIsKnownToBeQuick() {
        List<Thread> threads = new ArrayList<>();
        TaskHandler<JsonNode, JsonNode> handler = (input, call) -> {
            threads.add(Thread.currentThread());
            return input;
        };
        Task task = task(handler);
        states().task("Timeout", task, 5, 0, END).workflow().run(json("{}"), time);
        states().task("Heartbeat", task, 0, 5, END).workflow().run(json("{}"), time);
        states().task("Budget", task(handler), END).workflow(100).run(json("{}"), time);
        states().parallel(
                        "Both",
                        END,
                        states().task("Work", task(handler), END).scope(),
                        states().pause("Wait", 5, END).scope())
                .workflow()
                .run(json("{}"), time);
        assertThat(threads).hasSize(4).allMatch(Thread::isDaemon).doesNotContain(Thread.currentThread());
    }

    @Test
    void handlersRunOnVirtualThreadsWhereTheJvmHasThem() throws Exception {
        List<Thread> threads = new ArrayList<>();
        Task task = task((input, call) -> {
            threads.add(Thread.currentThread());
            return input;
        });
        states().task("Work", task, 5, 0, END).workflow().run(json("{}"), time);
        boolean virtual = Runtime.version().feature() >= 21
                && (boolean) Thread.class.getMethod("isVirtual").invoke(threads.get(0));
        assertThat(virtual).isEqualTo(Runtime.version().feature() >= 21);
        assertThat(threads.get(0).getName()).startsWith("asl4j-handler-");
    }

    @Test
    void nullIsJsonNull() {
        assertThat(run((input, call) -> null)).isEqualTo(json("null"));
    }

    @Test
    void aResultCannotBeChangedAfterwards() {
        ObjectNode mine = JsonNodeFactory.instance.objectNode().put("a", 1);
        JsonNode output = run((input, call) -> mine);
        mine.put("a", 2);
        assertThat(output).isEqualTo(json("{'a': 1}"));
    }

    @Test
    void anExceptionIsReportedAsLambdaReportsIt() {
        Throwable thrown = new UncheckedIOException("outer", new IOException("inner"));
        ExecutionFailedException failed = failure((input, call) -> {
            throw (RuntimeException) thrown;
        });
        assertThat(failed.error()).isEqualTo("java.io.UncheckedIOException");
        assertThat(failed.getCause()).isSameAs(thrown);
        JsonNode cause = json(failed.cause());
        assertThat(cause.fieldNames()).toIterable().containsExactly("errorMessage", "errorType", "stackTrace", "cause");
        assertThat(cause.get("errorMessage")).isEqualTo(json("'outer'"));
        assertThat(cause.get("errorType")).isEqualTo(json("'java.io.UncheckedIOException'"));
        assertThat(cause.get("stackTrace").get(0).asText()).startsWith("dev.asl4j.runtime.RunTest.");
        assertThat(cause.get("cause").get("errorMessage")).isEqualTo(json("'inner'"));
        assertThat(cause.get("cause").get("errorType")).isEqualTo(json("'java.io.IOException'"));
        assertThat(cause.get("cause").has("cause")).isFalse();
    }

    @Test
    void errorAndCauseAreBoundedAndTheCauseStaysJson() {
        ExecutionFailedException own = failure((input, call) -> {
            throw new TaskFailedException("E".repeat(300), "c".repeat(40_000));
        });
        assertThat(own.error()).hasSize(256);
        assertThat(own.cause()).hasSize(32_768);
        ExecutionFailedException foreign = failure((input, call) -> deep(400, "\u0001".repeat(30_000)));
        assertThat(foreign.cause()).hasSizeLessThanOrEqualTo(32_768);
        assertThat(Json.parse(foreign.cause()).get("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void errorsOfTheJvmInAHandlerAreTheTasks() {
        assertThat(failure((input, call) -> overflow(input)).error()).isEqualTo("java.lang.StackOverflowError");
        assertThat(failure((input, call) -> {
                            throw new AssertionError("no");
                        })
                        .error())
                .isEqualTo("java.lang.AssertionError");
    }

    @Test
    void aResultThatIsNoJsonFailsTheTask() {
        ExecutionFailedException failed = failure((input, call) -> new POJONode(new Object()));
        assertThat(failed.error()).isEqualTo("java.lang.IllegalArgumentException");
    }

    @Test
    void aResultNestedTooDeeplyFailsTheTask() {
        ExecutionFailedException failed = failure((input, call) -> {
            JsonNode node = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < 2_000; i++) {
                node = JsonNodeFactory.instance.arrayNode().add(node);
            }
            return node;
        });
        assertThat(failed.error()).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void whatAStageThrewIsNamedWhoeverWaitsForIt() {
        CompletionException wrapped = new CompletionException(new IOException("no line"));
        assertThat(failure((input, call) -> {
                            throw wrapped;
                        })
                        .error())
                .isEqualTo("java.io.IOException");
    }

    @Test
    void aRetryIsOfTheStateThatFailedAlsoAfterALargeResult() {
        String text = "x".repeat(100_000); // as far as is known without a look at each character it may be too large
        List<String> called = new ArrayList<>();
        Task large = task((input, call) -> {
            called.add("large");
            return TextNode.valueOf(text);
        });
        Task small = task((input, call) -> {
            called.add("small");
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.TASK,
                        "Large",
                        frame -> frame.call(large, frame.input()),
                        (frame, result) -> frame.next(1, frame.input()))
                .state(
                        StateType.TASK,
                        "Fails",
                        frame -> {
                            called.add("Fails");
                            if (called.size() < 4) {
                                throw new StateFailure("States.QueryEvaluationError", "not yet");
                            }
                            frame.call(small, frame.input());
                        },
                        (frame, result) -> frame.succeed(result))
                .retry(Retrier.on("States.QueryEvaluationError").maxAttempts(3))
                .workflow();
        RunOptions options = RunOptions.defaults().environment(time).limits(Limits.AWS);
        assertThat(workflow.run(json("7"), options)).isEqualTo(json("7"));
        assertThat(called).containsExactly("large", "Fails", "Fails", "Fails", "small");
    }

    @Test
    void anInterruptedCallerAbortsAWait() {
        VirtualTime paused = VirtualTime.startingAt(START);
        paused.pause();
        Thread caller = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            caller.interrupt();
        });
        interrupter.start();
        assertAborted(() -> states().pause("Wait", 10, END).workflow().run(json("{}"), paused));
    }

    @Test
    void anInterruptedCallerAbortsAnEndlessLoop() {
        Thread caller = Thread.currentThread();
        Workflow<JsonNode, JsonNode> workflow = states().state(StateType.PASS, "Loop", frame -> {
                    caller.interrupt();
                    frame.next(0, frame.input());
                })
                .workflow();
        assertAborted(() -> workflow.run(json("{}"), time));
    }

    @Test
    void anInterruptedCallerCancelsTheHandlersElsewhere() {
        Thread caller = Thread.currentThread();
        CountDownLatch interrupted = new CountDownLatch(1);
        Task task = task((input, call) -> {
            caller.interrupt();
            TimeoutTest.sleepUntilInterrupted(interrupted);
            return input;
        });
        assertAborted(
                () -> states().task("Work", task, 1_000, 0, END).workflow().run(json("{}"), time));
        TimeoutTest.await(interrupted);
    }

    @Test
    void anInterruptedCallerInTheHandlerItselfAborts() {
        Task task = task((input, call) -> {
            Thread.currentThread().interrupt();
            new CountDownLatch(1).await();
            return input;
        });
        assertAborted(() -> states().task("Work", task, END).workflow().run(json("{}"), time));
        Task swallowing = task((input, call) -> {
            Thread.currentThread().interrupt();
            return input;
        });
        assertAborted(() -> states().task("Work", swallowing, END).workflow().run(json("{}"), time));
    }

    @Test
    void aRunInsideAHandlerWaitsInTheSameVirtualTime() {
        Workflow<JsonNode, JsonNode> inner = states().pause("Wait", 60, END).workflow();
        Task alone = task((input, call) -> inner.run(input, time));
        Workflow<JsonNode, JsonNode> outer = states().task("Direct", alone, 1)
                .task("Elsewhere", alone, 1_000, 0, END)
                .workflow();
        assertThat(outer.run(json("7"), time)).isEqualTo(json("7"));
        assertThat(time.now()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void aFaultInAStateFailsTheExecutionClearly() {
        ExecutionFailedException failed = failureOf(states().state(StateType.PASS, "Broken", frame -> {
            throw new IllegalStateException("fault");
        }));
        assertThat(failed.error()).isEqualTo("States.Runtime");
        assertThat(failed.cause())
                .isEqualTo("An error occurred while executing the state 'Broken' (entered at the event id #2)."
                        + " The state could not be executed: java.lang.IllegalStateException: fault");
        assertThat(failureOf(states().state(StateType.PASS, "Deep", frame -> overflow(frame.input())))
                        .cause())
                .endsWith("java.lang.StackOverflowError");
        assertThat(failureOf(states().state(StateType.PASS, "Mute", frame -> {}))
                        .cause())
                .endsWith("the state said no verb");
        assertThat(failureOf(states().state(StateType.PASS, "Twice", frame -> {
                            frame.succeed(frame.input());
                            frame.succeed(frame.input());
                        }))
                        .cause())
                .contains("a state says one verb");
    }

    @Test
    void typesCrossTheBorder() {
        DataType<Duration> seconds = DataType.of(
                value -> JsonNodeFactory.instance.numberNode(value.toSeconds()),
                json -> Duration.ofSeconds(json.asLong()));
        AtomicReference<Duration> given = new AtomicReference<>();
        Task task = Task.of("resource", seconds, seconds, (input, call) -> {
            given.set(input);
            return input.plusSeconds(1);
        });
        StateMachine machine =
                StateMachine.of("typed", "", 0, states().task("Work", task, END).scope());
        Workflow<Duration, Duration> workflow = new Workflow<>(seconds, seconds) {
            @Override
            protected StateMachine machine() {
                return machine;
            }
        };
        assertThat(workflow.run(Duration.ofSeconds(5), time)).isEqualTo(Duration.ofSeconds(6));
        assertThat(given).hasValue(Duration.ofSeconds(5));
    }

    @Test
    void runInRealTime() {
        assertThat(states().pause("Blink", 0, 1)
                        .task("Work", task((input, call) -> input), 1_000, 0, END)
                        .workflow()
                        .run(json("7")))
                .isEqualTo(json("7"));
    }

    private JsonNode run(TaskHandler<JsonNode, JsonNode> handler) {
        return states().task("Work", task(handler), END).workflow().run(json("{}"), time);
    }

    private ExecutionFailedException failure(TaskHandler<JsonNode, JsonNode> handler) {
        return failureOf(states().task("Work", task(handler), END));
    }

    private ExecutionFailedException failureOf(States states) {
        return catchThrowableOfType(
                ExecutionFailedException.class, () -> states.workflow().run(json("{}"), time));
    }

    private static void assertAborted(Runnable run) {
        ExecutionFailedException failed = catchThrowableOfType(ExecutionFailedException.class, run::run);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failed.status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static JsonNode overflow(JsonNode node) {
        return overflow(node);
    }

    private static JsonNode deep(int levels, String message) {
        if (levels > 0) {
            return deep(levels - 1, message);
        }
        throw new IllegalStateException(message, new IllegalStateException(message));
    }
}
