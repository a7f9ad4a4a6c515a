package dev.asl4j.runtime;

import static dev.asl4j.runtime.DistributedMaps.distributed;
import static dev.asl4j.runtime.DistributedMaps.failingFor;
import static dev.asl4j.runtime.DistributedMaps.items;
import static dev.asl4j.runtime.DistributedMaps.passing;
import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.ItemBatcher;
import dev.asl4j.runtime.spi.ResultWriter;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distributed Maps over the state's data: items, children, tolerated failures, batches, Retry and Catch. */
@Timeout(60)
final class DistributedMapTest {
    private final VirtualTime time = VirtualTime.startingAt(START);

    private ExecutionFailedException failure(Workflow<JsonNode, JsonNode> workflow, JsonNode input) {
        return catchThrowableOfType(ExecutionFailedException.class, () -> workflow.run(input, time));
    }

    @Test
    void resultsKeepTheOrderOfTheItems() {
        Task task = task((input, call) -> {
            return IntNode.valueOf(input.asInt() * 10);
        });
        Workflow<JsonNode, JsonNode> workflow = distributed(
                        "Map", states().task("Work", task, END).scope(), UnaryOperator.identity())
                .workflow();
        JsonNode result = workflow.run(items(300), time);
        assertThat(result).hasSize(300);
        for (int i = 0; i < 300; i++) {
            assertThat(result.get(i).asInt()).isEqualTo(i * 10);
        }
    }

    @Test
    void noItemsNoChildren() {
        assertThat(distributed("Map", passing(), UnaryOperator.identity())
                        .workflow()
                        .run(json("[]"), time))
                .isEqualTo(json("[]"));
    }

    @Test
    void entriesOfAnObjectAreItems() {
        assertThat(distributed("Map", passing(), UnaryOperator.identity())
                        .workflow()
                        .run(json("{'a': 1, 'b': [2]}"), time))
                .isEqualTo(json("[{'Key': 'a', 'Value': 1}, {'Key': 'b', 'Value': [2]}]"));
    }

    @Test
    void aChildIsAnExecutionOfItsOwn() {
        Scope processor = states().state(StateType.PASS, "Show", frame -> frame.succeed(frame.context()))
                .scope();
        Workflow<JsonNode, JsonNode> workflow =
                distributed("Map", processor, map -> map.label("Rows")).workflow();
        JsonNode contexts = workflow.run(json("[{'n': 1}, {'n': 2}]"), time);
        Set<String> ids = ConcurrentHashMap.newKeySet();
        for (JsonNode context : contexts) {
            assertThat(context.at("/Execution/Id").asText())
                    .matches("arn:aws:states:us-east-1:000000000000:execution:machine/Rows:[0-9a-f-]{36}");
            assertThat(context.at("/StateMachine/Id").asText())
                    .isEqualTo("arn:aws:states:us-east-1:000000000000:stateMachine:machine/Rows");
            assertThat(context.at("/Execution/RoleArn").asText()).isEqualTo("arn:aws:iam::000000000000:role/machine");
            assertThat(context.has("Map")).isFalse();
            ids.add(context.at("/Execution/Id").asText());
        }
        assertThat(ids).hasSize(2);
        assertThat(contexts.get(1).at("/Execution/Input")).isEqualTo(json("{'n': 2}"));
        assertThat(contexts.get(1).at("/Execution/RedriveCount").asInt(-1)).isZero();
    }

    @Test
    void expressChildrenHaveTheirOwnArn() {
        Scope processor = states().state(StateType.PASS, "Show", frame -> frame.succeed(frame.context()))
                .scope();
        JsonNode context = distributed(
                        "Map", processor, map -> map.label("Rows").express())
                .workflow()
                .run(json("[1]"), time)
                .get(0);
        assertThat(context.at("/Execution/Id").asText())
                .matches("arn:aws:states:us-east-1:000000000000:express:machine/Rows:[0-9a-f-]{36}:[0-9a-f-]{36}");
        assertThat(context.at("/Execution").has("RedriveCount")).isFalse();
    }

