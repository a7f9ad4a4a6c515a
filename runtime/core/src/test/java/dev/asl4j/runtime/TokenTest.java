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
import com.fasterxml.jackson.databind.node.DoubleNode;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.task.TaskAnswerException.Reason;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks that wait for the answer to a token. */
@Timeout(30)
final class TokenTest {
    private static final String SEND = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    private static final Catcher.CatchOutput REPLACE = (frame, error) -> error;

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    private final Task send = task(SEND, (input, call) -> {
        assertThat(call.taskToken()).isEqualTo(input.get("Token").textValue());
        tokens.add(call.taskToken());
        return json("{'MessageId': 'm'}");
    });

    private Engine engine = Engine.builder().build();

    @AfterEach
    void closeTheEngine() {
        engine.close(Duration.ZERO);
    }

    @Test
    void theAnswerIsTheResult() {
        Execution<JsonNode> execution = start(states().tokenTask("Send", send, 0, 0, END));
        assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.RUNNING);
        engine.sendTaskSuccess(tokens.get(0), json("{'a': 1}"));
        assertThat(execution.result().join()).isEqualTo(json("{'a': 1}"));
    }

    @Test
    void aFailureIsTheTasks() {
        Execution<JsonNode> execution = start(states().tokenTask("Send", send, 0, 0, END)
                .caught(Catcher.on("MyError").next(1, REPLACE))
                .pass("Handle", END));
        engine.sendTaskFailure(tokens.get(0), "MyError", "why");
        assertThat(execution.result().join()).isEqualTo(json("{'Error': 'MyError', 'Cause': 'why'}"));
    }

    @Test
    void theFirstAnswerCounts() {
        Execution<JsonNode> execution = start(states().tokenTask("Send", send, 0, 0, END));
        engine.sendTaskSuccess(tokens.get(0), json("1"));
        assertRefused(Reason.TASK_TIMED_OUT, () -> engine.sendTaskSuccess(tokens.get(0), json("2")));
        assertRefused(Reason.TASK_TIMED_OUT, () -> engine.sendTaskFailure(tokens.get(0), null, null));
        assertThat(execution.result().join()).isEqualTo(json("1"));
        assertRefused(Reason.TASK_TIMED_OUT, () -> engine.sendTaskHeartbeat(tokens.get(0)));
    }

    /** While it waits the execution leaves memory: what was given to the handler then knows it no more. */
    @Test
    void aCallbackIsOfUseForAsLongAsTheTokenIsOpen() {
        List<TaskCallback<JsonNode>> callbacks = Collections.synchronizedList(new ArrayList<>());
        Task keeping = task(SEND, (input, call) -> {
            callbacks.add(call.callback());
            return input;
        });
        Execution<JsonNode> execution =
                start(states().tokenTask("Send", keeping, 0, 3_600, 1).pass("After", END));
        time.advance(Duration.ofMinutes(50));
        callbacks.get(0).heartbeat();
        time.advance(Duration.ofMinutes(50));
        callbacks.get(0).success(json("7"));
        assertThat(execution.result().join()).isEqualTo(json("7"));
        assertRefused(Reason.TASK_TIMED_OUT, callbacks.get(0)::heartbeat);
        assertRefused(Reason.TASK_TIMED_OUT, () -> callbacks.get(0).success(json("8")));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        start(states().tokenTask("Send", send, 0, 0, END));
        String token = tokens.get(0);
        String other = token.substring(1) + (token.charAt(0) == 'A' ? 'B' : 'A');
        assertRefused(Reason.INVALID_TOKEN, () -> engine.sendTaskHeartbeat("no token"));
        assertRefused(Reason.TASK_DOES_NOT_EXIST, () -> engine.sendTaskHeartbeat(other));
        assertRefused(Reason.INVALID_OUTPUT, () -> engine.sendTaskSuccess(token, DoubleNode.valueOf(Double.NaN)));
        engine.sendTaskHeartbeat(token);
        assertThat(token).hasSizeLessThanOrEqualTo(2048);
    }

    @Test
    void interleavedExecutionsGetTheirOwnAnswers() {
        Workflow<JsonNode, JsonNode> workflow =
                states().tokenTask("Send", send, 0, 0, END).workflow();
        engine = engine(workflow);
        List<Execution<JsonNode>> executions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            executions.add(engine.start(workflow, "e" + i, json("{}")));
            time.awaitIdle();
        }
        for (int i : new int[] {3, 0, 5, 1, 4, 2}) {
            engine.sendTaskSuccess(tokens.get(i), json("" + i));
        }
        for (int i = 0; i < 6; i++) {
            assertThat(executions.get(i).result().join()).isEqualTo(json("" + i));
        }
        assertThat(tokens).doesNotHaveDuplicates();
    }

    @Test
    void aRetryHasAnotherTokenAndEvaluatesItsParametersAnew() {
        List<JsonNode> inputs = Collections.synchronizedList(new ArrayList<>());
        Task sending = task(SEND, (input, call) -> {
            inputs.add(input.get("Retry"));
            tokens.add(call.taskToken());
            return input;
        });
        Execution<JsonNode> execution =
                start(states().tokenTask("Send", sending, 0, 0, END).retry(Retrier.on("MyError")));
        engine.sendTaskFailure(tokens.get(0), "MyError", null);
        time.awaitIdle();
        time.advance(Duration.ofSeconds(1));
        assertThat(inputs).containsExactly(json("0"), json("1"));
        assertRefused(Reason.TASK_TIMED_OUT, () -> engine.sendTaskSuccess(tokens.get(0), json("'old'")));
        engine.sendTaskSuccess(tokens.get(1), json("'new'"));
        assertThat(execution.result().join()).isEqualTo(json("'new'"));
    }

    @Test
    void theHeartbeatBoundsTheGapAndNotTheWait() {
        Execution<JsonNode> execution = start(states().tokenTask("Send", send, 600, 10, END));
        for (int i = 0; i < 20; i++) {
            time.advance(Duration.ofSeconds(9));
            engine.sendTaskHeartbeat(tokens.get(0));
        }
        assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.RUNNING);
        time.advance(Duration.ofSeconds(10));
        assertThat(execution.describe().error()).isEqualTo("States.Timeout");
        assertThat(execution.describe().stopTime()).isEqualTo(START.plusSeconds(190));
        assertRefused(Reason.TASK_TIMED_OUT, () -> engine.sendTaskHeartbeat(tokens.get(0)));
    }

    @Test
    void theTimeoutBoundsTheWait() {
        Execution<JsonNode> execution = start(states().tokenTask("Send", send, 60, 0, END)
                .caught(Catcher.on("States.Timeout").next(1, REPLACE))
                .pass("Handle", END));
        time.advance(Duration.ofSeconds(60));
        assertThat(execution.result().join()).isEqualTo(json("{'Error': 'States.Timeout', 'Cause': ''}"));
        assertRefused(Reason.TASK_TIMED_OUT, () -> engine.sendTaskSuccess(tokens.get(0), json("1")));
    }

    @Test
    void aStoppedExecutionWantsNoAnswer() {
        Execution<JsonNode> execution = start(states().tokenTask("Send", send, 0, 0, END));
        execution.stop("Stopped", "by hand");
        assertRefused(Reason.TASK_TIMED_OUT, () -> engine.sendTaskSuccess(tokens.get(0), json("1")));
        assertThat(execution.describe().error()).isEqualTo("Stopped");
    }

    @Test
    void anAnswerBeforeTheHandlerIsDoneIsInTime() {
        Task quick = task(SEND, (input, call) -> {
            call.callback().success(json("'early'"));
            time.advance(Duration.ofSeconds(100));
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().tokenTask("Send", quick, 60, 0, END).workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("'early'"));
    }

    @Test
    void aHandlerThatFailsNeedsNoAnswer() {
        Task failing = task(SEND, (input, call) -> {
            tokens.add(call.taskToken());
            throw new IllegalStateException("no queue");
        });
        Execution<JsonNode> execution = start(states().tokenTask("Send", failing, 0, 0, END));
        assertThat(execution.describe().error()).isEqualTo("java.lang.IllegalStateException");
        assertRefused(Reason.TASK_TIMED_OUT, () -> engine.sendTaskSuccess(tokens.get(0), json("1")));
    }

    @Test
    void aRunIsAnsweredByTheCallback() {
        List<TaskCallback<JsonNode>> callbacks = Collections.synchronizedList(new ArrayList<>());
        Task keeping = task(SEND, (input, call) -> {
            callbacks.add(call.callback());
            return input;
        });
        Task answering = task((input, call) -> {
            callbacks.get(0).success(json("'from the other branch'"));
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().parallel(
                        "Both",
                        END,
                        states().tokenTask("Send", keeping, 0, 0, END).scope(),
                        states().pause("Later", 5, 1)
                                .task("Answer", answering, END)
                                .scope())
                .workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("['from the other branch', {}]"));
    }

    @Test
    void onlyStatesWithATokenShowOne() {
        Task look = task((input, call) -> {
            assertThat(call.taskToken()).isNull();
            assertThatThrownBy(call::callback).isInstanceOf(IllegalStateException.class);
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.TASK,
                        "Plain",
                        frame -> frame.call(look, frame.context()),
                        (frame, result) -> frame.succeed(result))
                .workflow();
        assertThat(workflow.run(json("{}"), time).has("Task")).isFalse();
    }

    private Execution<JsonNode> start(States machine) {
        Workflow<JsonNode, JsonNode> workflow = machine.workflow();
        engine = engine(workflow);
        Execution<JsonNode> execution = engine.start(workflow, "one", json("{}"));
        time.awaitIdle();
        return execution;
    }

    private Engine engine(Workflow<JsonNode, JsonNode> workflow) {
        time.pause();
        engine.close();
        return Engine.builder().environment(time).register(workflow).build();
    }

    private static void assertRefused(Reason reason, Runnable answer) {
        TaskAnswerException refused = catchThrowableOfType(TaskAnswerException.class, answer::run);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
    }
}
