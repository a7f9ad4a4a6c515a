package dev.asl4j.runtime;

import static dev.asl4j.runtime.DistributedMaps.distributed;
import static dev.asl4j.runtime.DistributedMaps.items;
import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.leave;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Executions whose Map Runs only wait for their children leave memory, and come back with each end of a child. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class MapRunRestTest {
    private final VirtualTime time = VirtualTime.startingAt(START);

    /** Each child waits as many hours as its item says. */
    private static Workflow<JsonNode, JsonNode> hours(UnaryOperator<Distribution> with) {
        return distributed(
                        "Map",
                        states().state(
                                        StateType.WAIT,
                                        "Wait",
                                        frame -> frame.waitSeconds(
                                                3_600L * frame.input().asInt()),
                                        (frame, nothing) -> leave(frame, END, frame.input()))
                                .scope(),
                        with)
                .workflow();
    }

    private Engine engine(UnreliableStore store, Workflow<JsonNode, JsonNode> workflow) {
        return Engine.builder()
                .environment(time)
                .store(store)
                .register(workflow)
                .build();
    }

    @Test
    void theExecutionIsInMemoryOnlyWhenAChildEnds() {
        Workflow<JsonNode, JsonNode> workflow = hours(map -> map);
        time.pause();
        try (UnreliableStore store = new UnreliableStore();
                Engine engine = engine(store, workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, "e", items(8));
            time.awaitIdle();
            assertThat(engine.executionsHeld()).isEqualTo(1);
            for (int ended = 1; ended < 8; ended++) {
                time.advance(Duration.ofSeconds(30));
                time.awaitIdle();
                assertThat(engine.executionsHeld()).isZero();
                assertThat(execution.mapRuns().get(0).executionCounts())
                        .isEqualTo(new MapRunDescription.Counts(0, 8 - ended, ended, 0, 0, 0, 8, ended));
                time.advance(Duration.ofMinutes(59).plusSeconds(30));
                time.awaitIdle();
            }
            assertThat(execution.result().join()).isEqualTo(items(8));
        }
    }

    @Test
    void whatWaitsForItsTurnInTheStatesDataComesBackToo() {
        Workflow<JsonNode, JsonNode> workflow = hours(map -> map.maxConcurrency(2));
        time.pause();
        try (UnreliableStore store = new UnreliableStore();
                Engine engine = engine(store, workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, "e", items(6));
            time.awaitIdle();
            time.advance(Duration.ofSeconds(10));
            time.awaitIdle();
            assertThat(engine.executionsHeld()).isZero();
            time.resume();
            assertThat(execution.result().join()).isEqualTo(items(6));
        }
    }

    @Test
    void itIsStoppedAndItsChildrenAreUpdatedWhileItRests() {
        Workflow<JsonNode, JsonNode> workflow = hours(map -> map.maxConcurrency(3));
        time.pause();
        try (UnreliableStore store = new UnreliableStore();
                Engine engine = engine(store, workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, "e", items(6));
            time.awaitIdle();
            time.advance(Duration.ofSeconds(10));
            time.awaitIdle();
            String arn = execution.mapRuns().get(0).mapRunArn();
            engine.updateMapRun(arn, MapRunUpdate.nothing().maxConcurrency(5));
            time.awaitIdle();
            assertThat(execution.mapRuns().get(0).executionCounts().running()).isEqualTo(5);
            time.advance(Duration.ofSeconds(30));
            time.awaitIdle();
            assertThat(engine.executionsHeld()).isZero();
            execution.stop(null, null);
            time.awaitIdle();
            assertThat(engine.list(ExecutionFilter.all().mapRunArn(arn)).items())
                    .extracting(ExecutionSummary::status)
                    .containsOnly(ExecutionStatus.ABORTED, ExecutionStatus.SUCCEEDED)
                    .hasSize(6);
            assertThat(execution.mapRuns().get(0).executionCounts().aborted()).isEqualTo(5);
        }
    }
}
