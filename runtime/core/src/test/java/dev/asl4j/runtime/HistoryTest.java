package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The events of executions, one file each in {@code src/test/resources/history}: id, previous id, type, details. The sequences and
 * their chains are those of executions recorded on AWS; {@code -Dgolden.update=true} writes the files anew, to be looked at.
 */
@Timeout(30)
final class HistoryTest {
    private static final Path FILES = Path.of("src/test/resources/history");
    private static final Catcher.CatchOutput REPLACE = (frame, error) -> error;
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    private static final String SEND = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<HistoryEvent> events = new ArrayList<>();

    @Test
    void statesFollowOneAnother() throws IOException {
        check(
                "states",
                states().variables("x", "y")
                        .assign("Assign", 1, 1)
                        .pause("Sleep", 5, 2)
                        .state(StateType.CHOICE, "Choose", frame -> frame.next(3, frame.input()))
                        .state(StateType.SUCCEED, "Done", frame -> frame.succeed(frame.input())),
                "{'a': 1}");
    }

    @Test
    void aServiceIsRetriedAndCaught() throws IOException {
        check(
                "service",
                states().task("Invoke", failing(INVOKE), 1)
                        .retry(Retrier.on("A").maxAttempts(1))
                        .caught(Catcher.on("States.ALL").next(1, REPLACE))
                        .pass("Handle", END),
                "{}");
    }

    @Test
    void aFunctionHasEventsOfItsOwn() throws IOException {
        check(
                "function",
                states().task("Work", task((input, call) -> json("{'b': 2}")), 9, 3, 1)
                        .task("Fail", failing("arn:aws:lambda:us-east-1:000000000000:function:f"), END),
                "{}");
    }

    @Test
    void anActivityTimesOut() throws IOException {
        Task slow = task("arn:aws:states:us-east-1:000000000000:activity:work", (input, call) -> {
            time.advance(Duration.ofSeconds(5));
            return input;
        });
        check("activity", states().task("Work", slow, 5, 4, END), "{}");
    }

    @Test
    void aJobIsSubmittedFirst() throws IOException {
        Task job = task("arn:aws:states:::aws-sdk:glue:startJobRun.sync", (input, call) -> {
            call.submitted(json("{'JobRunId': 'jr'}"));
            call.submitted(json("'only the first one counts'"));
            return json("{'JobRunState': 'SUCCEEDED'}");
        });
        check("job", states().task("Run", job, END), "{}");
    }

    @Test
    void aTokenIsAnswered() throws IOException {
        Task send = task(SEND, (input, call) -> {
            call.callback().success(json("'answer'"));
            return json("{'MessageId': 'm'}");
        });
        check("token", states().tokenTask("Send", send, 600, 120, END), "{}");
    }

    @Test
    void credentialsAreShown() throws IOException {
        Task task = task(INVOKE, (input, call) -> call.credentials());
        check(
                "credentials",
                states().state(
                                StateType.TASK,
                                "Work",
                                frame -> frame.call(
                                        task, frame.input(), 0, 0, json("{'RoleArn': 'arn:aws:iam::1:role/r'}")),
                                (frame, result) -> frame.succeed(result)),
                "{}");
    }

    @Test
    void iterationsFollowUponTheLastInnerEvent() throws IOException {
        Scope inner = states().pass("Inner", END).pure();
        Scope outer = states().map("InnerMap", inner, 1, END).pure();
        check("map", states().map("Map", outer, 1, END), "[[1, 2], []]");
    }

    /** Though one frame runs them all, one after the other. */
    @Test
    void iterationsThatWaitForNoOtherFollowUponTheStart() throws IOException {
        check("map-concurrent", states().map("Map", states().pass("Inner", END).pure(), 2, END), "[1, 2, 3]");
    }

    @Test
    void aMapFailsAfterItsRetry() throws IOException {
        Scope failing = states().fail("Fail", "A", "c").pure();
        check(
                "map-retry",
                states().map("Map", failing, 1, END)
                        .retry(Retrier.on("A").maxAttempts(1))
                        .caught(Catcher.on("B").next(1, REPLACE))
                        .pass("Handle", END),
                "[1]");
    }

    @Test
    void siblingsOfAFailedIterationAreAborted() throws IOException {
        Scope processor = states().state(
                        StateType.CHOICE,
                        "Choose",
                        frame -> frame.next(frame.input().intValue(), frame.input()))
                .fail("Fail", "A", "c")
                .pause("Sleep", 60, END)
                .task("Work", task((input, call) -> input), END)
                .scope();
        check(
                "map-abort",
                states().map("Map", processor, 0, END)
                        .caught(Catcher.on("A").next(1, REPLACE))
                        .pass("Handle", END),
                "[2, 1]");
    }

