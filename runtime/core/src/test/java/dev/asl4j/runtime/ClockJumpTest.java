package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.ExecutionEnd;
import dev.asl4j.runtime.spi.ExecutionInfo;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.LifecycleListener;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody sets the clock while executions wait: nothing is over before its time by the clock, nothing hangs, no time runs backwards. */
@Timeout(60)
final class ClockJumpTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);
    private static final String SEND = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

    private final VirtualTime elapsed = VirtualTime.startingAt(START);
    private final MovedTime clock = new MovedTime(elapsed);
    private final ExecutionStore store = ExecutionStore.inMemory();
    private final List<Duration> took = new CopyOnWriteArrayList<>();
    private final Task send = task(SEND, (input, call) -> json("{}"));
    private final Workflow<JsonNode, JsonNode> wait = States.workflow(
            "wait", 0, states().pause("Wait", 1_200, 1).pass("After", END).scope());
    private final Workflow<JsonNode, JsonNode> times = States.workflow(
            "times", 0, states().tokenTask("Send", send, 1_200, 0, END).scope());
    private final Workflow<JsonNode, JsonNode> beats = States.workflow(
            "beats", 0, states().tokenTask("Send", send, 0, 1_200, END).scope());
    private final Workflow<JsonNode, JsonNode> whole =
            States.workflow("whole", 1_200, states().pause("Wait", 100_000, END).scope());

    @BeforeEach
    void stopTheClock() {
        elapsed.pause();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void forwardAnHour(boolean restarted) {
        Engine engine = begin(restarted);
        try {
            assertStatus(engine, ExecutionStatus.RUNNING);
            clock.set(HOUR);
            pass(MovedTime.LONGEST_NAP);
            assertThat(status(engine, wait)).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(status(engine, times)).isEqualTo(ExecutionStatus.FAILED);
            assertThat(status(engine, whole)).isEqualTo(ExecutionStatus.TIMED_OUT);
            assertThat(status(
                            engine, beats)) // as if nobody had been there to take a sign of life: its time begins anew
                    .isEqualTo(ExecutionStatus.RUNNING);
            pass(TWENTY_MINUTES);
            assertEnded(engine);
        } finally {
            engine.close();
        }
        assertThat(took).isNotEmpty().noneMatch(Duration::isNegative);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void backAnHour(boolean restarted) {
        Engine engine = begin(restarted);
        try {
            clock.set(HOUR.negated());
            pass(TWENTY_MINUTES);
            assertStatus(engine, ExecutionStatus.RUNNING);
            pass(HOUR.minusSeconds(1));
            assertStatus(engine, ExecutionStatus.RUNNING);
            pass(Duration.ofSeconds(1));
            assertEnded(engine);
        } finally {
            engine.close();
        }
        assertThat(took).isNotEmpty().noneMatch(Duration::isNegative);
    }

    @Test
    void whatBeginsAfterwardsTakesItsTime() {
        try (Engine engine = engine()) {
            for (Duration by : List.of(HOUR, HOUR.negated(), HOUR.negated())) {
                clock.set(by);
                Instant begin = elapsed.now();
                Execution<JsonNode> execution = engine.start(wait, json("1"));
                pass(TWENTY_MINUTES.minusSeconds(1));
                assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.RUNNING);
                pass(Duration.ofSeconds(1));
                assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
                assertThat(elapsed.now()).isEqualTo(begin.plusSeconds(1_200));
            }
        }
    }

    @Test
    void whatIsStoppedAfterTheClockWasSetBackDidNotEndBeforeItBegan() {
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = engine.start(wait, "stopped", json("1"));
            pass(Duration.ofSeconds(60));
            clock.set(HOUR.negated());
            execution.stop(null, null);
            assertThat(execution.describe().stopTime()).isEqualTo(START);
            assertThat(execution.history()).extracting(HistoryEvent::timestamp).isSorted();
            assertThat(execution.describe().redriveStatus()).isEqualTo(RedriveStatus.REDRIVABLE);
            execution.redrive();
            clock.set(HOUR);
            pass(TWENTY_MINUTES);
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(execution.history()).extracting(HistoryEvent::timestamp).isSorted();
        }
    }

    private Engine begin(boolean restarted) {
        Engine first = engine();
        workflows().forEach(workflow -> first.start(workflow, "one", json("1")));
        elapsed.awaitIdle();
        if (!restarted) {
            return first;
        }
        first.shutdownNow();
        Engine second = engine();
        elapsed.awaitIdle();
        return second;
    }

    private void pass(Duration duration) {
        elapsed.advance(duration);
        elapsed.awaitIdle();
    }

    private void assertEnded(Engine engine) {
        assertThat(status(engine, wait)).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(status(engine, times)).isEqualTo(ExecutionStatus.FAILED);
        assertThat(status(engine, beats)).isEqualTo(ExecutionStatus.FAILED);
        assertThat(status(engine, whole)).isEqualTo(ExecutionStatus.TIMED_OUT);
        for (Workflow<JsonNode, JsonNode> workflow : workflows()) {
            Execution<JsonNode> execution = engine.find(workflow, "one").orElseThrow();
            assertThat(execution.history()).extracting(HistoryEvent::timestamp).isSorted();
            assertThat(execution.describe().stopTime())
                    .isAfterOrEqualTo(execution.describe().startTime());
        }
    }

    private void assertStatus(Engine engine, ExecutionStatus status) {
        for (Workflow<JsonNode, JsonNode> workflow : workflows()) {
            assertThat(status(engine, workflow)).as(workflow.name()).isEqualTo(status);
        }
    }

    private static ExecutionStatus status(Engine engine, Workflow<JsonNode, JsonNode> workflow) {
        return engine.find(workflow, "one").orElseThrow().describe().status();
    }

    private List<Workflow<JsonNode, JsonNode>> workflows() {
        return List.of(wait, times, beats, whole);
    }

    private Engine engine() {
        Engine.Builder builder = Engine.builder()
                .environment(clock)
                .store(store)
                .lifecycle(new LifecycleListener() {
                    @Override
                    public void executionEnded(ExecutionInfo execution, ExecutionEnd end) {
                        took.add(end.duration());
                    }
                });
        workflows().forEach(builder::register);
        return builder.build();
    }
}
