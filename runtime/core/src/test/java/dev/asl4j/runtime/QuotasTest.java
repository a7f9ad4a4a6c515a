package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AWS's quotas, and what becomes of an execution that exceeds one. */
@Timeout(60)
final class QuotasTest {
    private static final int DATA = 262_144;
    private static final Catcher.CatchOutput REPLACE = (frame, error) -> error;
    private static final String FULL = "The execution reached the maximum number of history events (25000).";

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<HistoryEvent> events = new ArrayList<>();

    @Test
    void aResultThatIsTooLargeCanBeCaught() {
        States states = states().task("Work", task((input, call) -> text(DATA + 1)), 1)
                .caught(Catcher.on("States.ALL").next(1, REPLACE))
                .pass("Handle", END);
        JsonNode output = run(states, "{}");
        assertThat(output.get("Error").textValue()).isEqualTo("States.DataLimitExceeded");
        assertThat(output.get("Cause").textValue())
                .isEqualTo(
                        "The state/task 'arn:aws:lambda:us-east-1:000000000000:function:work' returned a result with a"
                                + " size exceeding the maximum number of bytes service limit.");
        assertThat(types()).contains("LambdaFunctionFailed").doesNotContain("LambdaFunctionSucceeded");
    }

    @Test
    void aServiceIsNamedByItsType() {
        States states =
                states().task("Work", task("arn:aws:states:::sqs:sendMessage", (input, call) -> text(DATA + 1)), END);
        assertThat(failure(states, "{}").cause()).startsWith("The state/task 'sqs' returned");
    }