    @Test
    void branchesChainToTheStart() throws IOException {
        Scope branch = states().pass("Branch", END).pure();
        Scope nested = states().parallel("Inner", END, branch).pure();
        check(
                "parallel",
                states().parallel(
                                "Outer",
                                END,
                                nested,
                                states().pass("Other", END).pure()),
                "{}");
    }

    @Test
    void aFailedBranchIsAbortedWithTheOthers() throws IOException {
        check(
                "parallel-catch",
                states().parallel(
                                "Parallel",
                                END,
                                states().task("Work", failing(INVOKE), END).scope(),
                                states().pause("Sleep", 60, END).scope())
                        .caught(Catcher.on("A").next(1, REPLACE))
                        .pass("Handle", END),
                "{}");
    }

    @Test
    void anExpressionIsEvaluatedWithTheEntry() throws IOException {
        check(
                "evaluation",
                states().state(StateType.MAP, "Map", frame -> {
                            throw StateFailure.query("not an array", "Items");
                        })
                        .retry(Retrier.on("States.QueryEvaluationError").maxAttempts(1))
                        .caught(Catcher.on("States.ALL").next(1, REPLACE))
                        .state(StateType.WAIT, "Wait", frame -> {
                            throw StateFailure.refused("not a time", "Timestamp");
                        }),
                "{}");
    }

    @Test
    void aRuntimeErrorEndsTheExecutionWhereItIs() throws IOException {
        Scope failing = states().state(StateType.PASS, "Fail", frame -> {
                    throw StateFailure.runtime("no such path");
                })
                .pure();
        check(
                "runtime",
                states().map("Map", failing, 1, END)
                        .caught(Catcher.on("States.ALL").next(1, REPLACE))
                        .pass("Handle", END),
                "[1, 2]");
    }

    @Test
    void aTimeoutFollowsUponNothing() throws IOException {
        Workflow<JsonNode, JsonNode> workflow = states().pause("Sleep", 60, END).workflow(10);
        run(workflow, "{}");
        compare("timeout");
    }

    @Test
    void aStopFollowsUponNothing() throws IOException {
        time.pause();
        Workflow<JsonNode, JsonNode> workflow = states().pause("Sleep", 60, END).workflow();
        try (Engine engine = Engine.builder()
                .environment(time)
                .history((arn, event) -> events.add(event))
                .register(workflow)
                .build()) {
            Execution<JsonNode> execution = engine.start(workflow, "one", json("{}"));
            time.awaitIdle();
            execution.stop(null, null);
        }
        compare("stop");
    }

    @Test
    void theJsonIsThatOfTheApi() {
        Workflow<JsonNode, JsonNode> workflow = states().pass("P", END).workflow();
        workflow.run(json("1"), options());
        assertThat(events.get(1).toJson()).isEqualTo(json("""
                {'timestamp': 1767225600.000, 'type': 'PassStateEntered', 'id': 2, 'previousEventId': 0,
                 'stateEnteredEventDetails': {'input': '1', 'inputDetails': {'truncated': false}, 'name': 'P'}}"""));
    }

    private static Task failing(String resource) {
        return task(resource, (input, call) -> {
            throw new TaskFailedException("A", "c");
        });
    }

    private RunOptions options() {
        return RunOptions.defaults().environment(time).name("one").history((arn, event) -> events.add(event));
    }

    private void check(String name, States machine, String input) throws IOException {
        Workflow<JsonNode, JsonNode> workflow = machine.workflow();
        run(workflow, input);
        compare(name);
    }

    private void run(Workflow<JsonNode, JsonNode> workflow, String input) {
        try {
            workflow.run(json(input), options());
        } catch (ExecutionFailedException failed) { // the last event says so
            assertThat(failed.status()).isNotEqualTo(ExecutionStatus.SUCCEEDED);
        }
    }

    private void compare(String name) throws IOException {
        String actual = events.stream().map(HistoryTest::line).collect(Collectors.joining("\n", "", "\n"));
        Path file = FILES.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual, StandardCharsets.UTF_8);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    private static String line(HistoryEvent event) {
        return event.id() + " <- " + event.previousEventId() + " "
                + event.type().text() + " " + Json.write(event.details());
    }
}