    @Test
    void theSelectorSeesTheItemAndItsSource() {
        Scope processor = new Scope(passing().states(), 0, true) {
            @Override
            public void enter(dev.asl4j.runtime.spi.Frame frame) {
                frame.succeed(frame.input());
            }

            @Override
            public void resume(dev.asl4j.runtime.spi.Frame frame, JsonNode result) {}

            @Override
            public JsonNode itemInput(dev.asl4j.runtime.spi.Frame map, JsonNode input, int index, JsonNode item) {
                return Json.array(map.context(index, item).at("/Map/Item"), map.itemSource(), input.get("all"));
            }
        };
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.MAP,
                        "Map",
                        frame -> frame.distribute(Distribution.of(processor, frame.input())
                                .items(frame.input().get("items"))),
                        (frame, result) -> frame.succeed(result))
                .workflow();
        assertThat(workflow.run(json("{'all': 7, 'items': {'k': 'v'}}"), time))
                .isEqualTo(json("[[{'Index': 0, 'Key': 'k', 'Value': 'v', 'Source': 'STATE_DATA'}, 'STATE_DATA', 7]]"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void maxConcurrencyIsReachedAndNotExceeded(int limit) {
        CyclicBarrier full = new CyclicBarrier(limit);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Task task = task((input, call) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            full.await(20, TimeUnit.SECONDS);
            running.decrementAndGet();
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = distributed(
                        "Map", states().task("Work", task, END).scope(), map -> map.maxConcurrency(limit))
                .workflow();
        assertThat(workflow.run(items(limit * 5), time)).hasSize(limit * 5);
        assertThat(most).hasValue(limit);
    }

    @Test
    void childrenWaitAtTheSameTime() {
        Workflow<JsonNode, JsonNode> workflow = distributed(
                        "Map", states().pause("Wait", 3_600, END).scope(), UnaryOperator.identity())
                .workflow();
        assertThat(workflow.run(items(50), time)).hasSize(50);
        assertThat(time.now()).isEqualTo(START.plusSeconds(3_600));
    }

    @Test
    void aFailureIsNotToleratedUnlessSaid() {
        ExecutionFailedException failure = failure(
                distributed("Map", failingFor(Set.of(2)), UnaryOperator.identity())
                        .workflow(),
                items(5));
        assertThat(failure.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(failure.cause()).isEqualTo("The specified tolerated failure threshold was exceeded");
    }

    @Test
    void thresholdsByCountAndByPercentage() {
        record Case(UnaryOperator<Distribution> with, int failing, boolean succeeds) {}
        List<Case> cases = List.of(
                new Case(map -> map.toleratedFailureCount(2), 2, true),
                new Case(map -> map.toleratedFailureCount(2), 3, false),
                new Case(map -> map.toleratedFailurePercentage(20), 2, true),
                new Case(map -> map.toleratedFailurePercentage(20), 3, false),
                new Case(map -> map.toleratedFailurePercentage(0), 0, true),
                new Case(map -> map.toleratedFailurePercentage(0), 1, false),
                new Case(map -> map.toleratedFailurePercentage(100), 10, true),
                new Case(map -> map.toleratedFailureCount(1).toleratedFailurePercentage(90), 2, false),
                new Case(map -> map.toleratedFailureCount(9).toleratedFailurePercentage(10), 2, false),
                new Case(map -> map.toleratedFailureCount(2).toleratedFailurePercentage(20), 2, true));
        for (Case each : cases) {
            Set<Integer> failing =
                    Set.copyOf(IntStream.range(0, each.failing).boxed().toList());
            Workflow<JsonNode, JsonNode> workflow =
                    distributed("Map", failingFor(failing), each.with).workflow();
            if (each.succeeds) {
                assertThat(workflow.run(items(10), time))
                        .describedAs("%s", each)
                        .hasSize(10);
            } else {
                assertThat(failure(workflow, items(10)).error())
                        .describedAs("%s", each)
                        .isEqualTo("States.ExceedToleratedFailureThreshold");
            }
        }
    }

    @Test
    void toleratedFailuresStandInTheResultAsRecords() {
        JsonNode result = distributed(
                        "Map", failingFor(Set.of(1)), map -> map.label("L").toleratedFailureCount(1))
                .workflow()
                .run(items(3), time);
        assertThat(result.get(0)).isEqualTo(json("0"));
        assertThat(result.get(2)).isEqualTo(json("2"));
        assertThat(result.get(1).get("Status").asText()).isEqualTo("FAILED");
        assertThat(result.get(1).get("Error").asText()).isEqualTo("Bad");
        assertThat(result.get(1).get("Cause").asText()).isEqualTo("item 1");
        assertThat(result.get(1).get("Input").asText()).isEqualTo("1");
        assertThat(result.get(1).get("ExecutionArn").asText()).contains(":execution:machine/L:");
    }

    @Test
    void flattenJoinsArrays() {
        assertThat(distributed(
                                "Map",
                                passing(),
                                map -> map.writer(
                                        ResultWriter.inOutput().transformation(ResultWriter.Transformation.FLATTEN)))
                        .workflow()
                        .run(json("[[1, 2], 3, [], [[4]]]"), time))
                .isEqualTo(json("[1, 2, 3, [4]]"));
    }

    @Test
    void recordsInsteadOfOutputs() {
        JsonNode result = distributed(
                        "Map",
                        passing(),
                        map -> map.writer(ResultWriter.inOutput().transformation(ResultWriter.Transformation.NONE)))
                .workflow()
                .run(json("[5]"), time);
        assertThat(result.get(0).get("Output").asText()).isEqualTo("5");
        assertThat(result.get(0).get("Status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void batchesAreTheInputsOfChildren() {
        assertThat(distributed(
                                "Map",
                                passing(),
                                map -> map.batcher(ItemBatcher.items(2).batchInput(json("'b'"))))
                        .workflow()
                        .run(items(5), time))
                .isEqualTo(json("[{'BatchInput': 'b', 'Items': [0, 1]}, {'BatchInput': 'b', 'Items': [2, 3]},"
                        + " {'BatchInput': 'b', 'Items': [4]}]"));
    }

    @Test
    void aFailedBatchCountsItsItems() {
        Scope failing = states().fail("Fail", "E", "c").scope();
        UnaryOperator<Distribution> batched = map -> map.batcher(ItemBatcher.items(3));
        assertThat(distributed("Map", failing, map -> batched.apply(map).toleratedFailureCount(3))
                        .workflow()
                        .run(items(3), time))
                .hasSize(1);
        assertThat(failure(
                                distributed(
                                                "Map",
                                                failing,
                                                map -> batched.apply(map).toleratedFailureCount(2))
                                        .workflow(),
                                items(3))
                        .error())
                .isEqualTo("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void aRetryStartsANewMapRun() {
        AtomicInteger calls = new AtomicInteger();
        Task task = task((input, call) -> {
            if (calls.incrementAndGet() <= 2) {
                throw new TaskFailedException("Bad", "not yet");
            }
            return input;
        });
        States states = distributed("Map", states().task("Work", task, END).scope(), map -> map.maxConcurrency(1))
                .retry(Retrier.on("States.ExceedToleratedFailureThreshold").intervalSeconds(10));
        Workflow<JsonNode, JsonNode> workflow = states.workflow();
        try (Engine engine =
                Engine.builder().environment(time).register(workflow).build()) {
            Execution<JsonNode> execution = engine.start(workflow, "e", items(3));
            assertThat(execution.result().join()).isEqualTo(items(3));
            List<MapRunDescription> runs = engine.mapRuns(execution);
            assertThat(runs)
                    .extracting(MapRunDescription::status)
                    .containsExactly(
                            MapRunDescription.Status.FAILED,
                            MapRunDescription.Status.FAILED,
                            MapRunDescription.Status.SUCCEEDED);
            assertThat(Set.copyOf(
                            runs.stream().map(MapRunDescription::mapRunArn).toList()))
                    .hasSize(3);
            assertThat(runs.get(2).itemCounts()).isEqualTo(new MapRunDescription.Counts(0, 0, 3, 0, 0, 0, 3, 3));
            assertThat(runs.get(0).itemCounts().failed()).isEqualTo(1);
            assertThat(runs.get(0).itemCounts().pending()).isEqualTo(2);
        }
    }

    @Test
    void aCatcherGetsTheThreshold() {
        Workflow<JsonNode, JsonNode> workflow = distributed(
                        states(), "Map", failingFor(Set.of(0)), UnaryOperator.identity(), END)
                .caught(Catcher.on("States.ALL").next(1, (frame, error) -> error))
                .pass("Caught", END)
                .workflow();
        assertThat(workflow.run(items(1), time))
                .isEqualTo(json("{'Error': 'States.ExceedToleratedFailureThreshold',"
                        + " 'Cause': 'The specified tolerated failure threshold was exceeded'}"));
    }

    @Test
    void aFailingSelectorFailsTheMap() {
        Scope processor = new Scope(passing().states(), 0, true) {
            @Override
            public void enter(dev.asl4j.runtime.spi.Frame frame) {
                frame.succeed(frame.input());
            }

            @Override
            public void resume(dev.asl4j.runtime.spi.Frame frame, JsonNode result) {}

            @Override
            public JsonNode itemInput(dev.asl4j.runtime.spi.Frame map, JsonNode input, int index, JsonNode item) {
                throw StateFailure.runtime("no such path");
            }
        };
        ExecutionFailedException failure =
                failure(distributed("Map", processor, UnaryOperator.identity()).workflow(), items(2));
        assertThat(failure.error()).isEqualTo("States.Runtime");
        assertThat(failure.cause())
                .isEqualTo(
                        "An error occurred while executing the state 'Map' (entered at the event id #2). no such path");
    }
}
