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
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How distributed Maps end, alone and inside one another, and what they are charged with. */
@Timeout(60)
final class DistributedMapEndsTest {
    private final VirtualTime time = VirtualTime.startingAt(START);

    private ExecutionFailedException failure(Workflow<JsonNode, JsonNode> workflow, JsonNode input) {
        return catchThrowableOfType(ExecutionFailedException.class, () -> workflow.run(input, time));
    }

    @Test
    void theTimeOfTheExecutionEndsItsChildren() {
        Workflow<JsonNode, JsonNode> workflow = States.workflow(
                "machine",
                100,
                distributed("Map", states().pause("Wait", 1_000_000, END).scope(), UnaryOperator.identity())
                        .scope());
        try (Engine engine =
                Engine.builder().environment(time).register(workflow).build()) {
            Execution<JsonNode> execution = engine.start(workflow, "e", items(20));
            assertThatThrownBy(() -> execution.result().join()).isInstanceOf(CompletionException.class);
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.TIMED_OUT);
            assertThat(execution.mapRuns().get(0).status()).isEqualTo(MapRunDescription.Status.ABORTED);
        }
        assertThat(time.now()).isEqualTo(START.plusSeconds(100));
    }

    @Test
    void stoppingEndsRunningHandlersOfChildren() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(4);
        CountDownLatch interrupted = new CountDownLatch(4);
        Task endless = task((input, call) -> {
            started.countDown();
            TimeoutTest.sleepUntilInterrupted(interrupted);
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = distributed(
                        "Map", states().task("Work", endless, END).scope(), UnaryOperator.identity())
                .workflow();
        try (Engine engine =
                Engine.builder().environment(time).register(workflow).build()) {
            Execution<JsonNode> execution = engine.start(workflow, "e", items(4));
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(execution.mapRuns().get(0).executionCounts().running()).isEqualTo(4);
            assertThat(engine.describeMapRun(execution.mapRuns().get(0).mapRunArn()))
                    .get()
                    .extracting(MapRunDescription::executionArn)
                    .isEqualTo(execution.id());
            execution.stop(null, null);
            assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aBreachEndsTheOtherChildren() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(3);
        CountDownLatch interrupted = new CountDownLatch(3);
        Task work = task((input, call) -> {
            if (input.asInt() == 3) {
                TimeoutTest.await(started);
                throw new TaskFailedException("Bad", "");
            }
            started.countDown();
            TimeoutTest.sleepUntilInterrupted(interrupted);
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = distributed(
                        "Map", states().task("Work", work, END).scope(), UnaryOperator.identity())
                .workflow();
        assertThat(failure(workflow, items(4)).error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingTheEngineWaitsForChildren() {
        AtomicInteger done = new AtomicInteger();
        Task work = task((input, call) -> {
            done.incrementAndGet();
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = distributed(
                        "Map",
                        states().pause("Wait", 5, 1).task("Work", work, END).scope(),
                        UnaryOperator.identity())
                .workflow();
        try (Engine engine =
                Engine.builder().environment(time).register(workflow).build()) {
            engine.start(workflow, "e", items(100));
        }
        assertThat(done).hasValue(100);
    }

    @Test
    void closingAtOnceAbortsThem() {
        CountDownLatch started = new CountDownLatch(1);
        Task endless = task((input, call) -> {
            started.countDown();
            TimeoutTest.sleepUntilInterrupted(new CountDownLatch(1));
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = distributed(
                        "Map", states().task("Work", endless, END).scope(), UnaryOperator.identity())
                .workflow();
        Engine engine = Engine.builder().environment(time).register(workflow).build();
        Execution<JsonNode> kept = engine.start(workflow, "e", items(10));
        TimeoutTest.await(started);
        engine.close(Duration.ZERO);
        assertThat(kept.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(kept.mapRuns().get(0).status()).isEqualTo(MapRunDescription.Status.ABORTED);
    }

    @Test
    void mapsInMapsInMapsShareNothing() {
        List<JsonNode> seen = Collections.synchronizedList(new ArrayList<>());
        Task work = task((input, call) -> {
            seen.add(input);
            return IntNode.valueOf(input.asInt() + 1);
        });
        Scope inner = states().task("Work", work, END).scope();
        Scope middle = distributed("Inner", inner, map -> map.label("inner")).scope();
        Scope outer = distributed("Middle", middle, map -> map.label("middle")).scope();
        Workflow<JsonNode, JsonNode> workflow =
                distributed("Outer", outer, map -> map.label("outer")).workflow();
        JsonNode input = json("[[[0, 1], [2]], [[3, 4, 5]], []]");
        assertThat(workflow.run(input, time)).isEqualTo(json("[[[1, 2], [3]], [[4, 5, 6]], []]"));
        assertThat(seen).hasSize(6);
        try (Engine engine =
                Engine.builder().environment(time).register(workflow).build()) {
            Execution<JsonNode> execution = engine.start(workflow, "e", input);
            assertThat(execution.result().join()).isEqualTo(json("[[[1, 2], [3]], [[4, 5, 6]], []]"));
            assertThat(execution.mapRuns()).hasSize(1);
        }
    }

    @Test
    void manyChildrenAreNotChargedToTheirParent() {
        Scope processor =
                states().pass("One", 1).pass("Two", 2).pass("Three", END).pure();
        Workflow<JsonNode, JsonNode> workflow = distributed(states(), "Map", processor, UnaryOperator.identity(), 1)
                .state(StateType.PASS, "Broken", frame -> {
                    throw StateFailure.runtime("here");
                })
                .workflow();
        // entered 2, started 3, run started 4 and succeeded 5, state succeeded 6 and exited 7
        assertThat(failure(workflow, items(13_000)).cause())
                .isEqualTo("An error occurred while executing the state 'Broken' (entered at the event id #8). here");
    }

    @Test
    void theLabelThatIsMadeUpIsTheSameEachTime() {
        Scope processor = states().state(
                        StateType.PASS,
                        "Show",
                        frame -> frame.succeed(frame.context().at("/StateMachine/Id")))
                .scope();
        Workflow<JsonNode, JsonNode> workflow =
                distributed("Map", processor, UnaryOperator.identity()).workflow();
        JsonNode first = workflow.run(json("[1]"), time);
        assertThat(workflow.run(json("[2]"), time)).isEqualTo(first);
        assertThat(first.get(0).asText()).matches("arn:.*:stateMachine:machine/[0-9a-f-]{36}");
    }
}
