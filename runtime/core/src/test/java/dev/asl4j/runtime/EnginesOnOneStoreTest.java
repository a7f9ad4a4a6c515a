package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Engines that share a store, one after the other and at once: what one leaves, however it leaves, another goes on with. */
@Timeout(60)
final class EnginesOnOneStoreTest {
    private static final String SEND = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final ExecutionStore store = ExecutionStore.inMemory();
    private final List<String> called = Collections.synchronizedList(new ArrayList<>());
    private final Task note = task((input, call) -> {
        called.add(call.stateName() + " " + call.delivery());
        return input;
    });

    @Test
    void aWaitGoesOnInTheNextEngine() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Before", note, 1)
                .pause("Wait", 3_600, 2)
                .task("After", note, END)
                .workflow();
        time.pause();
        Engine first = engine(workflow);
        first.start(workflow, "one", json("{'a': 1}"));
        time.awaitIdle();
        first.shutdownNow();
        try (Engine second = engine(workflow)) {
            Execution<JsonNode> found = second.find(workflow, "one").orElseThrow();
            assertThat(found.describe().status()).isEqualTo(ExecutionStatus.RUNNING);
            time.resume();
            assertThat(found.result().join()).isEqualTo(json("{'a': 1}"));
            assertThat(found.describe().stopTime()).isEqualTo(START.plusSeconds(3_600));
        }
        assertThat(called).containsExactly("Before 1", "After 1");
    }

    @Test
    void whatOnlyWaitsIsInNoEnginesMemory() {
        Workflow<JsonNode, JsonNode> workflow =
                states().pause("Wait", 86_400, END).workflow();
        time.pause();
        try (Engine engine = engine(workflow)) {
            for (int i = 0; i < 1_000; i++) {
                engine.start(workflow, "e" + i, json("1"));
            }
            time.awaitIdle();
            assertThat(engine.executionsHeld()).isZero();
            time.advance(Duration.ofDays(1));
            time.awaitIdle();
            for (int i = 0; i < 1_000; i++) {
                assertThat(engine.find(workflow, "e" + i)
                                .orElseThrow()
                                .describe()
                                .status())
                        .isEqualTo(ExecutionStatus.SUCCEEDED);
            }
        }
    }

    @Test
    void aTaskInFlightIsDeliveredAgain() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Task work = task((input, call) -> {
            called.add(call.stateName() + " " + call.delivery());
            if (call.delivery() == 1) {
                begun.countDown();
                TimeoutTest.sleepUntilInterrupted(interrupted);
            }
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Before", note, 1).task("Work", work, END).workflow();
        Engine first = engine(workflow);
        first.start(workflow, "one", json("7"));
        TimeoutTest.await(begun);
        first.shutdownNow();
        TimeoutTest.await(interrupted);
        try (Engine second = engine(workflow)) {
            assertThat(second.find(workflow, "one").orElseThrow().result().join())
                    .isEqualTo(json("7"));
        }
        assertThat(called).containsExactly("Before 1", "Work 1", "Work 2");
    }

    @Test
    void closingLetsHandlersEndAndCallsNoFurtherOne() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Task work = task((input, call) -> {
            called.add(call.stateName() + " " + call.delivery());
            begun.countDown();
            TimeoutTest.await(go);
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", work, 1).task("Then", note, END).workflow();
        Engine first = engine(workflow);
        first.start(workflow, "one", json("7"));
        TimeoutTest.await(begun);
        Thread closing = new Thread(first::close);
        closing.start();
        OwnThread.await(() -> !closing.isAlive() || closing.getState() == Thread.State.TIMED_WAITING);
        go.countDown();
        assertThat(closing).satisfies(thread -> thread.join(20_000));
        assertThat(called).containsExactly("Work 1");
        try (Engine second = engine(workflow)) {
            assertThat(second.find(workflow, "one").orElseThrow().result().join())
                    .isEqualTo(json("7"));
        }
        assertThat(called).startsWith("Work 1").hasSize(2);
        assertThat(called.get(1)).startsWith("Then ");
    }

    @Test
    void aTokenIsAnsweredInAnotherEngine() {
        List<String> tokens = Collections.synchronizedList(new ArrayList<>());
        Task send = task(SEND, (input, call) -> {
            tokens.add(call.taskToken());
            return json("{}");
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().tokenTask("Send", send, 0, 0, END).workflow();
        Engine first = engine(workflow);
        first.start(workflow, "one", json("{}"));
        time.awaitIdle();
        first.shutdownNow();
        try (Engine second = engine(workflow)) {
            time.awaitIdle();
            second.sendTaskSuccess(tokens.get(0), json("'yes'"));
            assertThat(second.find(workflow, "one").orElseThrow().result().join())
                    .isEqualTo(json("'yes'"));
        }
        assertThat(tokens).hasSize(1);
    }

    @Test
    void aCallbackAnswersWhatHasLeftMemory() {
        List<TaskCallback<JsonNode>> callbacks = Collections.synchronizedList(new ArrayList<>());
        Task send = task(SEND, (input, call) -> {
            callbacks.add(call.callback());
            return json("{}");
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().tokenTask("Send", send, 0, 60, END).workflow();
        time.pause();
        try (Engine engine = engine(workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, "one", json("{}"));
            time.awaitIdle();
            assertThat(engine.executionsHeld()).isZero();
            time.advance(Duration.ofSeconds(50));
            callbacks.get(0).heartbeat();
            time.advance(Duration.ofSeconds(50));
            callbacks.get(0).success(json("'yes'"));
            assertThatThrownBy(() -> callbacks.get(0).success(json("'again'"))).isInstanceOf(TaskAnswerException.class);
            assertThat(execution.result().join()).isEqualTo(json("'yes'"));
        }
    }

    @Test
    void aTokenOfAnExecutionThatAnotherEngineHoldsIsAnsweredOnce() {
        List<String> tokens = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch go = new CountDownLatch(1);
        Task send = task(SEND, (input, call) -> {
            tokens.add(call.taskToken());
            return json("{}");
        });
        Task busy = task((input, call) -> {
            TimeoutTest.await(go);
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().parallel(
                        "Both",
                        END,
                        states().tokenTask("Send", send, 0, 0, END).scope(),
                        states().task("Busy", busy, END).scope())
                .workflow();
        try (Engine one = engine(workflow);
                Engine two = engine(workflow)) {
            Execution<JsonNode> execution = one.start(workflow, "one", json("{}"));
            OwnThread.await(() -> !tokens.isEmpty());
            two.sendTaskHeartbeat(tokens.get(0));
            two.sendTaskSuccess(tokens.get(0), json("'yes'"));
            assertThatThrownBy(() -> two.sendTaskSuccess(tokens.get(0), json("'again'")))
                    .isInstanceOf(TaskAnswerException.class);
            go.countDown();
            assertThat(execution.result().join()).isEqualTo(json("['yes', {}]"));
            assertThatThrownBy(() -> two.sendTaskHeartbeat(tokens.get(0))).isInstanceOf(TaskAnswerException.class);
        }
    }

    @Test
    void ofManyAnswersAtOnceOneCounts() throws Exception {
        Task send = task(SEND, (input, call) -> {
            called.add(call.taskToken());
            return json("{}");
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().tokenTask("Send", send, 0, 0, END).workflow();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Engine engine = engine(workflow)) {
            for (int round = 0; round < 50; round++) {
                Execution<JsonNode> execution = engine.start(workflow, "e" + round, json("{}"));
                time.awaitIdle();
                String token = called.get(round);
                CyclicBarrier gate = new CyclicBarrier(8);
                List<Future<Boolean>> answers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    JsonNode answer = json("" + i);
                    answers.add(threads.submit(() -> {
                        gate.await();
                        try {
                            engine.sendTaskSuccess(token, answer);
                            return true;
                        } catch (TaskAnswerException late) {
                            return false;
                        }
                    }));
                }
                List<Integer> accepted = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    if (answers.get(i).get()) {
                        accepted.add(i);
                    }
                }
                assertThat(accepted).containsExactly(execution.result().join().intValue());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void twoAtOnceShareTheWork() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Before", note, 1)
                .pause("Wait", 600, 2)
                .task("After", note, END)
                .workflow();
        time.pause();
        try (Engine one = engine(workflow);
                Engine two = engine(workflow)) {
            List<Execution<JsonNode>> executions = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                executions.add((i % 2 == 0 ? one : two).start(workflow, "e" + i, json("" + i)));
            }
            time.resume();
            for (int i = 0; i < 200; i++) {
                assertThat(executions.get(i).result().join()).isEqualTo(json("" + i));
            }
        }
        assertThat(called).hasSize(400).allMatch(call -> call.endsWith(" 1"));
    }

    @Test
    void whoAwaitedAnEndHereHearsOfItFromElsewhere() {
        CountDownLatch go = new CountDownLatch(1);
        Task work = task((input, call) -> {
            TimeoutTest.await(go);
            return input;
        });
        Workflow<JsonNode, JsonNode> awaited = states().task("Work", work, 1)
                .pause("Wait", 600, 2)
                .task("After", note, END)
                .workflow();
        Workflow<JsonNode, JsonNode> near =
                States.workflow("near", 0, states().pause("Soon", 4, END).scope());
        time.pause();
        try (Engine one = builder(awaited).register(near).maxInMemory(1).build();
                Engine two = engine(awaited)) {
            CompletableFuture<JsonNode> result =
                    one.start(awaited, "one", json("1")).result();
            two.start(awaited, "two", json("2")); // by whose time it looks for what is due
            go.countDown();
            time.awaitIdle();
            time.advance(Duration.ofSeconds(598));
            one.start(near, "near", json("3")); // stays in memory, where there is no more room
            time.advance(Duration.ofSeconds(2));
            assertThat(result).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(json("1"));
            assertThat(two.find(awaited, "one").orElseThrow().describe().status())
                    .isEqualTo(ExecutionStatus.SUCCEEDED);
        }
    }

    @Test
    void oneStopsWhatTheOtherRuns() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Task work = task((input, call) -> {
            begun.countDown();
            TimeoutTest.sleepUntilInterrupted(interrupted);
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", work, END).workflow();
        try (Engine one = engine(workflow);
                Engine two = engine(workflow)) {
            one.start(workflow, "one", json("1"));
            TimeoutTest.await(begun);
            Execution<JsonNode> found = two.find(workflow, "one").orElseThrow();
            found.stop("Enough", "by hand");
            assertThat(found.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(found.result()).failsWithin(Duration.ofSeconds(20));
            TimeoutTest.await(interrupted);
        }
    }

    private Engine engine(Workflow<JsonNode, JsonNode> workflow) {
        return builder(workflow).build();
    }

    private Engine.Builder builder(Workflow<JsonNode, JsonNode> workflow) {
        return Engine.builder().environment(time).store(store).register(workflow);
    }
}
