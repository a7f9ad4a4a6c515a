package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Activities whose workers ask for their tasks. */
@Timeout(60)
final class ActivityPollTest {
    private static final String PICK = "arn:aws:states:us-east-1:000000000000:activity:pick";
    private static final Duration AT_ONCE = Duration.ZERO;

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final Task pick = task(PICK, (input, call) -> {
        throw new AssertionError("its workers ask for it");
    });
    private final Workflow<JsonNode, JsonNode> workflow =
            states().task("Pick", pick, 60, 20, END).workflow();

    private Engine engine = engine(ExecutionStore.inMemory());

    @BeforeEach
    void stopTheClock() {
        time.pause();
    }

    @AfterEach
    void closeTheEngine() {
        engine.close(Duration.ZERO);
    }

    @Test
    void whoWaitsForEverWaitsLongAndWorkersHaveShortNames() {
        var poll = engine.pollActivityAsync("pick", "w".repeat(80), Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(poll).isNotDone();
        poll.cancel(true);
        assertThat(engine.pollActivity("pick", null, Duration.ofSeconds(Long.MIN_VALUE)))
                .isEmpty();
        for (String worker : List.of("", "w".repeat(81))) {
            assertThatIllegalArgumentException().isThrownBy(() -> engine.pollActivityAsync("pick", worker, AT_ONCE));
        }
    }

    @Test
    void aWorkerTakesTheTaskAndAnswersIt() {
        Execution<JsonNode> execution = start("one");
        assertThat(types(execution)).last().isEqualTo("ActivityScheduled");
        ActivityTask taken = engine.pollActivity("pick", "worker-7").orElseThrow();
        assertThat(taken.input()).isEqualTo(json("'one'"));
        assertThat(taken).hasToString("ActivityTask");
        assertThat(execution.history())
                .last()
                .satisfies(event -> assertThat(event.details()).isEqualTo(json("{'workerName': 'worker-7'}")));
        engine.sendTaskSuccess(taken.token(), json("'picked'"));
        assertThat(execution.result().join()).isEqualTo(json("'picked'"));
        assertThat(types(execution))
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "ActivityScheduled",
                        "ActivityStarted",
                        "ActivitySucceeded",
                        "TaskStateExited",
                        "ExecutionSucceeded");
    }

    @Test
    void aTaskGoesToOneWorker() {
        start("one");
        assertThat(engine.pollActivity("pick", "a", AT_ONCE)).isPresent();
        assertThat(engine.pollActivity("pick", "b", AT_ONCE)).isEmpty();
    }

    @Test
    void whatWaitsLongestIsGivenFirst() {
        for (String name : List.of("one", "two", "three")) {
            start(name);
            time.advance(Duration.ofSeconds(1));
        }
        for (String name : List.of("one", "two", "three")) {
            assertThat(engine.pollActivity("pick", "worker", AT_ONCE)
                            .orElseThrow()
                            .input())
                    .isEqualTo(json("'" + name + "'"));
        }
    }

    @Test
    void whoAskedFirstIsServedFirst() throws Exception {
        CompletableFuture<Optional<ActivityTask>> first = engine.pollActivityAsync("pick", "a", Duration.ofSeconds(60));
        CompletableFuture<Optional<ActivityTask>> second =
                engine.pollActivityAsync("pick", "b", Duration.ofSeconds(60));
        start("one");
        assertThat(first.get()).isPresent();
        assertThat(second).isNotDone();
        start("two");
        assertThat(second.get().orElseThrow().input()).isEqualTo(json("'two'"));
    }

    @Test
    void withoutATaskThePollEndsAfterSixtySeconds() {
        time.resume();
        assertThat(engine.pollActivity("pick", "worker")).isEmpty();
        assertThat(time.now()).isEqualTo(START.plusSeconds(60));
        assertThat(engine.pollActivity("pick", "worker", Duration.ofSeconds(5))).isEmpty();
        assertThat(time.now()).isEqualTo(START.plusSeconds(65));
    }

    @Test
    void whoGivesUpDoesNotKeepTheTask() {
        CompletableFuture<Optional<ActivityTask>> given = engine.pollActivityAsync("pick", "a", Duration.ofSeconds(60));
        time.awaitIdle(); // otherwise the task may be on its way to the one who gives up, and for "b" there is none yet
        given.cancel(true);
        start("one");
        assertThat(engine.pollActivity("pick", "b", AT_ONCE)).isPresent();
    }

