package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.ExecutionListener;
import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who listens hears of states entered and left, in order, and cannot disturb. */
@Timeout(60)
final class ListenerTest {
    private final Workflow<JsonNode, JsonNode> workflow = states().pass("First", 1)
            .task(
                    "Work",
                    task((input, call) -> {
                        throw new TaskFailedException("Busy", "later");
                    }),
                    2)
            .caught(Catcher.on("Busy").next(2, (frame, error) -> json("[1, 2]")))
            .map("Each", states().pass("Inner", END).scope(), 1, 3)
            .fail("Last", "Over", null)
            .workflow();

    @Test
    void hearsOfEachStateOnce() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        run(new ExecutionListener() {
            @Override
            public void stateEntered(String execution, String state, JsonNode input) {
                heard.add(execution + " > " + state + " " + input);
            }

            @Override
            public void stateExited(String execution, String state, JsonNode output) {
                heard.add(execution + " < " + state + " " + output);
            }
        });
        assertThat(heard)
                .containsExactly(
                        "one > First 7",
                        "one < First 7",
                        "one > Work 7",
                        "one < Work [1,2]",
                        "one > Each [1,2]",
                        "one > Inner 1",
                        "one < Inner 1",
                        "one > Inner 2",
                        "one < Inner 2",
                        "one < Each [1,2]",
                        "one > Last [1,2]");
    }

    @Test
    void aFaultOfTheListenerChangesNothing() {
        ExecutionDescription description = run(new ExecutionListener() {
            @Override
            public void stateEntered(String execution, String state, JsonNode input) {
                throw new IllegalStateException("the listener's own");
            }
        });
        assertThat(description.error()).isEqualTo("Over");
    }

    @Test
    void anErrorOfAListenerChangesNothing() {
        List<String> tokens = Collections.synchronizedList(new ArrayList<>());
        Workflow<JsonNode, JsonNode> waits = states().tokenTask(
                        "Send",
                        task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", (input, call) -> {
                            tokens.add(call.taskToken());
                            return json("{}");
                        }),
                        0,
                        0,
                        END)
                .workflow();
        VirtualTime time = VirtualTime.startingAt(START);
        try (Engine engine = Engine.builder()
                .environment(time)
                .listener(new ExecutionListener() {
                    @Override
                    public void stateEntered(String execution, String state, JsonNode input) {
                        throw new AssertionError("the listener's own");
                    }
                })
                .history((execution, event) -> {
                    throw new AssertionError("the listener's own");
                })
                .register(waits)
                .build()) {
            Execution<JsonNode> execution = engine.start(waits, "one", json("7"));
            time.awaitIdle();
            execution.stop("Enough", null);
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(execution.describe().error()).isEqualTo("Enough");
            assertThatThrownBy(() -> engine.sendTaskSuccess(tokens.get(0), json("1")))
                    .isInstanceOf(TaskAnswerException.class);
        }
    }

    @Test
    void listenersMayStopEachOthersExecutions() {
        CompletableFuture<Engine> itself = new CompletableFuture<>();
        CyclicBarrier both = new CyclicBarrier(2);
        Workflow<JsonNode, JsonNode> waits =
                states().pass("First", 1).pause("Long", 3_600, END).workflow();
        Engine engine = Engine.builder()
                .listener(new ExecutionListener() {
                    @Override
                    public void stateExited(String execution, String state, JsonNode output) {
                        try {
                            both.await();
                        } catch (InterruptedException | BrokenBarrierException e) {
                            throw new IllegalStateException(e);
                        }
                        String other = execution.equals("one") ? "two" : "one";
                        itself.join().find(waits, other).orElseThrow().stop("Enough", null);
                    }
                })
                .register(waits)
                .build();
        itself.complete(engine);
        CompletableFuture<Execution<JsonNode>> first = engine.startAsync(waits, "one", json("7"));
        CompletableFuture<Execution<JsonNode>> second = engine.startAsync(waits, "two", json("7"));
        Execution<JsonNode> one = first.join();
        Execution<JsonNode> two = second.join();
        assertThat(one.result()).failsWithin(Duration.ofSeconds(20));
        assertThat(two.result()).failsWithin(Duration.ofSeconds(20));
        engine.close(); // only now: a deadlocked engine cannot be closed
    }

    @Test
    void theListenerMayStopTheExecution() throws Exception {
        CompletableFuture<Engine> itself = new CompletableFuture<>();
        Workflow<JsonNode, JsonNode> waits =
                states().pass("First", 1).pause("Long", 3_600, END).workflow();
        try (Engine engine = Engine.builder()
                .listener(new ExecutionListener() {
                    @Override
                    public void stateExited(String execution, String state, JsonNode output) {
                        itself.join().find(waits, execution).orElseThrow().stop("Enough", null);
                    }
                })
                .register(waits)
                .build()) {
            itself.complete(engine);
            Execution<JsonNode> execution = engine.start(waits, "one", json("7"));
            assertThat(execution.result())
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            ExecutionFailedException.class,
                            failed -> assertThat(failed.status()).isEqualTo(ExecutionStatus.ABORTED));
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(execution.describe().error()).isEqualTo("Enough");
        }
    }

    @Test
    void theListenerMayAskTheEngineWhileAStartIsRepeated() throws Exception {
        CompletableFuture<Engine> itself = new CompletableFuture<>();
        CountDownLatch told = new CountDownLatch(1);
        CompletableFuture<Thread> repeating = new CompletableFuture<>();
        Engine engine = Engine.builder()
                .listener(new ExecutionListener() {
                    @Override
                    public void stateEntered(String execution, String state, JsonNode input) {
                        if (state.equals("First")) {
                            told.countDown();
                            awaitBlocked(repeating.join());
                            assertThat(itself.join().find(workflow, "another")).isEmpty();
                        }
                    }
                })
                .register(workflow)
                .build();
        itself.complete(engine);
        CompletableFuture<Execution<JsonNode>> execution = engine.startAsync(workflow, "one", json("7"));
        told.await();
        Thread repeat = new Thread(() -> engine.start(workflow, "one", json("7")), "repeat");
        repeat.setDaemon(true);
        repeat.setUncaughtExceptionHandler((thread, over) -> {}); // it has ended meanwhile
        repeat.start();
        repeating.complete(repeat);
        assertThat(execution.thenCompose(Execution::result)).failsWithin(Duration.ofSeconds(20));
        repeat.join();
        engine.close(); // only now: a deadlocked engine cannot be closed
    }

    /** Until the thread waits, as it must: the start that it asks about goes on. */
    private static void awaitBlocked(Thread thread) {
        OwnThread.await(() -> !thread.isAlive() || thread.getState() == Thread.State.TIMED_WAITING);
    }

    private ExecutionDescription run(ExecutionListener listener) {
        try (Engine engine = Engine.builder()
                .environment(VirtualTime.startingAt(START))
                .listener(listener)
                .register(workflow)
                .build()) {
            Execution<JsonNode> execution = engine.start(workflow, "one", json("7"));
            execution.result().exceptionally(failed -> json("null")).join();
            return execution.describe();
        }
    }
}
