package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The context object. */
final class ContextTest {
    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-01-01T00:00:00.120Z"));

    @Test
    void whatAStateSees() throws Exception {
        Workflow<JsonNode, JsonNode> workflow = states().pause("Wait", 60, 1)
                .state(StateType.PASS, "Look", ContextTest::look)
                .workflow();
        try (Engine engine =
                Engine.builder().environment(time).register(workflow).build()) {
            JsonNode context =
                    engine.start(workflow, "one", json("{'a': 1}")).result().get();
            assertThat(context).isEqualTo(json("""
                            {'Execution': {
                               'Id': 'arn:aws:states:us-east-1:000000000000:execution:machine:one',
                               'Input': {'a': 1},
                               'StartTime': '2026-01-01T00:00:00.12Z',
                               'Name': 'one',
                               'RoleArn': 'arn:aws:iam::000000000000:role/machine',
                               'RedriveCount': 0},
                             'StateMachine': {
                               'Id': 'arn:aws:states:us-east-1:000000000000:stateMachine:machine',
                               'Name': 'machine'},
                             'State': {'Name': 'Look', 'EnteredTime': '2026-01-01T00:01:00.12Z'}}"""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:10.500Z, 2026-01-01T00:00:10.5Z",
        "2026-01-01T00:00:10.050Z, 2026-01-01T00:00:10.05Z",
        "2026-01-01T00:00:10.123456Z, 2026-01-01T00:00:10.123Z",
    })
    void timesHaveNoTrailingZeros(Instant start, String expected) {
        JsonNode context = states().state(StateType.PASS, "Look", ContextTest::look)
                .workflow()
                .run(json("{}"), VirtualTime.startingAt(start));
        assertThat(context.at("/State/EnteredTime").asText()).isEqualTo(expected);
    }

    @Test
    void retryCountIsThereForTheTypesThatCanRetry() {
        List<Integer> counts = new ArrayList<>();
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.TASK,
                        "Work",
                        frame -> {
                            counts.add(retryCount(frame));
                            frame.call(
                                    task((input, call) -> {
                                        if (call.attempt() < 2) {
                                            throw new TaskFailedException("A", null);
                                        }
                                        return input;
                                    }),
                                    frame.input());
                        },
                        (frame, result) -> {
                            counts.add(retryCount(frame));
                            frame.next(1, result);
                        })
                .retry(Retrier.on("A"))
                .state(StateType.PASS, "Pass", frame -> frame.succeed(frame.context()))
                .workflow();
        assertThat(workflow.run(json("{}"), time).get("State").has("RetryCount"))
                .isFalse();
        assertThat(counts).containsExactly(0, 2);
    }

    @Test
    void theInnermostIterationWinsAndBranchesInheritIt() {
        Scope look = states().state(
                        StateType.PASS,
                        "Look",
                        frame -> frame.succeed(Json.array(
                                frame.context().at("/Map/Item"), frame.mapItemIndex(), frame.mapItemValue())))
                .pure();
        Scope branch = states().parallel("Branches", END, look).pure();
        Workflow<JsonNode, JsonNode> workflow = states().map(
                        "Outer",
                        states().parallel(
                                        "Both",
                                        END,
                                        branch,
                                        states().map("Inner", look, 0, END).pure())
                                .pure(),
                        0,
                        END)
                .workflow();
        assertThat(workflow.run(json("[['x', 'y']]"), time)).isEqualTo(json("""
                [[ [[{'Index': 0, 'Value': ['x', 'y'], 'Source': 'STATE_DATA'}, 0, ['x', 'y']]],
                   [[{'Index': 0, 'Value': 'x', 'Source': 'STATE_DATA'}, 0, 'x'], [{'Index': 1, 'Value': 'y', 'Source': 'STATE_DATA'}, 1, 'y']] ]]"""));
    }

    @Test
    void outsideOfAMapThereIsNoItem() {
        Workflow<JsonNode, JsonNode> workflow = states().state(StateType.PASS, "Look", frame -> {
                    assertThat(frame.mapItemIndex()).isNull();
                    assertThat(frame.mapItemValue()).isNull();
                    frame.succeed(frame.executionInput());
                })
                .workflow();
        assertThat(workflow.run(json("{'a': 1}"), time)).isEqualTo(json("{'a': 1}"));
    }

    @Test
    void handlersSeeWhichCallItIs() throws ExecutionException, InterruptedException {
        Workflow<JsonNode, JsonNode> workflow = states().task(
                        "Work",
                        task((input, call) -> json("['" + call.executionId() + "', '" + call.executionName() + "', '"
                                + call.stateName() + "', '" + call.resource() + "']")),
                        END)
                .workflow();
        try (Engine engine =
                Engine.builder().environment(time).register(workflow).build()) {
            assertThat(engine.start(workflow, "one", json("{}")).result().get())
                    .isEqualTo(
                            json(
                                    "['arn:aws:states:us-east-1:000000000000:execution:machine:one', 'one', 'Work', 'arn:aws:lambda:us-east-1:000000000000:function:work']"));
        }
    }

    private static void look(Frame frame) {
        frame.succeed(frame.context());
    }

    private static int retryCount(Frame frame) {
        return frame.context().at("/State/RetryCount").asInt(-1);
    }
}