    @Test
    void bytesCountAndNotCharacters() {
        JsonNode fits = TextNode.valueOf("\u00e9".repeat((DATA - 2) / 2));
        JsonNode large = TextNode.valueOf("\u00e9".repeat((DATA - 2) / 2) + "x");
        assertThat(run(states().task("Work", task((input, call) -> fits), END), "{}"))
                .isEqualTo(fits);
        assertThat(failure(states().task("Work", task((input, call) -> large), END), "{}")
                        .error())
                .isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void anOutputThatIsTooLargeEndsTheExecutionWithoutAnotherEvent() {
        States states = states().state(
                        StateType.TASK,
                        "Work",
                        frame -> frame.call(task((input, call) -> text(DATA)), frame.input()),
                        (frame, result) -> frame.next(1, Json.array(result)))
                .caught(Catcher.on("States.ALL", "States.DataLimitExceeded").next(1, REPLACE))
                .pass("Next", END);
        ExecutionFailedException failed = failure(states, "{}");
        assertThat(failed.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(failed.cause())
                .isEqualTo("The state/task 'Work' returned a result with a size exceeding the maximum number of bytes"
                        + " service limit.");
        assertThat(types())
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "LambdaFunctionScheduled",
                        "LambdaFunctionStarted",
                        "LambdaFunctionSucceeded",
                        "ExecutionFailed");
    }

    @Test
    void anEffectiveInputThatIsTooLargeCanBeCaughtByName() {
        States states = states().state(
                        StateType.TASK,
                        "Work",
                        frame -> frame.call(task((input, call) -> input), text(DATA + 1)),
                        (frame, result) -> frame.succeed(result))
                .caught(Catcher.on("States.DataLimitExceeded").next(1, REPLACE))
                .pass("Handle", END);
        assertThat(run(states, "{}").get("Error").textValue()).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void theInputOfAnExecutionIsRefused() {
        Workflow<JsonNode, JsonNode> workflow = states().pass("P", END).workflow();
        assertThatThrownBy(() -> workflow.run(text(DATA + 1), options(Limits.AWS)))
                .isInstanceOf(IllegalArgumentException.class);
        try (Engine engine =
                Engine.builder().limits(Limits.AWS).register(workflow).build()) {
            assertThatThrownBy(() -> engine.start(workflow, text(DATA + 1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Limits.class,
            names = {"OFF", "WARN"})
    void nothingEndsWithoutTheLimits(Limits limits) {
        States states = states().task("Work", task((input, call) -> text(DATA + 1)), END);
        assertThat(states.workflow().run(text(DATA + 1), options(limits))).isEqualTo(text(DATA + 1));
    }

    @Test
    void aWarningIsLoggedOnceForEachKind() {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                warnings.add(new SimpleFormatter().formatMessage(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("dev.asl4j.runtime.internal.Quotas");
        logger.addHandler(handler);
        try {
            States states = states().pass("A", 1).pass("B", 2).pass("C", END);
            states.workflow()
                    .run(
                            text(DATA + 1),
                            RunOptions.defaults().limits(Limits.WARN).name("one"));
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(warnings)
                .containsExactly(
                        "Execution arn:aws:states:us-east-1:000000000000:execution:machine:one would fail on AWS:"
                                + " 262145 bytes are more than the output of a state may have");
    }

    @Test
    void theLastEventOfALoopIsItsFailure() {
        States loop = states().pass("A", 1).pass("B", 0);
        assertFull(failure(loop, "{}"));
    }

    @Test
    void anExecutionMayEndWithTheLastEvent() {
        AtomicInteger turns = new AtomicInteger();
        States loop = states().state(
                        StateType.PASS,
                        "A",
                        frame -> { // 1 + 2 * 12,499 events before the last
                            States.leave(frame, turns.incrementAndGet() == 12_499 ? END : 0, frame.input());
                        });
        assertThat(run(loop, "1")).isEqualTo(json("1"));
        assertThat(events).hasSize(25_000);
    }

    @Test
    void manyBranchesRaceForTheLastEvent() {
        AtomicInteger calls = new AtomicInteger();
        Scope[] branches = IntStream.range(0, 16)
                .mapToObj(i -> states().task("Work", task((input, call) -> json("" + calls.incrementAndGet())), 0)
                        .scope())
                .toArray(Scope[]::new);
        assertFull(failure(states().parallel("All", END, branches), "{}"));
        long scheduled = types().stream()
                .filter(HistoryEventType.LAMBDA_FUNCTION_SCHEDULED.text()::equals)
                .count();
        assertThat(calls.get()).isLessThanOrEqualTo((int) scheduled);
    }

    @Test
    void aTaskWhoseEventsHaveNoPlaceIsNotCalled() {
        AtomicInteger calls = new AtomicInteger();
        States loop = states().task(
                        "Work",
                        task((input, call) -> {
                            calls.incrementAndGet();
                            return input;
                        }),
                        0);
        assertFull(failure(loop, "{}"));
        long started = types().stream()
                .filter(HistoryEventType.LAMBDA_FUNCTION_STARTED.text()::equals)
                .count();
        assertThat((long) calls.get()).isEqualTo(started);
    }

    @Test
    void variablesHaveQuotasOfTheirOwn() {
        assertVariables("The variable 'a' has a size exceeding 262144 bytes.", 1, DATA + 1);
        assertVariables("The assigned variables have a size exceeding 262144 bytes.", 2, DATA / 2 + 1);
    }

    @Test
    void allVariablesOfAnExecutionCountTogether() {
        String[] names = IntStream.range(0, 50).mapToObj(i -> "v" + i).toArray(String[]::new);
        AtomicInteger next = new AtomicInteger();
        States states = states().variables(names).state(StateType.PASS, "A", frame -> {
            frame.assign(next.getAndIncrement() % 50, text(DATA));
            frame.next(0, frame.input());
        });
        assertThat(failure(states, "{}").cause())
                .isEqualTo("The variables of the execution have a size exceeding 10485760 bytes.");
        assertThat(next.get()).isEqualTo(41);
    }

    @Test
    void variablesOfScopesThatEndedDoNotCount() {
        Scope processor = states().variables("v")
                .state(StateType.PASS, "A", frame -> {
                    frame.assign(0, text(DATA));
                    frame.succeed(frame.input());
                })
                .pure();
        assertThat(run(
                        states().map("Map", processor, 1, END),
                        IntStream.range(0, 60).boxed().toList().toString()))
                .hasSize(60);
    }

    private void assertVariables(String cause, int count, int bytes) {
        States states = states().variables("a", "b").state(StateType.PASS, "A", frame -> {
            for (int slot = 0; slot < count; slot++) {
                frame.assign(slot, text(bytes));
            }
            frame.succeed(frame.input());
        });
        ExecutionFailedException failed = failure(states, "{}");
        assertThat(failed.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(failed.cause()).isEqualTo(cause);
    }

    private void assertFull(ExecutionFailedException failed) {
        assertThat(failed.error()).isEqualTo("States.Runtime");
        assertThat(failed.cause()).isEqualTo(FULL);
        HistoryEvent last = events.get(events.size() - 1);
        assertThat(last.id()).isEqualTo(25_000);
        assertThat(last.type()).isEqualTo(HistoryEventType.EXECUTION_FAILED);
        assertThat(last.details().get("cause").textValue()).isEqualTo(FULL);
        assertThat(events).hasSize(25_000);
    }

    private List<String> types() {
        return events.stream().map(event -> event.type().text()).toList();
    }

    private JsonNode run(States states, String input) {
        return states.workflow().run(json(input), options(Limits.AWS));
    }

    private ExecutionFailedException failure(States states, String input) {
        return catchThrowableOfType(ExecutionFailedException.class, () -> run(states, input));
    }

    private RunOptions options(Limits limits) {
        return RunOptions.defaults().environment(time).limits(limits).history((arn, event) -> events.add(event));
    }

    /** A string whose JSON text has so many bytes. */
    private static JsonNode text(int bytes) {
        return TextNode.valueOf("x".repeat(bytes - 2));
    }
}
