package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Paths;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catch, and how errors travel outwards. */
final class CatchTest {
    private static final Catcher.CatchOutput REPLACE = (frame, error) -> error;

    private final VirtualTime time = VirtualTime.startingAt(START);

    @ParameterizedTest
    @CsvSource({
        "A, A, true",
        "A, a, false",
        "A, States.ALL, true",
        "A, States.TaskFailed, true",
        "States.Timeout, States.ALL, true",
        "States.Timeout, States.TaskFailed, false",
        "States.Timeout, States.Timeout, true",
        "States.Timeout, States.HeartbeatTimeout, false",
        "States.HeartbeatTimeout, States.HeartbeatTimeout, true",
        "States.DataLimitExceeded, States.ALL, true",
        "States.DataLimitExceeded, States.DataLimitExceeded, true",
        "States.Permissions, States.Permissions, true",
        "States.Runtime, States.ALL, false",
        "States.Runtime, States.TaskFailed, false",
        "States.Runtime, States.Runtime, false",
    })
    void namesMatch(String error, String errorEquals, boolean caught) {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", failing(error, "c"), END)
                .caught(Catcher.on(errorEquals).next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        if (caught) {
            assertThat(workflow.run(json("{}"), time)).isEqualTo(json("{'Error': '" + error + "', 'Cause': 'c'}"));
        } else {
            assertFails(workflow, error, "c");
        }
    }

    @Test
    void theFirstCatcherThatMatchesWins() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", failing("B", "c"), END)
                .caught(
                        Catcher.on("A").next(1, REPLACE),
                        Catcher.on("X", "B").next(2, REPLACE),
                        Catcher.on("States.ALL").next(1, REPLACE))
                .fail("Wrong", "Wrong", "wrong")
                .pass("Right", END)
                .workflow();
        assertThat(workflow.run(json("{}"), time).get("Error")).isEqualTo(json("'B'"));
    }

    @Test
    void theCatchersResultPathWorksOnTheRawInput() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", failing("A", "why"), END)
                .caught(Catcher.on("A")
                        .next(1, (frame, error) -> Paths.put(frame.input(), error, "$.failure", "failure")))
                .pass("Caught", END)
                .workflow();
        assertThat(workflow.run(json("{'order': 7}"), time))
                .isEqualTo(json("{'order': 7, 'failure': {'Error': 'A', 'Cause': 'why'}}"));
    }

    @Test
    void retriesComeFirst() {
        List<Integer> attempts = new ArrayList<>();
        Task task = task((input, call) -> {
            attempts.add(call.attempt());
            throw new TaskFailedException("A", null);
        });
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", task, END)
                .retry(Retrier.on("A").maxAttempts(2))
                .caught(Catcher.on("A").next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("{'Error': 'A'}"));
        assertThat(attempts).containsExactly(0, 1, 2);
    }

    @Test
    void aFailStatesErrorIsCaughtByTheParallelAround() {
        Workflow<JsonNode, JsonNode> workflow = states().parallel(
                        "Both",
                        END,
                        states().pass("Fine", END).scope(),
                        states().fail("Fail", "Inner", "broken").scope())
                .caught(Catcher.on("Inner").next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("{'Error': 'Inner', 'Cause': 'broken'}"));
    }

    @Test
    void aFailStateWithoutFieldsHasNeitherErrorNorCause() {
        assertFails(states().fail("Fail", null, null).workflow(), null, null);
        Workflow<JsonNode, JsonNode> caught = states().parallel(
                        "Both", END, states().fail("Fail", null, null).scope())
                .caught(Catcher.on("States.ALL").next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        assertThat(caught.run(json("{}"), time)).isEqualTo(json("{}"));
    }

    @Test
    void theInnerCatcherIsAskedFirstAndTheOuterIfItDoesNotMatch() {
        Workflow<JsonNode, JsonNode> workflow = states().parallel(
                        "Outer",
                        END,
                        states().parallel(
                                        "Inner",
                                        END,
                                        states().fail("Fail", "X", "deep").scope())
                                .caught(Catcher.on("Y").next(1, REPLACE))
                                .fail("Wrong", "Wrong", null)
                                .scope())
                .caught(Catcher.on("X").next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("{'Error': 'X', 'Cause': 'deep'}"));
    }

    @Test
    void aDataErrorNamesTheInnermostStateOnceAndIsNotCaught() {
        Workflow<JsonNode, JsonNode> workflow = states().parallel(
                        "Outer",
                        END,
                        states().state(StateType.PASS, "Look", frame -> {
                                    throw StateFailure.runtime("Invalid path '$.x' : No results for path: $['x']");
                                })
                                .pure())
                .retry(Retrier.on("States.ALL"))
                .caught(Catcher.on("States.ALL").next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        assertFails(
                workflow,
                "States.Runtime",
                "An error occurred while executing the state 'Look' (entered at the event id #4)."
                        + " Invalid path '$.x' : No results for path: $['x']");
        assertThat(time.now()).isEqualTo(START);
    }

    @Test
    void anIntrinsicFailureIsCaughtWhereTheStateHasACatch() {
        Workflow<JsonNode, JsonNode> workflow = states().state(StateType.TASK, "Work", frame -> {
                    throw StateFailure.intrinsic("bad argument");
                })
                .caught(Catcher.on("States.ALL").next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        assertThat(workflow.run(json("{}"), time).get("Error")).isEqualTo(json("'States.IntrinsicFailure'"));
    }

    @Test
    void aSecondHalfThatFailsIsCaughtLikeTheWork() {
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.TASK,
                        "Work",
                        frame -> frame.call(task((input, call) -> input), frame.input()),
                        (frame, result) -> {
                            throw StateFailure.intrinsic("in the ResultSelector");
                        })
                .caught(Catcher.on("States.IntrinsicFailure").next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        assertThat(workflow.run(json("{}"), time).get("Cause").asText())
                .isEqualTo("An error occurred while executing the state 'Work' (entered at the event id #2)."
                        + " in the ResultSelector");
    }

    @Test
    void anErrorInACatcherIsNotCaughtByTheSameState() {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", failing("A", "c"), END)
                .caught(
                        Catcher.on("A").next(1, (frame, error) -> {
                            throw StateFailure.intrinsic("in the catcher");
                        }),
                        Catcher.on("States.ALL").next(1, REPLACE))
                .pass("Caught", END)
                .workflow();
        assertFails(
                workflow,
                "States.IntrinsicFailure",
                "An error occurred while executing the state 'Work' (entered at the event id #2). in the catcher");
    }

    private static Task failing(String error, String cause) {
        return task((input, call) -> {
            throw new TaskFailedException(error, cause);
        });
    }

    private void assertFails(Workflow<JsonNode, JsonNode> workflow, String error, String cause) {
        assertThatThrownBy(() -> workflow.run(json("{}"), time))
                .isInstanceOfSatisfying(ExecutionFailedException.class, failed -> {
                    assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
                    assertThat(failed.error()).isEqualTo(error);
                    assertThat(failed.cause()).isEqualTo(cause);
                });
    }
}