    @Test
    void timeBeginsWhenAWorkerTakesTheTask() {
        Execution<JsonNode> execution = start("one");
        time.advance(Duration.ofHours(1));
        assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.RUNNING);
        ActivityTask taken = engine.pollActivity("pick", "worker", AT_ONCE).orElseThrow();
        time.advance(Duration.ofSeconds(15));
        engine.sendTaskHeartbeat(taken.token());
        time.advance(Duration.ofSeconds(15));
        assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.RUNNING);
        time.advance(Duration.ofSeconds(15));
        assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.describe().error()).isEqualTo("States.Timeout");
        assertThatThrownBy(() -> engine.sendTaskSuccess(taken.token(), json("1")))
                .isInstanceOf(TaskAnswerException.class);
        assertThatThrownBy(() -> engine.sendTaskHeartbeat(taken.token())).isInstanceOf(TaskAnswerException.class);
    }

    @Test
    void whoAnswersTooLateAnswersNoLaterAttempt() {
        engine.close(Duration.ZERO);
        Workflow<JsonNode, JsonNode> again = states().task("Pick", pick, 60, 20, END)
                .retry(Retrier.on("States.Timeout").intervalSeconds(1))
                .workflow();
        engine = engine(ExecutionStore.inMemory(), again);
        Execution<JsonNode> execution = engine.start(again, "one", json("'one'"));
        ActivityTask late = engine.pollActivity("pick", "late").orElseThrow();
        time.advance(Duration.ofSeconds(30));
        ActivityTask second = engine.pollActivity("pick", "second").orElseThrow();
        assertThat(second.token()).isNotEqualTo(late.token());
        assertThatThrownBy(() -> engine.sendTaskSuccess(late.token(), json("'late'")))
                .isInstanceOf(TaskAnswerException.class);
        engine.sendTaskSuccess(second.token(), json("'picked'"));
        assertThat(execution.result().join()).isEqualTo(json("'picked'"));
    }

    @Test
    void whatEndedMeanwhileIsNotGivenOut() {
        start("one").stop(null, null);
        Execution<JsonNode> two = start("two");
        assertThat(engine.pollActivity("pick", "worker", AT_ONCE).orElseThrow().input())
                .isEqualTo(json("'two'"));
        two.stop(null, null);
        assertThat(engine.pollActivity("pick", "worker", AT_ONCE)).isEmpty();
    }

    @Test
    void aFailureIsTheTasks() {
        Execution<JsonNode> execution = start("one");
        engine.sendTaskFailure(
                engine.pollActivity("pick", "worker").orElseThrow().token(), "Broken", "it fell down");
        assertThat(execution.result()).failsWithin(Duration.ofSeconds(10));
        assertThat(execution.describe().error()).isEqualTo("Broken");
        assertThat(execution.describe().cause()).isEqualTo("it fell down");
    }

    @Test
    void twoWorkersShareTheTasksOfManyExecutions() throws Exception {
        shared(List.of(engine, engine), 100);
    }

    @Test
    void workersOfTwoEnginesShareTheTasksInAStore() throws Exception {
        engine.close(Duration.ZERO);
        ExecutionStore store = ExecutionStore.inMemory();
        engine = engine(store);
        try (Engine other = engine(store)) {
            shared(List.of(engine, other, engine, other), 100);
        }
    }

    /** Each task is given out once, and all executions end. */
    private void shared(List<Engine> engines, int count) throws Exception {
        Map<String, AtomicInteger> given = new ConcurrentHashMap<>();
        List<Execution<JsonNode>> executions = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(engines.size());
        AtomicInteger left = new AtomicInteger(count);
        CompletableFuture<Void> broken = new CompletableFuture<>();
        List<CompletableFuture<Void>> working = new ArrayList<>();
        for (Engine of : engines) {
            working.add(CompletableFuture.runAsync(
                    () -> {
                        while (left.get() > 0 && !broken.isDone()) {
                            of.pollActivity("pick", "worker", AT_ONCE).ifPresent(task -> {
                                given.computeIfAbsent(task.input().textValue(), none -> new AtomicInteger())
                                        .incrementAndGet();
                                of.sendTaskSuccess(task.token(), task.input());
                                left.decrementAndGet();
                            });
                        }
                    },
                    workers));
        }
        for (CompletionStage<Void> worker : working) {
            worker.exceptionally(thrown -> {
                broken.completeExceptionally(thrown);
                return null;
            });
        }
        for (int i = 0; i < count; i++) {
            executions.add(engines.get(i % engines.size()).start(workflow, "order-" + i, json("'order-" + i + "'")));
        }
        CompletableFuture.anyOf(broken, CompletableFuture.allOf(working.toArray(CompletableFuture<?>[]::new)))
                .join(); // what has broken a worker, rather than that the others wait
        for (Execution<JsonNode> execution : executions) {
            assertThat(execution.result().get()).isEqualTo(json("'" + execution.name() + "'"));
        }
        workers.shutdown();
        assertThat(given)
                .hasSize(count)
                .allSatisfy((name, times) -> assertThat(times).hasValue(1));
    }

    @Test
    void aTaskIsGivenOutThoughAnotherEngineKeepsTheExecution() throws Exception {
        engine.close(Duration.ZERO);
        ExecutionStore store = ExecutionStore.inMemory();
        CompletableFuture<Void> release = new CompletableFuture<>();
        Workflow<JsonNode, JsonNode> both = heldUntil(release);
        Engine.Builder inRealTime =
                Engine.builder().store(store).polledActivity("pick").register(both);
        engine = inRealTime.build();
        try (Engine other = inRealTime.build()) {
            Execution<JsonNode> execution = engine.start(both, "one", json("'one'"));
            CompletableFuture<Optional<ActivityTask>> poll =
                    other.pollActivityAsync("pick", "far", Duration.ofSeconds(60));
            ActivityTask taken = poll.get().orElseThrow();
            other.sendTaskSuccess(taken.token(), json("'picked'"));
            release.complete(null);
            assertThat(execution.result().get()).isEqualTo(json("['one', 'picked']"));
        } finally {
            release.complete(null);
        }
    }

    /** Also if the time to wait is over before it is said to be. */
    @Test
    void whoDoesNotWaitAsksNoOtherEngine() {
        engine.close(Duration.ZERO);
        ExecutionStore store = ExecutionStore.inMemory();
        CompletableFuture<Void> release = new CompletableFuture<>();
        Workflow<JsonNode, JsonNode> both = heldUntil(release);
        engine = engine(store, both);
        Engine.Builder slow = Engine.builder().environment(new SlowTime(time)).store(store);
        try (Engine other = slow.polledActivity("pick").register(both).build()) {
            engine.start(both, "one", json("'one'"));
            assertThat(other.pollActivity("pick", "far", AT_ONCE)).isEmpty();
            assertThat(engine.pollActivity("pick", "near", AT_ONCE)).isPresent();
        } finally {
            release.complete(null);
        }
    }

    /** One whose execution the engine that started it keeps until then. */
    private Workflow<JsonNode, JsonNode> heldUntil(CompletableFuture<Void> release) {
        Task busy = task((input, call) -> {
            release.join();
            return input;
        });
        return States.workflow(
                "both",
                0,
                states().parallel(
                                "Both",
                                END,
                                states().task("Busy", busy, END).scope(),
                                states().task("Pick", pick, END).scope())
                        .scope());
    }

    /** Does nothing at once. */
    private record SlowTime(VirtualTime time) implements Environment {
        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public UUID newId() {
            return time.newId();
        }

        @Override
        public double random() {
            return time.random();
        }

        @Override
        public Timer schedule(Instant due, Runnable action) {
            return due.isAfter(now()) ? time.schedule(due, action) : () -> {};
        }
    }

    @Test
    void onlyActivitiesThatArePolledHaveTasks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.pollActivity("pack", "worker"))
                .withMessageContaining("pack");
        start("one");
        assertThat(engine.pollActivity(PICK, null, AT_ONCE)).isPresent();
    }

    @Test
    void aClosedEngineGivesNone() {
        CompletableFuture<Optional<ActivityTask>> waiting =
                engine.pollActivityAsync("pick", "worker", Duration.ofSeconds(60));
        engine.close(Duration.ZERO);
        assertThat(waiting.join()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> engine.pollActivity("pick", "worker"));
    }

    private static List<String> types(Execution<JsonNode> execution) {
        return execution.history().stream()
                .map(HistoryEvent::type)
                .map(type -> type.text())
                .toList();
    }

    private Execution<JsonNode> start(String name) {
        Execution<JsonNode> execution = engine.start(workflow, name, json("'" + name + "'"));
        time.awaitIdle();
        return execution;
    }

    private Engine engine(ExecutionStore store) {
        return engine(store, workflow);
    }

    private Engine engine(ExecutionStore store, Workflow<JsonNode, JsonNode> registered) {
        return Engine.builder()
                .environment(time)
                .store(store)
                .polledActivity("pick")
                .register(registered)
                .build();
    }
}
