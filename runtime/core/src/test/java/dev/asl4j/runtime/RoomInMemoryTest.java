package dev.asl4j.runtime;

import static dev.asl4j.runtime.DistributedMaps.distributed;
import static dev.asl4j.runtime.DistributedMaps.items;
import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.EngineGauges;
import dev.asl4j.runtime.spi.LifecycleListener;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.ExecutionLimitExceededException;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No more executions are in memory than there is room for; the others wait in the store. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RoomInMemoryTest {
    private static final String SYNC = "arn:aws:states:::states:startExecution.sync:2";
    private static final String ARN = "arn:aws:states:us-east-1:000000000000:stateMachine:";

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final AtomicReference<Engine> engine = new AtomicReference<>();
    private final AtomicInteger mostHeld = new AtomicInteger();
    private final List<Integer> worked = Collections.synchronizedList(new ArrayList<>());

    private final Task work = task((input, call) -> {
        mostHeld.accumulateAndGet(engine.get().executionsHeld(), Math::max);
        worked.add(input.asInt());
        return input;
    });

    private Engine engine(int room, Workflow<?, ?>... workflows) {
        Engine.Builder builder = Engine.builder()
                .environment(time)
                .store(ExecutionStore.inMemory())
                .maxInMemory(room);
        for (Workflow<?, ?> workflow : workflows) {
            builder.register(workflow);
        }
        Engine built = builder.build();
        engine.set(built);
        return built;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void whatIsDueAtOnceIsTakenUpAsThereIsRoom() {
        Workflow<JsonNode, JsonNode> workflow =
                states().pause("Wait", 3_600, 1).task("Work", work, END).workflow();
        time.pause();
        try (Engine engine = engine(40, workflow)) {
            for (int i = 0; i < 3_000; i++) {
                engine.start(workflow, "e" + i, json(String.valueOf(i)));
            }
            assertThat(engine.executionsHeld()).isZero();
            time.advance(Duration.ofHours(1));
            time.awaitIdle();
            assertThat(worked).containsExactlyInAnyOrderElementsOf(numbers(3_000));
            assertThat(mostHeld).hasValueLessThanOrEqualTo(40);
        }
    }

    @Test
    void whatIsStartedWaitsInTheStoreAndBeginsInOrder() {
        CountDownLatch go = new CountDownLatch(1);
        Task first = task((input, call) -> {
            TimeoutTest.await(go);
            worked.add(input.asInt());
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("First", first, END).workflow();
        try (Engine engine = engine(1, workflow)) {
            for (int i = 0; i < 500; i++) {
                engine.start(workflow, "e" + i, json(String.valueOf(i)));
            }
            assertThat(engine.executionsHeld()).isEqualTo(1);
            assertThat(engine.list(ExecutionFilter.all()
                                    .status(ExecutionStatus.RUNNING)
                                    .maxResults(1_000))
                            .items())
                    .hasSize(500);
            assertThat(engine.find(workflow, "e499").orElseThrow().describe().currentStates())
                    .extracting(ExecutionDescription.CurrentState::name)
                    .containsExactly("First");
            go.countDown();
            time.awaitIdle();
            assertThat(worked).isEqualTo(numbers(500));
        }
    }

    /** Room for 16, two at a time: with 15 that do not end there is room for half a page. */
    @Test
    void roomForLessThanAPageIsUsedAfterAWhile() {
        CountDownLatch go = new CountDownLatch(1);
        Task first = task((input, call) -> {
            if (input.asInt() < 15) {
                TimeoutTest.await(go);
            }
            worked.add(input.asInt());
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("First", first, END).workflow();
        try (Engine engine = Engine.builder()
                .store(ExecutionStore.inMemory())
                .maxInMemory(16)
                .register(workflow)
                .build()) {
            for (int i = 0; i < 20; i++) {
                engine.start(workflow, "e" + i, json(String.valueOf(i)));
            }
            for (int i = 15; i < 20; i++) {
                assertThat(engine.find(workflow, "e" + i).orElseThrow().result().join())
                        .isEqualTo(json(String.valueOf(i)));
            }
            assertThat(worked).containsExactlyInAnyOrder(15, 16, 17, 18, 19);
            go.countDown();
        }
    }

    @Test
    void whatWaitsForRoomGoesOnInTheNextEngine() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Workflow<JsonNode, JsonNode> stuck = states().task(
                        "Work",
                        task((input, call) -> {
                            begun.countDown();
                            TimeoutTest.sleepUntilInterrupted(interrupted);
                            return input;
                        }),
                        END)
                .workflow();
        ExecutionStore store = ExecutionStore.inMemory();
        Engine first = Engine.builder()
                .environment(time)
                .store(store)
                .maxInMemory(1)
                .register(stuck)
                .build();
        for (int i = 0; i < 30; i++) {
            first.start(stuck, "e" + i, json(String.valueOf(i)));
        }
        TimeoutTest.await(begun);
        first.shutdownNow();
        Workflow<JsonNode, JsonNode> working =
                states().task("Work", task((input, call) -> input), END).workflow();
        try (Engine second = Engine.builder()
                .environment(VirtualTime.startingAt(time.now(), 1)) // as in another process
                .store(store)
                .register(working)
                .build()) {
            for (int i = 0; i < 30; i++) {
                assertThat(second.find(working, "e" + i).orElseThrow().result().join())
                        .isEqualTo(json(String.valueOf(i)));
            }
        }
    }

    @Test
    void oneThatWaitsForRoomIsStopped() {
        CountDownLatch go = new CountDownLatch(1);
        Task first = task((input, call) -> {
            TimeoutTest.await(go);
            worked.add(input.asInt());
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("First", first, END).workflow();
        try (Engine engine = engine(1, workflow)) {
            engine.start(workflow, "0", json("0"));
            Execution<JsonNode> second = engine.start(workflow, "1", json("1"));
            second.stop("Gone", null);
            assertThat(second.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
            go.countDown();
            time.awaitIdle();
            assertThat(worked).containsExactly(0);
        }
    }

    @Test
    void aMapRunNeedsRoomForOneChildOnly() {
        Workflow<JsonNode, JsonNode> workflow = distributed(
                        "Map",
                        states().task("Work", work, 1).pause("Wait", 60, END).scope(),
                        map -> map)
                .workflow();
        try (Engine engine = engine(1, workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, "e", items(700));
            assertThat(execution.result().join()).isEqualTo(items(700));
            // one child has room and the next one is on its way: in which order their handlers run nobody promises
            assertThat(worked).containsExactlyInAnyOrderElementsOf(numbers(700));
        }
    }

    @Test
    void executionsThatWaitForNestedOnesNeedNoRoom() {
        Workflow<JsonNode, JsonNode> child =
                States.workflow("child", 0, states().task("Work", work, END).scope());
        Workflow<JsonNode, JsonNode> parent = States.workflow(
                "parent",
                0,
                states().task("Start", Task.startExecution(SYNC), END).scope());
        try (Engine engine = engine(1, child, parent)) {
            List<Execution<JsonNode>> parents = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                parents.add(engine.start(
                        parent, "p" + i, json("{'StateMachineArn': '" + ARN + "child', 'Input': " + i + "}")));
            }
            parents.forEach(execution -> execution.result().join());
            assertThat(worked).hasSize(20);
        }
    }

    @Test
    void handlersThatWaitForOtherExecutionsNeedNoRoom() {
        Workflow<JsonNode, JsonNode> inner =
                States.workflow("inner", 0, states().task("Work", work, END).scope());
        Task calling = task((input, call) -> engine.get().run(inner, "i" + input, input));
        Workflow<JsonNode, JsonNode> outer =
                States.workflow("outer", 0, states().task("Call", calling, END).scope());
        try (Engine engine = engine(1, inner, outer)) {
            List<Execution<JsonNode>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(engine.start(outer, "o" + i, json(String.valueOf(i))));
            }
            all.forEach(execution -> execution.result().join());
            assertThat(worked).hasSize(20);
        }
    }

    @Test
    void anEngineWithoutAStoreRefusesMoreThanItCanKeep() {
        Workflow<JsonNode, JsonNode> workflow =
                states().pause("Wait", 3_600, END).workflow();
        time.pause();
        try (Engine engine =
                Engine.builder().environment(time).maxOpen(2).register(workflow).build()) {
            Execution<JsonNode> first = engine.start(workflow, "1", json("{}"));
            engine.start(workflow, "2", json("{}"));
            assertThatThrownBy(() -> engine.start(workflow, "3", json("{}")))
                    .isInstanceOf(ExecutionLimitExceededException.class)
                    .hasMessageStartingWith("The maximum number of running executions has been reached. ");
            CompletableFuture<Execution<JsonNode>> refused = engine.startAsync(workflow, "3", json("{}"));
            assertThat(catchThrowableOfType(CompletionException.class, refused::join))
                    .hasCauseInstanceOf(ExecutionLimitExceededException.class);
            assertThat(engine.start(workflow, "2", json("{}")).name()).isEqualTo("2");
            first.stop(null, null);
            time.awaitIdle();
            assertThat(engine.start(workflow, "3", json("{}")).name()).isEqualTo("3");
            engine.close(Duration.ZERO);
        }
    }

    @Test
    void openExecutionsAreCountedForGauges() {
        AtomicReference<EngineGauges> gauges = new AtomicReference<>();
        LifecycleListener listener = new LifecycleListener() {
            @Override
            public void engineStarted(EngineGauges started) {
                gauges.set(started);
            }
        };
        Workflow<JsonNode, JsonNode> workflow =
                states().pause("Wait", 3_600, END).workflow();
        time.pause();
        try (Engine engine = Engine.builder()
                .environment(time)
                .maxOpen(7)
                .lifecycle(listener)
                .register(workflow)
                .build()) {
            engine.start(workflow, "1", json("{}"));
            Execution<JsonNode> second = engine.start(workflow, "2", json("{}"));
            time.awaitIdle();
            assertThat(gauges.get().openExecutionLimit()).hasValue(7);
            while (gauges.get().openExecutions().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(gauges.get().openExecutions()).hasValue(2);
            second.stop(null, null);
            assertThat(gauges.get().openExecutions()).hasValue(2);
            time.advance(Duration.ofMinutes(1));
            while (gauges.get().openExecutions().getAsLong() != 1) {
                Thread.onSpinWait();
            }
            engine.close(Duration.ZERO);
        }
    }

    @Test
    void whoStartsMoreThanTheStoreKeepsUpWithWaits() {
        Workflow<JsonNode, JsonNode> workflow = states().pass("Pass", END).workflow();
        try (UnreliableStore store = new UnreliableStore();
                Engine engine = Engine.builder()
                        .environment(time)
                        .store(store)
                        .storePatience(Duration.ofMillis(100))
                        .register(workflow)
                        .build()) {
            store.hold();
            List<CompletableFuture<Execution<JsonNode>>> started = new ArrayList<>();
            for (int i = 0; i < 2_048; i++) {
                started.add(engine.startAsync(workflow, "e" + i, json("{}")));
            }
            CompletableFuture<Execution<JsonNode>> tooMany = engine.startAsync(workflow, "tooMany", json("{}"));
            assertThat(catchThrowableOfType(CompletionException.class, tooMany::join))
                    .hasCauseInstanceOf(StoreException.class);
            assertThat(engine.executionsHeld()).isEqualTo(2_048);
            store.release();
            started.forEach(CompletableFuture::join);
            assertThat(engine.startAsync(workflow, "now", json("{}")).join().name())
                    .isEqualTo("now");
        }
    }
}
