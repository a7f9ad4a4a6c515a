package dev.asl4j.runtime;

import static dev.asl4j.runtime.DistributedMaps.distributed;
import static dev.asl4j.runtime.DistributedMaps.items;
import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Children of a Map Run that was redriven, for which there is no room yet. */
@Timeout(60)
final class PendingRedriveTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private volatile boolean mended;
    private @Nullable Engine running;

    @AfterEach
    void closeTheEngine() {
        if (running != null) {
            running.close(Duration.ZERO);
        }
    }

    private final Scope child = states().task("Work", failing(Set.of(0, 1, 2, 3)), 1)
            .pause("Rest", 60, END)
            .scope();

    /** Fails for these items until that is mended. */
    private Task failing(Set<Integer> bad) {
        return task((input, call) -> {
            if (!mended && bad.contains(input.asInt())) {
                throw new TaskFailedException("Bad", "it is bad");
            }
            return input;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theyWaitUntilThereIsRoomForThem(boolean express) {
        Workflow<JsonNode, JsonNode> workflow = distributed(
                        "Map",
                        child,
                        map -> (express ? map.express() : map).maxConcurrency(2).toleratedFailureCount(3))
                .workflow();
        time.pause();
        Engine engine = engine(workflow);
        Execution<JsonNode> execution = engine.start(workflow, "one", items(4));
        ends(execution, ExecutionStatus.FAILED);
        ExecutionFilter children =
                ExecutionFilter.all().mapRunArn(execution.mapRuns().get(0).mapRunArn());
        assertThat(statuses(engine, children)).startsWith("FAILED", "FAILED", "FAILED", "FAILED");

        mended = true;
        execution.redrive();
        time.awaitIdle();
        assertThat(statuses(engine, children))
                .containsExactly("RUNNING", "RUNNING", "PENDING_REDRIVE", "PENDING_REDRIVE");
        assertThat(statuses(engine, children.status(ExecutionStatus.PENDING_REDRIVE)))
                .hasSize(2);
        assertThat(statuses(engine, children.status(ExecutionStatus.FAILED))).isEmpty();
        assertThat(execution.mapRuns().get(0).executionCounts().pendingRedrive())
                .isEqualTo(2);
        ExecutionDescription waiting = engine.find(
                        engine.list(children).items().get(2).id())
                .orElseThrow()
                .describe();
        assertThat(waiting.status()).isEqualTo(ExecutionStatus.PENDING_REDRIVE);
        assertThat(waiting.redriveStatus()).isEqualTo(RedriveStatus.REDRIVABLE_BY_MAP_RUN);
        assertThat(waiting.error()).isEqualTo("Bad");
        assertThat(waiting.currentStates()).isEmpty();
        assertThat(statuses(engine, children.redriven(true))).hasSize(express ? 0 : 2);
        assertThat(statuses(engine, children.redriven(false))).hasSize(express ? 4 : 2);

        execution.stop(null, null);
        time.awaitIdle();
        assertThat(statuses(engine, children)).containsExactly("ABORTED", "ABORTED", "FAILED", "FAILED");
        execution.redrive();
        time.awaitIdle();
        assertThat(statuses(engine, children))
                .containsExactly("RUNNING", "RUNNING", "PENDING_REDRIVE", "PENDING_REDRIVE");
        time.resume();
        ends(execution, ExecutionStatus.SUCCEEDED);
        assertThat(statuses(engine, children)).hasSize(4).containsOnly("SUCCEEDED");
    }

    /** A child may have ended long before its parent did. */
    @Test
    void whatEndedFourteenDaysAgoStaysAsItIs() {
        Scope slow = states().task("Work", failing(Set.of(0)), 1)
                .pause("Rest", 15 * 86_400, 2)
                .task("Then", failing(Set.of(1)), END)
                .scope();
        Workflow<JsonNode, JsonNode> workflow =
                distributed("Map", slow, map -> map.toleratedFailureCount(1)).workflow();
        Engine engine = engine(workflow);
        Execution<JsonNode> execution = engine.start(workflow, "one", items(2));
        ends(execution, ExecutionStatus.FAILED); // by the second failure, fifteen days after the first one
        mended = true;
        execution.redrive();
        ends(execution, ExecutionStatus.SUCCEEDED);
        MapRunDescription run = execution.mapRuns().get(0);
        assertThat(statuses(engine, ExecutionFilter.all().mapRunArn(run.mapRunArn())))
                .containsExactly("FAILED", "SUCCEEDED");
        assertThat(run.executionCounts().failuresNotRedrivable()).isEqualTo(1);
        assertThat(run.executionCounts().failed()).isEqualTo(1);
    }

    @Test
    void onlyChildrenOfAMapRunCanBeFilteredByTheirRedrives() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionFilter.all().status(ExecutionStatus.PENDING_REDRIVE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionFilter.all().redriven(true));
    }

    private Engine engine(Workflow<JsonNode, JsonNode> workflow) {
        Engine engine = Engine.builder().environment(time).register(workflow).build();
        running = engine;
        return engine;
    }

    private static void ends(Execution<JsonNode> execution, ExecutionStatus status) {
        assertThat(execution.result().handle((output, thrown) -> true).orTimeout(20, TimeUnit.SECONDS))
                .succeedsWithin(Duration.ofSeconds(20));
        assertThat(execution.describe().status()).isEqualTo(status);
    }

    private static List<String> statuses(Engine engine, ExecutionFilter filter) {
        return Page.all(token -> engine.list(filter.nextToken(token)))
                .map(child -> child.status().name())
                .toList();
    }
}
