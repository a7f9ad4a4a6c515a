package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.AsyncTaskHandler;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers that give a stage. */
@Timeout(30)
final class AsyncTaskTest {
    private static final Catcher.CatchOutput REPLACE = (frame, error) -> error;

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<CompletableFuture<JsonNode>> stages = Collections.synchronizedList(new ArrayList<>());
    private final Task task = async((input, call) -> {
        CompletableFuture<JsonNode> stage = new CompletableFuture<>();
        stages.add(stage);
        return stage;
    });

    @Test
    void theStageGivesTheResult() {
        Task timer = async((input, call) -> {
            CompletableFuture<JsonNode> stage = new CompletableFuture<>();
            time.schedule(START.plusSeconds(60), () -> stage.complete(json("'done'")));
            return stage;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", timer, END).workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("'done'"));
        assertThat(time.now()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void thousandsThatWaitHoldNoThread() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", task, END).workflow();
        time.pause();
        try (Engine engine = engine(workflow)) {
            int before = Thread.activeCount();
            List<Execution<JsonNode>> executions = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                executions.add(engine.start(workflow, "e" + i, json("{}")));
            }
            time.awaitIdle();
            assertThat(stages).hasSize(2_000);
            assertThat(Thread.activeCount() - before).isLessThan(500);
            stages.forEach(stage -> stage.complete(json("1")));
            executions.forEach(
                    execution -> assertThat(execution.result().join()).isEqualTo(json("1")));
        }
    }

    @Test
    void aFailureKeepsItsName() {
        Task failing = async((input, call) -> CompletableFuture.supplyAsync(() -> {
            throw new TaskFailedException("MyError", "why");
        }));
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", failing, END).workflow();
        ExecutionFailedException failed =
                catchThrowableOfType(ExecutionFailedException.class, () -> workflow.run(json("{}"), time));
        assertThat(failed.error()).isEqualTo("MyError");
        assertThat(failed.cause()).isEqualTo("why");
    }

    @Test
    void aTimeoutCancelsTheStage() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", task, 5, 0, END)
                .caught(Catcher.on("States.Timeout").next(1, REPLACE))
                .pass("Handle", END)
                .workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("{'Error': 'States.Timeout', 'Cause': ''}"));
        assertThat(stages.get(0)).isCancelled();
    }

    @Test
    void aStopCancelsTheStageAndIsNotRelabelled() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", task, 60, 0, END)
                .caught(Catcher.on("States.ALL").next(1, REPLACE))
                .pass("Handle", END)
                .workflow(100);
        time.pause();
        try (Engine engine = engine(workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, "one", json("{}"));
            time.awaitIdle();
            execution.stop("Stopped", null);
            assertThat(stages.get(0)).isCancelled();
            time.advance(Duration.ofSeconds(1_000));
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(execution.describe().stopTime()).isEqualTo(START);
        }
    }

    private Engine engine(Workflow<JsonNode, JsonNode> workflow) {
        return Engine.builder().environment(time).register(workflow).build();
    }

    private static Task async(AsyncTaskHandler<JsonNode, JsonNode> handler) {
        return Task.async("arn:aws:lambda:us-east-1:000000000000:function:work", DataType.JSON, DataType.JSON, handler);
    }
}
