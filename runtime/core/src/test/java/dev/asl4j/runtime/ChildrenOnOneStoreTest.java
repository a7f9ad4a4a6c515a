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
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Map Runs and nested executions of engines that share a store: what one leaves, another goes on with. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ChildrenOnOneStoreTest {
    private static final String SYNC = "arn:aws:states:::states:startExecution.sync:2";
    private static final String ARN = "arn:aws:states:us-east-1:000000000000:stateMachine:";

    private VirtualTime time = VirtualTime.startingAt(START);
    private final ExecutionStore store = ExecutionStore.inMemory();
    private final ExecutionAdmin admin = ExecutionAdmin.of(store);

    @SafeVarargs
    private Engine engine(Workflow<JsonNode, JsonNode>... workflows) {
        Engine.Builder builder = Engine.builder().environment(time).store(store);
        for (Workflow<JsonNode, JsonNode> workflow : workflows) {
            builder.register(workflow);
        }
        return builder.build();
    }

    @Test
    void aMapRunGoesOnInTheNextEngineWhereverTheFirstOneStops() {
        for (int stopAfter = 1; stopAfter < 60; stopAfter += 4) {
            CountDownLatch reached = new CountDownLatch(stopAfter);
            Task work = task((input, call) -> {
                reached.countDown();
                return IntNode.valueOf(input.asInt() * 10);
            });
            Workflow<JsonNode, JsonNode> workflow = distributed(
                            "Map",
                            states().task("First", work, 1)
                                    .pause("Wait", 30, 2)
                                    .pass("Last", END)
                                    .scope(),
                            map -> map.maxConcurrency(9))
                    .workflow();
            String name = "e" + stopAfter;
            Engine first = engine(workflow);
            first.start(workflow, name, items(60));
            TimeoutTest.await(reached);
            first.shutdownNow();
            time = VirtualTime.startingAt(time.now(), stopAfter); // as in another process
            try (Engine second = engine(workflow)) {
                Execution<JsonNode> execution = second.find(workflow, name).orElseThrow();
                JsonNode result = execution.result().join();
                assertThat(result).hasSize(60);
                assertThat(result.get(59).asInt()).isEqualTo(590);
                assertThat(execution.mapRuns()).hasSize(1);
                assertThat(execution.mapRuns().get(0).itemCounts())
                        .isEqualTo(new MapRunDescription.Counts(0, 0, 60, 0, 0, 0, 60, 60));
                assertThat(admin.list(ExecutionFilter.all()
                                        .mapRunArn(execution.mapRuns().get(0).mapRunArn()))
                                .items())
                        .hasSize(60)
                        .allMatch(child -> child.status() == ExecutionStatus.SUCCEEDED);
            }
        }
    }

    @Test
    void aMapRunIsUpdatedByAnyEngine() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Task work = task((input, call) -> {
            started.countDown();
            TimeoutTest.await(go);
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = distributed(
                        "Map", states().task("Work", work, END).scope(), map -> map.maxConcurrency(1))
                .workflow();
        try (Engine engine = engine(workflow);
                Engine other = engine(workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, "e", items(4));
            TimeoutTest.await(started);
            String arn = execution.mapRuns().get(0).mapRunArn();
            other.updateMapRun(arn, MapRunUpdate.nothing().maxConcurrency(3).toleratedFailurePercentage(50));
            go.countDown();
            assertThat(execution.result().join()).hasSize(4);
            MapRunDescription run = other.describeMapRun(arn).orElseThrow();
            assertThat(run.maxConcurrency()).isEqualTo(3);
            assertThat(run.toleratedFailurePercentage()).isEqualTo(50);
            assertThatThrownBy(() -> other.updateMapRun(arn, MapRunUpdate.nothing()))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> other.updateMapRun(arn + "x", MapRunUpdate.nothing()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static final Workflow<JsonNode, JsonNode> WAITING_CHILDREN = distributed(
                    "Map", states().pause("Wait", 86_400, END).scope(), map -> map)
            .workflow();

    @Test
    void childrenThatWaitLeaveMemory() {
        time.pause();
        try (Engine engine = engine(WAITING_CHILDREN)) {
            Execution<JsonNode> execution = engine.start(WAITING_CHILDREN, "e", items(50));
            time.awaitIdle();
            assertThat(engine.executionsHeld()).isEqualTo(1);
            assertThat(execution.mapRuns().get(0).executionCounts().running()).isEqualTo(50);
            time.advance(Duration.ofDays(1));
            time.awaitIdle();
            assertThat(execution.result().join()).isEqualTo(items(50));
            assertThat(engine.executionsHeld()).isZero();
        }
    }

    @Test
    void aChildIsDescribedByItsArn() {
        time.pause();
        try (Engine engine = engine(WAITING_CHILDREN)) {
            Execution<JsonNode> execution = engine.start(WAITING_CHILDREN, "e", items(3));
            time.awaitIdle();
            String run = execution.mapRuns().get(0).mapRunArn();
            String arn = engine.list(ExecutionFilter.all().mapRunArn(run))
                    .items()
                    .get(1)
                    .id();
            assertThat(arn).matches("arn:aws:states:us-east-1:000000000000:execution:machine/[0-9a-f-]+:[0-9a-f-]+");
            Execution<JsonNode> child = engine.find(arn).orElseThrow();
            assertThat(child.id()).isEqualTo(arn);
            assertThat(child.describe().mapRunArn()).isEqualTo(run);
            assertThat(child.describe().input().asInt()).isEqualTo(1);
            assertThat(child.describe().redriveStatusReason()).isNotNull();
            assertThat(child.history()).hasSize(2);
            child.stop("Gone", null);
            assertThat(child.describe().error()).isEqualTo("Gone");
            assertThat(engine.find(execution.id())).get().returns(execution.id(), Execution::id);
            assertThat(engine.find(arn + "0")).isEmpty();
            assertThat(engine.find(arn.replace("us-east-1", "eu-west-1"))).isEmpty();
            assertThatThrownBy(() -> engine.find("e"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Invalid Arn: 'Invalid ARN prefix: e'");
        }
    }

    @Test
    void childrenThatHaveLeftMemoryEndWithTheirExecution() {
        time.pause();
        try (Engine engine = engine(WAITING_CHILDREN)) {
            Execution<JsonNode> execution = engine.start(WAITING_CHILDREN, "e", items(50));
            time.awaitIdle();
            String arn = execution.mapRuns().get(0).mapRunArn();
            execution.stop(null, null);
            time.awaitIdle();
            assertThat(engine.executionsHeld()).isZero();
            assertThat(admin.list(ExecutionFilter.all().mapRunArn(arn)).items())
                    .hasSize(50)
                    .allMatch(child -> child.status() == ExecutionStatus.ABORTED);
        }
    }

    // ---- nested executions

    private static Workflow<JsonNode, JsonNode> parent() {
        return States.workflow(
                "parent",
                0,
                states().pass("Begin", 1)
                        .task("Start", Task.startExecution(SYNC), END)
                        .scope());
    }

    private static JsonNode startOf(String machine) {
        return json("{'StateMachineArn': '" + ARN + machine + "', 'Input': {'a': 1}}");
    }

    @Test
    void aParentThatWaitsLeavesMemoryAndIsWokenByTheEndOfItsChild() {
        Workflow<JsonNode, JsonNode> child =
                States.workflow("child", 0, states().pause("Wait", 86_400, END).scope());
        Workflow<JsonNode, JsonNode> parent = parent();
        time.pause();
        try (Engine engine = engine(child, parent)) {
            Execution<JsonNode> execution = engine.start(parent, "p", startOf("child"));
            time.awaitIdle();
            assertThat(engine.executionsHeld()).isEqualTo(1);
            time.advance(Duration.ofSeconds(10));
            time.awaitIdle();
            assertThat(engine.executionsHeld()).isZero();
            time.advance(Duration.ofDays(1));
            time.awaitIdle();
            assertThat(execution.result().join().get("Output")).isEqualTo(json("{'a': 1}"));
            assertThat(admin.list(ExecutionFilter.all().workflow(child)).items())
                    .hasSize(1);
        }
    }

    @Test
    void theNextEngineStartsNoSecondChild() {
        for (int round = 0; round < 20; round++) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            AtomicInteger calls = new AtomicInteger();
            Task work = task((input, call) -> {
                if (calls.incrementAndGet() == 1) {
                    begun.countDown();
                    TimeoutTest.sleepUntilInterrupted(interrupted);
                }
                return input;
            });
            Workflow<JsonNode, JsonNode> child = States.workflow(
                    "child" + round, 0, states().task("Work", work, END).scope());
            Workflow<JsonNode, JsonNode> parent = parent();
            Engine first = engine(child, parent);
            first.start(parent, "p" + round, startOf("child" + round));
            TimeoutTest.await(begun);
            first.shutdownNow();
            TimeoutTest.await(interrupted);
            time = VirtualTime.startingAt(time.now(), round); // as in another process
            try (Engine second = engine(child, parent)) {
                Execution<JsonNode> execution = second.find(parent, "p" + round).orElseThrow();
                assertThat(execution.result().join().get("Status").asText()).isEqualTo("SUCCEEDED");
                assertThat(admin.list(ExecutionFilter.all().workflow(child)).items())
                        .extracting(ExecutionSummary::status)
                        .containsExactly(ExecutionStatus.SUCCEEDED);
            }
        }
    }

    @Test
    void stoppingAParentThatIsInNoMemoryStopsItsChild() {
        Workflow<JsonNode, JsonNode> child =
                States.workflow("child", 0, states().pause("Wait", 86_400, END).scope());
        Workflow<JsonNode, JsonNode> parent = parent();
        time.pause();
        try (Engine engine = engine(child, parent)) {
            Execution<JsonNode> execution = engine.start(parent, "p", startOf("child"));
            time.awaitIdle();
            time.advance(Duration.ofSeconds(10));
            time.awaitIdle();
            assertThat(engine.executionsHeld()).isZero();
            execution.stop(null, null);
            time.awaitIdle();
            assertThat(admin.list(ExecutionFilter.all().workflow(child)).items())
                    .extracting(ExecutionSummary::status)
                    .containsExactly(ExecutionStatus.ABORTED);
        }
    }

    @Test
    void aMachineThatStartsItselfIsRefusedInTheEnd() {
        List<String> names = Collections.synchronizedList(new ArrayList<>());
        Workflow<JsonNode, JsonNode> workflow = selfStarting(names);
        try (Engine engine = engine(workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, "top", json("{}"));
            CompletionException failed = catchThrowableOfType(
                    CompletionException.class, () -> execution.result().join());
            assertThat(((ExecutionFailedException) failed.getCause()).error()).isEqualTo("States.TaskFailed");
            assertThat(names).hasSize(1_001); // the first one, and a thousand below it
        }
    }

    private static Workflow<JsonNode, JsonNode> selfStarting(List<String> names) {
        return States.workflow(
                "self",
                0,
                states().state(
                                StateType.TASK,
                                "Again",
                                frame -> {
                                    names.add("started");
                                    frame.call(
                                            Task.startExecution(SYNC),
                                            json("{'StateMachineArn': '" + ARN + "self', 'Input': {}}"));
                                },
                                (frame, result) -> frame.succeed(result))
                        .calls(Task.startExecution(SYNC))
                        .scope());
    }
}
