package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What two engines on one store tell an execution at the same time: only one can be of use, and the other is refused. The engine that has the
 * execution is held up in the turn that takes the first, so that the second finds it not taken yet.
 */
@Timeout(60)
final class AnswersOfTwoEnginesTest {
    private static final String SEND = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final ExecutionStore store = ExecutionStore.inMemory();
    private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile HistoryEventType heldUpAt = HistoryEventType.EXECUTION_STARTED;
    private volatile boolean armed;

    private final Task send = task(SEND, (input, call) -> {
        tokens.add(String.valueOf(call.taskToken()));
        return json("{}");
    });
    private final Task work = task((input, call) -> {
        TimeoutTest.await(busy);
        return input;
    });

    /** Is held by the engine that started it, as one branch works. */
    private final Workflow<JsonNode, JsonNode> workflow = states().parallel(
                    "Both",
                    END,
                    states().tokenTask("Send", send, 600, 60, END).scope(),
                    states().task("Work", work, END).scope())
            .workflow();

    private final Engine near = builder()
            .history((execution, event) -> {
                if (armed && event.type() == heldUpAt) {
                    armed = false;
                    reached.countDown();
                    TimeoutTest.await(goOn);
                }
            })
            .build();
    private final Engine far = builder().build();

    @AfterEach
    void closeBoth() {
        goOn.countDown();
        busy.countDown();
        near.close(Duration.ZERO);
        far.close(Duration.ZERO);
    }

    @Test
    void ofTwoAnswersOneIsTaken() throws Exception {
        Execution<JsonNode> execution = near.start(workflow, "one", json("1"));
        String token = token();
        holdUpAt(HistoryEventType.TASK_SUCCEEDED);
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> near.sendTaskSuccess(token, json("'near'")), OwnThread.EACH);
        TimeoutTest.await(reached);
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> far.sendTaskSuccess(token, json("'far'")), OwnThread.EACH);
        OwnThread.await(() -> mail() == 1);
        goOn.countDown();
        assertThat(first).succeedsWithin(Duration.ofSeconds(20));
        assertRefused(second);
        busy.countDown();
        assertThat(execution.result().join()).isEqualTo(json("['near', 1]"));
        assertThat(mail()).isZero();
    }

    @Test
    void anAnswerThatIsTakenIsOfUse() throws Exception {
        Execution<JsonNode> execution = near.start(workflow, "one", json("1"));
        String token = token();
        far.sendTaskHeartbeat(token);
        far.sendTaskSuccess(token, json("'far'"));
        assertThatThrownBy(() -> near.sendTaskSuccess(token, json("'near'"))).isInstanceOf(TaskAnswerException.class);
        assertThatThrownBy(() -> far.sendTaskHeartbeat(token)).isInstanceOf(TaskAnswerException.class);
        busy.countDown();
        assertThat(execution.result().join()).isEqualTo(json("['far', 1]"));
    }

    @Test
    void anAnswerAfterTheTimeoutIsRefused() throws Exception {
        time.pause();
        Execution<JsonNode> execution = near.start(workflow, "one", json("1"));
        String token = token();
        holdUpAt(HistoryEventType.TASK_TIMED_OUT);
        CompletableFuture<Void> passing =
                CompletableFuture.runAsync(() -> time.advance(Duration.ofSeconds(60)), OwnThread.EACH);
        TimeoutTest.await(reached);
        CompletableFuture<Void> sign = CompletableFuture.runAsync(() -> far.sendTaskHeartbeat(token), OwnThread.EACH);
        CompletableFuture<Void> answer =
                CompletableFuture.runAsync(() -> far.sendTaskSuccess(token, json("'far'")), OwnThread.EACH);
        OwnThread.await(() -> mail() == 2);
        goOn.countDown();
        assertRefused(sign);
        assertRefused(answer);
        busy.countDown();
        passing.join();
        assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(mail()).isZero();
    }

    @Test
    void ofTwoRedrivesOneHappens() throws Exception {
        time.pause();
        Execution<JsonNode> execution = near.start(workflow, "one", json("1"));
        token();
        execution.stop(null, null);
        Execution<JsonNode> found = far.find(workflow, "one").orElseThrow();
        holdUpAt(HistoryEventType.EXECUTION_REDRIVEN);
        CompletableFuture<Void> first = CompletableFuture.runAsync(execution::redrive, OwnThread.EACH);
        TimeoutTest.await(reached);
        CompletableFuture<Void> second = CompletableFuture.runAsync(found::redrive, OwnThread.EACH);
        OwnThread.await(() -> mail() == 1);
        goOn.countDown();
        assertThat(first).succeedsWithin(Duration.ofSeconds(20));
        assertThat(second)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(ExecutionNotRedrivableException.class);
        assertThat(found.describe().redriveCount()).isEqualTo(1);
        assertThat(found.describe().status()).isEqualTo(ExecutionStatus.RUNNING);
    }

    @Test
    void ofTwoRedrivesByOneTokenOneHappensAndBothSucceed() throws Exception {
        time.pause();
        Execution<JsonNode> execution = near.start(workflow, "one", json("1"));
        token();
        execution.stop(null, null);
        Execution<JsonNode> found = far.find(workflow, "one").orElseThrow();
        holdUpAt(HistoryEventType.EXECUTION_REDRIVEN);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> execution.redrive("same"), OwnThread.EACH);
        TimeoutTest.await(reached);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> found.redrive("same"), OwnThread.EACH);
        OwnThread.await(() -> mail() == 1);
        goOn.countDown();
        assertThat(first).succeedsWithin(Duration.ofSeconds(20));
        assertThat(second).succeedsWithin(Duration.ofSeconds(20));
        assertThat(found.describe().redriveCount()).isEqualTo(1);
        assertThat(mail()).isZero();
    }

    private static void assertRefused(CompletableFuture<Void> answer) {
        assertThat(answer)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        TaskAnswerException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(TaskAnswerException.Reason.TASK_TIMED_OUT));
    }

    private String token() throws InterruptedException {
        String token = tokens.poll(20, TimeUnit.SECONDS);
        assertThat(token).isNotNull();
        return token;
    }

    private void holdUpAt(HistoryEventType type) {
        heldUpAt = type;
        armed = true;
    }

    private int mail() {
        return store.find("machine", "one")
                .map(found -> store.messages(found.key()).size())
                .orElse(0);
    }

    private Engine.Builder builder() {
        return Engine.builder().environment(time).store(store).register(workflow);
    }
}
