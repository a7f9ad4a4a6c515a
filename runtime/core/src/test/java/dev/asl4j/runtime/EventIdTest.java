package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import org.junit.jupiter.api.Test;

/**
 * The number in "entered at the event id". The sequences before the failing state are those of executions recorded on
 * AWS, with the ids they had there.
 */
final class EventIdTest {
    private static final Catcher.CatchOutput REPLACE = (frame, error) -> error;

    @Test
    void theFirstStateIsEventTwo() {
        assertEntered(2, states(), "{}");
    }

    @Test
    void aPassIsTwoEvents() {
        assertEntered(4, states().pass("P", 1), "{}");
    }

    @Test
    void aTaskIsFiveEvents() {
        assertEntered(7, states().task("T", task((input, call) -> input), 1), "{}");
    }

    @Test
    void aTaskThatWaitsForAnAnswerIsSixEvents() {
        for (String pattern : new String[] {".sync", ".sync:2", ".waitForTaskToken"}) {
            Task task = Task.of(
                    "arn:aws:states:::states:startExecution" + pattern,
                    DataType.JSON,
                    DataType.JSON,
                    (input, call) -> input);
            assertEntered(8, states().task("T", task, 1), "{}");
        }
    }

    @Test
    void fourFailedAttemptsAndACatch() {
        assertEntered(
                16,
                states().task("T", failing(), 1)
                        .retry(Retrier.on("A"))
                        .caught(Catcher.on("States.ALL").next(1, REPLACE)),
                "{}");
    }

    @Test
    void aCaughtFailureInAMap() {
        Scope failing = states().fail("HandleItemFail", "A", "c").pure();
        assertEntered(
                11,
                states().pass("StartState", 1)
                        .map("MapState", failing, 1, 2)
                        .caught(Catcher.on("A").next(2, REPLACE)),
                "[1]");
    }

    @Test
    void aRetriedMapStartsAgainWithoutHavingFailed() {
        Scope failing = states().fail("HandleItemFail", "A", "c").pure();
        assertEntered(
                19, // recorded: MapStateFailed is 17, and MapStateExited would be 18
                states().pass("StartState", 1)
                        .map("MapState", failing, 1, 2)
                        .retry(Retrier.on("A").maxAttempts(2))
                        .caught(Catcher.on("A").next(2, REPLACE)),
                "[1]");
    }

    @Test
    void nestedMaps() {
        Scope inner = states().pass("MapL2Pass", END).pure();
        Scope outer = states().map("MapL2", inner, 1, END).pure();
        assertEntered(42, states().map("MapL1", outer, 1, 1), "[[1, 2, 3], [4, 5, 6]]");
    }

    @Test
    void parallelBranches() {
        Scope branch = states().pass("Branch", END).pure();
        Scope nested = states().parallel("ParallelStateL2", END, branch).pure();
        assertEntered(12, states().parallel("ParallelStateL1", 1, nested), "{}");
    }

    @Test
    void insideAnIteration() {
        Scope processor = states().task("ProcessItem", failing(), 1)
                .retry(Retrier.on("A").maxAttempts(1))
                .caught(Catcher.on("A").next(1, REPLACE))
                .state(StateType.PASS, "Fallback", frame -> {
                    throw StateFailure.runtime("here");
                })
                .scope();
        assertCause(
                states().map("ProcessItems", processor, 1, END).workflow(),
                "[1, 2, 3]",
                "An error occurred while executing the state 'Fallback' (entered at the event id #13). here");
    }

    private static Task failing() {
        return task((input, call) -> {
            throw new TaskFailedException("A", "c");
        });
    }

    /** Adds a last state that fails and looks at the number in its cause. */
    private static void assertEntered(int event, States before, String input) {
        Workflow<JsonNode, JsonNode> workflow = before.state(StateType.PASS, "Last", frame -> {
                    throw StateFailure.runtime("here");
                })
                .workflow();
        assertCause(
                workflow,
                input,
                "An error occurred while executing the state 'Last' (entered at the event id #" + event + "). here");
    }

    private static void assertCause(Workflow<JsonNode, JsonNode> workflow, String input, String cause) {
        ExecutionFailedException failed = catchThrowableOfType(
                ExecutionFailedException.class, () -> workflow.run(json(input), VirtualTime.startingAt(START)));
        assertThat(failed.cause()).isEqualTo(cause);
    }
}
