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
import dev.asl4j.runtime.store.ExecutionLimitExceededException;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where AWS's messages are known, refusals have them word for word: users match them. */
@Timeout(30)
final class ApiErrorTextsTest {
    private static final String ARN = "arn:aws:states:us-east-1:000000000000:execution:machine:";

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final ExecutionStore store = ExecutionStore.inMemory();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Workflow<JsonNode, JsonNode> workflow = states().tokenTask(
                    "Send",
                    task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", (input, call) -> {
                        tokens.add(call.taskToken());
                        return input;
                    }),
                    0,
                    0,
                    END)
            .workflow();
    private final Engine engine =
            Engine.builder().environment(time).store(store).register(workflow).build();

    @BeforeEach
    void stopTheClock() {
        time.pause();
    }

    @AfterEach
    void closeTheEngine() {
        engine.close(Duration.ZERO);
    }

    @Test
    void executionAlreadyExists() {
        engine.start(workflow, "one", json("1"));
        assertThatThrownBy(() -> engine.start(workflow, "one", json("2")))
                .isInstanceOfSatisfying(ExecutionAlreadyExistsException.class, taken -> {
                    assertThat(taken.name()).isEqualTo("one");
                    assertThat(taken.executionArn()).isEqualTo(ARN + "one");
                })
                .hasMessage("Execution Already Exists: '" + ARN + "one'");
        assertThat(engine.startAsync(workflow, "one", json("2")))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withMessageContaining("Execution Already Exists: '" + ARN + "one'");
    }

    @Test
    void executionLimitExceeded() {
        try (Engine small =
                Engine.builder().environment(time).maxOpen(1).register(workflow).build()) {
            Execution<JsonNode> first = small.start(workflow, "one", json("1"));
            assertThatThrownBy(() -> small.start(workflow, "two", json("1")))
                    .isInstanceOf(ExecutionLimitExceededException.class)
                    .hasMessageStartingWith("The maximum number of running executions has been reached."
                            + " Running executions must end or be stopped before a new execution can be started.");
            first.stop(null, null);
        }
    }

    @Test
    void executionDoesNotExist() {
        ExecutionAdmin admin = ExecutionAdmin.of(store).environment(time);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> admin.stop("machine", "nobody", null, null))
                .withMessage("Execution Does Not Exist: '" + ARN + "nobody'");
        Execution<JsonNode> execution = engine.start(workflow, "one", json("1"));
        execution.stop(null, null);
        time.advance(Duration.ofDays(1));
        assertThat(store.purge(time.now(), 10)).isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(execution::describe)
                .withMessage("Execution Does Not Exist: '" + ARN + "one'");
    }

    @Test
    void aStopOfWhatHasEndedDoesNothing() {
        Execution<JsonNode> execution = engine.start(workflow, "one", json("1"));
        execution.stop("First", "why");
        ExecutionDescription ended = execution.describe();
        execution.stop("Second", null);
        assertThat(execution.describe()).isEqualTo(ended);
    }

    @Test
    void invalidNameAndInvalidArn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.start(workflow, "a b", json("1")))
                .withMessageStartingWith("Invalid Name: 'a b'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.find("e"))
                .withMessage("Invalid Arn: 'Invalid ARN prefix: e'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.updateMapRun("arn:of:none", MapRunUpdate.nothing()))
                .withMessage("Resource not found: 'arn:of:none'");
    }

    @Test
    void tokensOfTasks() {
        engine.start(workflow, "one", json("1"));
        time.awaitIdle();
        engine.sendTaskSuccess(tokens.get(0), json("1"));
        assertThatThrownBy(() -> engine.sendTaskSuccess(tokens.get(0), json("1")))
                .isInstanceOfSatisfying(
                        TaskAnswerException.class,
                        refused -> assertThat(refused.reason().text()).isEqualTo("TaskTimedOut"))
                .hasMessage("Task Timed Out: 'Provided task does not exist anymore'");
        assertThatThrownBy(() -> engine.sendTaskHeartbeat("FakeTaskToken"))
                .isInstanceOfSatisfying(
                        TaskAnswerException.class,
                        refused -> assertThat(refused.reason().text()).isEqualTo("InvalidToken"))
                .hasMessage("Invalid Token: 'Invalid token'");
    }
}
