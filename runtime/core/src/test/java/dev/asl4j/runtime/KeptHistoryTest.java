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
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An engine keeps the events that a listener hears, with and without a listener, over many turns. */
@Timeout(60)
final class KeptHistoryTest {
    private static final String SERVICE = "arn:aws:states:::lambda:invoke";
    private static final String TOKEN = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    private static final Catcher.CatchOutput REPLACE = (frame, error) -> error;
    private static final String ODD = "\"\\ \u00e4\u4e2d \ud83d\ude80 \ud800 \0";

    private final VirtualTime time = VirtualTime.startingAt(START);

    @Test
    void whatAListenerHearsIsKept() {
        List<HistoryEvent> heard = Collections.synchronizedList(new ArrayList<>());
        List<HistoryEvent> kept = history(engine -> engine.history((arn, event) -> heard.add(event)));
        assertThat(kept).isEqualTo(heard);
        assertThat(kept)
                .extracting(HistoryEvent::type)
                .contains(
                        HistoryEventType.EXECUTION_STARTED,
                        HistoryEventType.LAMBDA_FUNCTION_FAILED,
                        HistoryEventType.TASK_SUBMITTED,
                        HistoryEventType.PARALLEL_STATE_SUCCEEDED,
                        HistoryEventType.MAP_ITERATION_FAILED,
                        HistoryEventType.EVALUATION_FAILED,
                        HistoryEventType.EXECUTION_FAILED);
    }

    @Test
    void theSameIsKeptWithoutAListener() {
        assertThat(shown(history(engine -> engine)))
                .isEqualTo(shown(history(engine -> engine.history((arn, event) -> {}))));
    }

    @Test
    void whatFollowsAtOnceHasTheSameTime() {
        Scope one = states().pass("One", END).pure();
        Workflow<JsonNode, JsonNode> workflow = states().task("T", task((input, call) -> input), 1)
                .map("M", one, 0, 2)
                .parallel("B", END, one, one)
                .workflow();
        try (Engine engine = Engine.builder()
                .environment(new TickingTime(time))
                .register(workflow)
                .build()) {
            Execution<JsonNode> execution = engine.start(workflow, "ticking", json("[1, 2]"));
            execution.result().join();
            List<HistoryEvent> events = execution.history();
            assertThat(moments(events)).isEqualTo("""
                    ExecutionStarted
                    TaskStateEntered
                    LambdaFunctionScheduled, LambdaFunctionStarted
                    LambdaFunctionSucceeded
                    TaskStateExited, MapStateEntered
                    MapStateStarted
                    MapIterationStarted, PassStateEntered
                    PassStateExited, MapIterationSucceeded
                    MapIterationStarted, PassStateEntered
                    PassStateExited, MapIterationSucceeded, MapStateSucceeded
                    MapStateExited, ParallelStateEntered
                    ParallelStateStarted, PassStateEntered
                    PassStateExited
                    PassStateEntered
                    PassStateExited, ParallelStateSucceeded
                    ParallelStateExited
                    ExecutionSucceeded""");
            ExecutionDescription described = execution.describe();
            assertThat(events.get(0).timestamp()).isEqualTo(described.startTime());
            assertThat(events.get(events.size() - 1).timestamp()).isEqualTo(described.stopTime());
        }
    }

    /** The types of the events, those of one time in one line. */
    private static String moments(List<HistoryEvent> events) {
        Map<Instant, String> moments = events.stream()
                .collect(Collectors.toMap(
                        HistoryEvent::timestamp,
                        event -> event.type().text(),
                        (one, next) -> one + ", " + next,
                        TreeMap::new));
        return String.join("\n", moments.values());
    }

    private static List<String> shown(List<HistoryEvent> events) {
        return events.stream()
                .map(event -> event.id() + " " + event.previousEventId() + " " + event.type() + " "
                        + Json.write(event.details()).replaceAll("Token[^}]*", ""))
                .toList();
    }

    @Test
    void timesAreThoseOfWhatHappens() {
        List<HistoryEvent> events = history(engine -> engine);
        Instant before = START;
        for (HistoryEvent event : events) {
            assertThat(event.timestamp()).isAfterOrEqualTo(before);
            before = event.timestamp();
        }
        HistoryEvent waits = first(events, HistoryEventType.WAIT_STATE_ENTERED);
        HistoryEvent waited = first(events, HistoryEventType.WAIT_STATE_EXITED);
        HistoryEvent next = events.get((int) waited.id());
        assertThat(waited.timestamp()).isEqualTo(waits.timestamp().plusSeconds(5));
        assertThat(next.type()).isEqualTo(HistoryEventType.TASK_STATE_ENTERED);
        assertThat(next.timestamp()).isEqualTo(waited.timestamp());
        HistoryEvent slow = first(events, HistoryEventType.LAMBDA_FUNCTION_SUCCEEDED);
        assertThat(slow.timestamp())
                .isEqualTo(events.get((int) slow.id() - 2).timestamp().plusSeconds(7));
    }

    private static HistoryEvent first(List<HistoryEvent> events, HistoryEventType type) {
        return events.stream().filter(event -> event.type() == type).findFirst().orElseThrow();
    }

    private List<HistoryEvent> history(UnaryOperator<Engine.Builder> more) {
        Workflow<JsonNode, JsonNode> workflow = everything();
        try (Engine engine = more.apply(Engine.builder().environment(time))
                .register(workflow)
                .build()) {
            JsonNode input = Json.object()
                    .set(ODD, json("[1, 2.50, 1e400, 12345678901234567890, null, true, {}, []]"))
                    .set("long", json("'" + "long ".repeat(2_000) + "'"))
                    .build();
            Execution<JsonNode> execution = engine.start(workflow, "one", input);
            assertThat(execution.result()).failsWithin(Duration.ofSeconds(30));
            return execution.history();
        }
    }

    private Workflow<JsonNode, JsonNode> everything() {
        Task slow = task((input, call) -> {
            time.advance(Duration.ofSeconds(7));
            return input;
        });
        int[] failures = {1};
        Task failing = task((input, call) -> {
            if (failures[0]-- > 0) {
                throw new TaskFailedException("Odd", ODD);
            }
            return input;
        });
        Task sending = task(TOKEN, (input, call) -> {
            call.callback().success(json("'answer'"));
            return json("{'MessageId': 'm'}");
        });
        Scope twice = states().pass("Once", 1).pass("Again", END).pure();
        Scope refusing = states().fail("Refuse", "Refused", "for a reason that is longer than fifty characters are")
                .pure();
        return states().variables("x", "y")
                .assign("Assign", 1, 1)
                .pause("Sleep", 5, 2)
                .task("Slow", slow, 9, 8, 3)
                .task("Failing", failing, 4)
                .retry(Retrier.on("Odd").maxAttempts(1))
                .task("Service", task(SERVICE, (input, call) -> call.credentials() == null ? input : json("0")), 5)
                .tokenTask("Send", sending, 600, 120, 6)
                .parallel("Both", 7, twice, states().pause("Nap", 1, END).scope())
                .map("Each", twice, 2, 8)
                .map("Refusing", refusing, 0, END)
                .caught(Catcher.on("Refused").next(9, REPLACE))
                .state(StateType.CHOICE, "Choose", frame -> frame.next(10, frame.input()))
                .state(StateType.PASS, "Evaluate", frame -> {
                    throw StateFailure.query("not a value", "Output");
                })
                .workflow();
    }
}
