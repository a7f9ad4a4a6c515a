package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Heartbeat and timeout of tasks that wait for tokens: which of them comes first, and what comes too late. */
@Timeout(30)
final class HeartbeatTest {
    private static final Catcher.CatchOutput REPLACE = (frame, error) -> error;

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    private final List<HistoryEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final Task send = task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", (input, call) -> {
        tokens.add(call.taskToken());
        return input;
    });

    /** Names the catcher that took the error. */
    private final Workflow<JsonNode, JsonNode> workflow = states().tokenTask("Send", send, 10, 6, END)
            .caught(
                    Catcher.on("States.HeartbeatTimeout").next(1, REPLACE),
                    Catcher.on("States.Timeout").next(2, REPLACE))
            .fail("Silent", "Silent", null)
            .fail("Slow", "Slow", null)
            .workflow();

    private final Engine engine = Engine.builder()
            .environment(time)
            .history((arn, event) -> events.add(event))
            .register(workflow)
            .build();

    @BeforeEach
    void stopTheClock() {
        time.pause();
    }

    @AfterEach
    void closeTheEngine() {
        engine.close(Duration.ZERO);
    }

    @Test
    void theGapEndsBeforeTheTimeout() {
        Execution<JsonNode> execution = start("one");
        advanceTo(3);
        engine.sendTaskHeartbeat(tokens.get(0));
        advanceTo(100);
        assertEnded(execution, "Silent", START.plusSeconds(9));
    }

    @Test
    void theTimeoutEndsBeforeTheGap() {
        Execution<JsonNode> execution = start("one");
        advanceTo(5);
        engine.sendTaskHeartbeat(tokens.get(0));
        advanceTo(100);
        assertEnded(execution, "Slow", START.plusSeconds(10));
    }

    @Test
    void aHeartbeatAtTheLastMomentIsInTime() {
        Execution<JsonNode> execution = start("one");
        time.advance(Duration.ofMillis(5_999));
        engine.sendTaskHeartbeat(tokens.get(0));
        time.advance(Duration.ofSeconds(4));
        engine.sendTaskSuccess(tokens.get(0), json("'done'"));
        assertThat(execution.result().join()).isEqualTo(json("'done'"));
        assertThat(count("TaskTimedOut")).isZero();
    }

    @Test
    void aHeartbeatAtTheMomentOfTheEndIsTooLateAndStaysWithoutEffect() {
        Execution<JsonNode> execution = start("one");
        advanceTo(6);
        assertRefused(() -> engine.sendTaskHeartbeat(tokens.get(0)));
        assertRefused(() -> engine.sendTaskSuccess(tokens.get(0), json("1")));
        assertRefused(() -> engine.sendTaskFailure(tokens.get(0), "Late", null));
        advanceTo(100);
        assertEnded(execution, "Silent", START.plusSeconds(6));
    }

    @Test
    void bothAtOnceAreOneTimeout() {
        Execution<JsonNode> execution = start("one");
        advanceTo(4);
        engine.sendTaskHeartbeat(tokens.get(0));
        advanceTo(100);
        assertThat(execution.describe().stopTime()).isEqualTo(START.plusSeconds(10));
        assertThat(execution.describe().error()).isIn("Silent", "Slow");
        assertThat(count("TaskTimedOut")).isEqualTo(1);
    }

    @Test
    void aHeartbeatAfterTheTokenIsClosedIsRefused() {
        Execution<JsonNode> execution = start("one");
        advanceTo(1);
        engine.sendTaskSuccess(tokens.get(0), json("'done'"));
        assertRefused(() -> engine.sendTaskHeartbeat(tokens.get(0)));
        advanceTo(100);
        assertThat(execution.result().join()).isEqualTo(json("'done'"));
        assertThat(execution.describe().stopTime()).isEqualTo(START.plusSeconds(1));
    }

    /** A heartbeat keeps its own execution alive and no other. */
    @Test
    void heartbeatsOfSixExecutionsInterleave() {
        List<Execution<JsonNode>> executions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            executions.add(start("e" + i));
        }
        advanceTo(5);
        for (int i : new int[] {4, 0, 2}) {
            engine.sendTaskHeartbeat(tokens.get(i));
        }
        advanceTo(7);
        for (int i : new int[] {2, 4}) {
            engine.sendTaskSuccess(tokens.get(i), json("" + i));
        }
        advanceTo(100);
        for (int i : new int[] {1, 3, 5}) {
            assertThat(executions.get(i).describe().error()).isEqualTo("Silent");
            assertThat(executions.get(i).describe().stopTime()).isEqualTo(START.plusSeconds(6));
        }
        assertThat(executions.get(0).describe().error()).isEqualTo("Slow");
        assertThat(executions.get(2).result().join()).isEqualTo(json("2"));
        assertThat(executions.get(4).result().join()).isEqualTo(json("4"));
    }

    private Execution<JsonNode> start(String name) {
        Execution<JsonNode> execution = engine.start(workflow, name, json("{}"));
        time.awaitIdle();
        return execution;
    }

    private void advanceTo(long seconds) {
        time.awaitIdle();
        time.advance(Duration.between(time.now(), START.plusSeconds(seconds)));
        time.awaitIdle();
    }

    private void assertEnded(Execution<JsonNode> execution, String error, Instant end) {
        assertThat(execution.describe().error()).isEqualTo(error);
        assertThat(execution.describe().stopTime()).isEqualTo(end);
        assertThat(count("TaskTimedOut")).isEqualTo(1);
    }

    private long count(String type) {
        return events.stream().filter(event -> event.type().text().equals(type)).count();
    }

    private static void assertRefused(Runnable answer) {
        assertThatThrownBy(answer::run)
                .isInstanceOfSatisfying(
                        TaskAnswerException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(TaskAnswerException.Reason.TASK_TIMED_OUT));
    }
}
