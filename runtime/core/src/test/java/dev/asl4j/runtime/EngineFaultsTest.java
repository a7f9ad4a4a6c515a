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
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is slow, away, says no, or gives the engine up: nothing happens before it is durable, and nothing is lost. */
@Timeout(60)
final class EngineFaultsTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final UnreliableStore store = new UnreliableStore();
    private final List<String> called = Collections.synchronizedList(new ArrayList<>());
    private final Task note = task((input, call) -> {
        called.add(call.stateName() + " " + call.delivery());
        return input;
    });

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @Test
    void timeStandsStillWhileTheStoreWrites() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Before", note, 1)
                .parallel(
                        "Both",
                        2,
                        states().pause("Short", 3, END).scope(),
                        states().map(
                                        "Each",
                                        states().pause("Long", 60, 1)
                                                .task("Inner", note, END)
                                                .scope(),
                                        2,
                                        END)
                                .scope())
                .task("After", note, END)
                .workflow();
        try (Engine engine = engine(workflow)) {
            List<Execution<JsonNode>> executions = new ArrayList<>();
            time.pause();
            for (int i = 0; i < 50; i++) {
                executions.add(engine.start(workflow, "e" + i, json("[1, 2, 3]")));
            }
            time.resume();
            for (Execution<JsonNode> execution : executions) {
                assertThat(execution.result().join()).isEqualTo(json("[[1, 2, 3], [1, 2, 3]]"));
                assertThat(execution.describe().stopTime()).isEqualTo(START.plusSeconds(120));
            }
        }
        assertThat(called).hasSize(50 * 5).allMatch(call -> call.endsWith(" 1"));
    }

    @Test
    void noTaskIsCalledAndNoStartReturnsBeforeItIsDurable() throws Exception {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", note, END).workflow();
        try (Engine engine = engine(workflow)) {
            store.hold();
            CompletableFuture<Execution<JsonNode>> started =
                    CompletableFuture.supplyAsync(() -> engine.start(workflow, "one", json("1")), OwnThread.EACH);
            CompletableFuture<Execution<JsonNode>> async = engine.startAsync(workflow, "two", json("2"));
            assertThatThrownBy(() -> started.get(200, java.util.concurrent.TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(async).isNotDone();
            assertThat(called).isEmpty();
            store.release();
            assertThat(started.get().result().join()).isEqualTo(json("1"));
            assertThat(async.get().result().join()).isEqualTo(json("2"));
        }
    }

    @Test
    void aStoreThatIsAwayForTooLongIsTold() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", note, END).workflow();
        try (Engine engine = Engine.builder()
                .environment(time)
                .store(store)
                .storePatience(Duration.ofMillis(100))
                .register(workflow)
                .build()) {
            store.hold();
            assertThatThrownBy(() -> engine.start(workflow, "one", json("1"))).isInstanceOf(StoreException.class);
            store.release();
            time.awaitIdle();
            assertThat(engine.find(workflow, "one").orElseThrow().result().join())
                    .isEqualTo(json("1"));
        }
        assertThat(called).containsExactly("Work 1");
    }

    @Test
    void stopReturnsWhenItIsDurable() {
        Workflow<JsonNode, JsonNode> workflow =
                states().pause("Wait", 3_600, END).workflow();
        time.pause();
        try (Engine engine = engine(workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, "one", json("1"));
            store.hold();
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(() -> execution.stop("Enough", null), OwnThread.EACH);
            assertThatThrownBy(() -> stopped.get(200, java.util.concurrent.TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.RUNNING);
            store.release();
            stopped.join();
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
        }
    }

    @Test
    void anEngineThatWasGivenUpDropsWhatItRunsAndJoinsAgain() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Task work = task((input, call) -> {
            called.add(call.stateName() + " " + call.delivery());
            if (begun.getCount() > 0) {
                begun.countDown();
                TimeoutTest.sleepUntilInterrupted(interrupted);
            }
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().task("Before", note, 1)
                .task("Work", work, 2)
                .pause("Wait", 60, END)
                .workflow();
        try (Engine engine = engine(workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, "one", json("7"));
            TimeoutTest.await(begun);
            store.loseSessions();
            TimeoutTest.await(interrupted);
            assertThat(execution.result().join()).isEqualTo(json("7"));
            assertThat(engine.start(workflow, "two", json("8")).result().join()).isEqualTo(json("8"));
        }
        assertThat(called).startsWith("Before 1", "Work 1", "Work 2");
    }

    @Test
    void anEngineThatStoodStillCallsNoHandlerForWhatOthersHaveByNow() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", note, END).workflow();
        store.standStill();
        try (Engine engine = engine(workflow)) {
            assertThat(engine.start(workflow, "one", json("1")).result().join()).isEqualTo(json("1"));
        }
        assertThat(called).containsExactly("Work 2");
    }

    @Test
    void aStartWhoseSessionIsLostIsTriedAgain() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", note, END).workflow();
        try (Engine engine = engine(workflow)) {
            store.hold();
            CompletableFuture<Execution<JsonNode>> started =
                    CompletableFuture.supplyAsync(() -> engine.start(workflow, "one", json("1")), OwnThread.EACH);
            OwnThread.await(() -> engine.executionsHeld() > 0);
            store.loseSessions();
            store.release();
            assertThat(started.join().result().join()).isEqualTo(json("1"));
        }
        assertThat(called).containsExactly("Work 1");
    }

    @Test
    void whatTheStoreRefusesForGoodEndsTheExecutionAndNoOther() {
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", note, 1).pass("Then", END).workflow();
        store.refuse(turn -> turn.events().stream()
                .anyMatch(event -> event.details().path("output").asText().contains("poison")));
        try (Engine engine = engine(workflow)) {
            Execution<JsonNode> poisoned = engine.start(workflow, "bad", json("'poison'"));
            Execution<JsonNode> other = engine.start(workflow, "good", json("'food'"));
            assertThat(other.result().join()).isEqualTo(json("'food'"));
            assertThat(poisoned.result()).failsWithin(Duration.ofSeconds(20));
            ExecutionDescription end = poisoned.describe();
            assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(end.error()).isEqualTo("States.Runtime");
            assertThat(end.cause()).contains("the store refuses");
            assertThat(store.history(store.find("machine", "bad").orElseThrow().key(), 0, 100, false))
                    .extracting(event -> event.id() + " " + event.type().text())
                    .endsWith("4 LambdaFunctionStarted", "5 ExecutionFailed");
        }
    }

    @Test
    void whatTheStoreRefusesAtTheStartIsTold() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", note, END).workflow();
        store.refuse(turn -> turn.head() != null && turn.head().name().equals("bad"));
        try (Engine engine = engine(workflow)) {
            assertThatThrownBy(() -> engine.start(workflow, "bad", json("1"))).isInstanceOf(StoreException.class);
            assertThat(engine.start(workflow, "good", json("2")).result().join())
                    .isEqualTo(json("2"));
            assertThat(engine.find(workflow, "bad")).isEmpty();
        }
    }

    private Engine engine(Workflow<JsonNode, JsonNode> workflow) {
        return Engine.builder()
                .environment(time)
                .store(store)
                .register(workflow)
                .build();
    }
}
