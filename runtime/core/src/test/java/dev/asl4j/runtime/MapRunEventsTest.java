package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.leave;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.objects.FileObjectStore;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.ItemReader;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.testing.VirtualTime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The events of a distributed Map, as AWS was recorded writing them. */
@Timeout(60)
final class MapRunEventsTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<String> parent = Collections.synchronizedList(new ArrayList<>());
    private final List<String> children = Collections.synchronizedList(new ArrayList<>());

    private void run(Workflow<JsonNode, JsonNode> workflow, JsonNode input, Limits limits) {
        run(
                workflow,
                input,
                RunOptions.defaults().environment(time).limits(limits).history((arn, event) -> {
                    String line = event.id() + " " + event.previousEventId() + " "
                            + event.type().text();
                    if (arn.contains(":execution:machine:")) {
                        String about = event.details().path("cause").asText("")
                                + event.details().path("length").asText("");
                        parent.add((line + " " + about).strip());
                    } else {
                        children.add(line);
                    }
                }));
    }

    private static void run(Workflow<JsonNode, JsonNode> workflow, JsonNode input, RunOptions options) {
        try {
            workflow.run(input, options);
        } catch (ExecutionFailedException e) {
            // the events tell of it
        }
    }

    private static States distributed(Scope processor, UnaryOperator<Distribution> with, int next) {
        return states().state(
                        StateType.MAP,
                        "Map",
                        frame -> {
                            frame.mapStarted(frame.input().size());
                            frame.distribute(with.apply(
                                    Distribution.of(processor, frame.input()).items(frame.input())));
                        },
                        (frame, result) -> leave(frame, next, result));
    }

    private static Scope passing() {
        return states().pass("Pass", END).pure();
    }

    private static Scope failing() {
        return states().fail("Fail", "E", "c").pure();
    }

    @Test
    void success() {
        run(distributed(passing(), map -> map, 1).pass("After", END).workflow(), json("[1, 2, 3]"), Limits.OFF);
        assertThat(parent)
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 MapStateEntered",
                        "3 2 MapStateStarted 3",
                        "4 3 MapRunStarted",
                        "5 4 MapRunSucceeded",
                        "6 5 MapStateSucceeded",
                        "7 4 MapStateExited",
                        "8 7 PassStateEntered",
                        "9 8 PassStateExited",
                        "10 9 ExecutionSucceeded");
        assertThat(children)
                .hasSize(3 * 4)
                .contains(
                        "1 0 ExecutionStarted",
                        "2 0 PassStateEntered",
                        "3 2 PassStateExited",
                        "4 3 ExecutionSucceeded");
    }

    @Test
    void theThresholdIsExceeded() {
        run(distributed(failing(), map -> map, END).workflow(), json("[1]"), Limits.OFF);
        assertThat(parent)
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 MapStateEntered",
                        "3 2 MapStateStarted 1",
                        "4 3 MapRunStarted",
                        "5 4 MapRunFailed The specified tolerated failure threshold was exceeded",
                        "6 5 MapStateFailed",
                        "7 6 ExecutionFailed The specified tolerated failure threshold was exceeded");
    }

    @Test
    void aRetryStartsTheStateAnew() {
        run(
                distributed(failing(), map -> map, END)
                        .retry(Retrier.on("States.ALL").maxAttempts(1))
                        .workflow(),
                json("[1]"),
                Limits.OFF);
        assertThat(parent)
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 MapStateEntered",
                        "3 2 MapStateStarted 1",
                        "4 3 MapRunStarted",
                        "5 4 MapRunFailed The specified tolerated failure threshold was exceeded",
                        "6 5 MapStateStarted 1",
                        "7 6 MapRunStarted",
                        "8 7 MapRunFailed The specified tolerated failure threshold was exceeded",
                        "9 8 MapStateFailed",
                        "10 9 ExecutionFailed The specified tolerated failure threshold was exceeded");
    }

    @Test
    void aFaultyNumberComesAfterTheStart() {
        run(distributed(passing(), map -> map.toleratedFailureCount(-1), END).workflow(), json("[1]"), Limits.OFF);
        assertThat(parent)
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 MapStateEntered",
                        "3 2 MapStateStarted 1",
                        "4 3 ExecutionFailed An error occurred while executing the state 'Map' (entered at the event id #2)."
                                + " ToleratedFailureCount cannot be negative.");
    }

    @Test
    void aFaultyReaderFailsTheMapRun() {
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.MAP,
                        "Map",
                        frame -> {
                            frame.mapStarted(0);
                            frame.distribute(Distribution.of(passing(), frame.input())
                                    .reader(ItemReader.of(ItemReader.Resource.GET_OBJECT, Json.EMPTY)
                                            .maxItems(-1)));
                        },
                        (frame, result) -> frame.succeed(result))
                .workflow();
        RunOptions options = RunOptions.defaults()
                .environment(time)
                .objectStore(FileObjectStore.at(Path.of("none")))
                .history((arn, event) -> parent.add((event.id() + " " + event.previousEventId() + " "
                                + event.type().text() + " "
                                + event.details().path("error").asText("") + " "
                                + event.details().path("cause").asText(""))
                        .strip()));
        run(workflow, json("{}"), options);
        assertThat(parent)
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 MapStateEntered",
                        "3 2 MapStateStarted",
                        "4 3 MapRunStarted",
                        "5 4 MapRunFailed States.ItemReaderFailed field MaxItems must be positive",
                        "6 5 MapStateFailed",
                        "7 6 ExecutionFailed States.ItemReaderFailed field MaxItems must be positive");
    }

    @Test
    void aResultThatIsTooLargeFailsTheMapRun() {
        JsonNode items = Json.array(IntStream.range(0, 3)
                .mapToObj(i -> json("'" + "x".repeat(100_000) + "'"))
                .toArray(JsonNode[]::new));
        run(
                states().state(
                                StateType.MAP,
                                "Map",
                                frame -> frame.distribute(Distribution.of(passing(), frame.input())
                                        .items(items)),
                                (frame, result) -> frame.succeed(json("'small'")))
                        .workflow(),
                json("{}"),
                Limits.AWS);
        assertThat(parent)
                .contains(
                        "5 4 MapRunFailed The state/task 'Map' returned a result with a size exceeding the maximum number of"
                                + " bytes service limit.");
        parent.clear();
        run(
                states().state(
                                StateType.MAP,
                                "Map",
                                frame -> frame.distribute(Distribution.of(passing(), frame.input())
                                        .items(items)),
                                (frame, result) -> frame.succeed(json("'small'")))
                        .workflow(),
                json("{}"),
                Limits.OFF);
        assertThat(parent).contains("8 7 ExecutionSucceeded");
    }

    @Test
    void aFailingSelectorFailsTheMapRun() {
        Scope processor = new Scope(passing().states(), 0, true) {
            @Override
            public void enter(dev.asl4j.runtime.spi.Frame frame) {
                frame.succeed(frame.input());
            }

            @Override
            public void resume(dev.asl4j.runtime.spi.Frame frame, JsonNode result) {}

            @Override
            public JsonNode itemInput(dev.asl4j.runtime.spi.Frame map, JsonNode input, int index, JsonNode item) {
                throw new StateFailure("States.QueryEvaluationError", "no");
            }
        };
        run(distributed(processor, map -> map, END).workflow(), json("[1]"), Limits.OFF);
        assertThat(parent)
                .containsExactly(
                        "1 0 ExecutionStarted",
                        "2 0 MapStateEntered",
                        "3 2 MapStateStarted 1",
                        "4 3 MapRunStarted",
                        "5 4 EvaluationFailed An error occurred while executing the state 'Map' (entered at the event id #2). no",
                        "6 5 MapRunFailed An error occurred while executing the state 'Map' (entered at the event id #2). no",
                        "7 6 MapStateFailed",
                        "8 7 ExecutionFailed An error occurred while executing the state 'Map' (entered at the event id #2). no");
    }
}
