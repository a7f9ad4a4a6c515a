package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The budget of a whole execution cuts every kind of wait, and nothing can catch that. */
@Timeout(30)
final class BudgetTest {
    private static final Catcher CATCH = Catcher.on("States.ALL").next(1, (frame, error) -> error);

    private final VirtualTime time = VirtualTime.startingAt(START);

    @Test
    void aWait() {
        assertCut(states().pause("Sleep", 3600, END));
    }

    @Test
    void theDelayOfARetry() {
        Task failing = task((input, call) -> {
            throw new TaskFailedException("A", null);
        });
        assertCut(states().task("Work", failing, END)
                .retry(Retrier.on("A").intervalSeconds(3600))
                .caught(CATCH)
                .pass("Handle", END));
    }

    @Test
    void aToken() {
        Task send = task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", (input, call) -> input);
        assertCut(
                states().tokenTask("Send", send, 3600, 1800, END).caught(CATCH).pass("Handle", END));
    }

    @Test
    void aStage() {
        Task never = Task.async("urn:never", DataType.JSON, DataType.JSON, (input, call) -> new CompletableFuture<>());
        assertCut(states().task("Work", never, 3600, 0, END).caught(CATCH).pass("Handle", END));
    }

    @Test
    void aChild() {
        assertCut(states().task("Start", Task.startExecution("arn:aws:states:::states:startExecution.sync"), END)
                .caught(CATCH)
                .pass("Handle", END));
    }

    @Test
    void branchesAndIterations() {
        Scope sleeping = states().pause("Sleep", 3600, END).scope();
        assertCut(states().parallel(
                        "Both", END, sleeping, states().pause("Other", 60, END).scope())
                .caught(CATCH)
                .pass("Handle", END));
        assertCut(states().state(
                        StateType.MAP,
                        "Map",
                        frame -> frame.map(sleeping, frame.input(), json("[1, 2, 3]"), 2),
                        (frame, result) -> frame.succeed(result))
                .with(sleeping)
                .caught(CATCH)
                .pass("Handle", END));
    }

    private void assertCut(States machine) {
        Workflow<JsonNode, JsonNode> workflow = machine.workflow(10);
        Workflow<JsonNode, JsonNode> child =
                States.workflow("child", 0, states().pause("Sleep", 3600, END).scope());
        try (Engine engine = Engine.builder()
                .environment(time)
                .register(workflow)
                .register(child)
                .build()) {
            Execution<JsonNode> execution = engine.start(
                    workflow, json("{'StateMachineArn': 'arn:aws:states:us-east-1:000000000000:stateMachine:child'}"));
            ExecutionDescription end = execution
                    .result()
                    .handle((output, thrown) -> execution.describe())
                    .join();
            assertThat(end.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
            assertThat(end.error()).isNull();
            assertThat(end.cause()).isNull();
            assertThat(end.stopTime()).isEqualTo(end.startTime().plusSeconds(10));
        }
    }
}
