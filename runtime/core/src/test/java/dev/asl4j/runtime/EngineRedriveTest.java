package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Executions that did not succeed go on from where they failed. */
@Timeout(30)
final class EngineRedriveTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<String> errors = new ArrayList<>();
    private volatile boolean mended;

    /** Notes its input; fails on {@code "bad"} until that is mended. */
    private final Task work = task((input, call) -> {
        calls.add(input.isTextual() ? input.textValue() : input.toString());
        if (!mended && input.toString().contains("bad")) {
            throw new TaskFailedException("Bad", "it is bad");
        }
        return input;
    });

    private Engine engine = Engine.builder().build();

    @AfterEach
    void closeTheEngine() {
        engine.close(Duration.ZERO);
    }

    @Test
    void aTaskIsCalledAgainWithItsInputAndWhatWasBeforeIsNot() {
        Execution<JsonNode> execution =
                start(states().task("First", work, 1).pause("Rest", 10, 2).task("Second", failing(), END), "'good'");
        fails(execution, ExecutionStatus.FAILED);
        List<HistoryEvent> before = execution.history();
        time.advance(Duration.ofSeconds(100));

        mended = true;
        execution.redrive();
        assertThat(output(execution)).isEqualTo(json("'good'"));

        assertThat(calls).containsExactly("good", "second", "second");
        ExecutionDescription end = execution.describe();
        assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(end.error()).isNull();
        assertThat(end.redriveCount()).isEqualTo(1);
        assertThat(end.redriveDate()).isEqualTo(START.plusSeconds(110));
        assertThat(end.startTime()).isEqualTo(START);
        assertThat(execution.history()).startsWith(before.toArray(HistoryEvent[]::new));
        assertThat(types(execution).subList(before.size(), execution.history().size()))
                .containsExactly(
                        "ExecutionRedriven",
                        "LambdaFunctionScheduled",
                        "LambdaFunctionStarted",
                        "LambdaFunctionSucceeded",
                        "TaskStateExited",
                        "ExecutionSucceeded");
        assertThat(execution.history().get(before.size()).details()).isEqualTo(json("{'redriveCount': 1}"));
        assertThat(execution.history()).extracting(HistoryEvent::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void retriesStartAnew() {
        Execution<JsonNode> execution = start(
                states().task("Work", work, END)
                        .retry(Retrier.on("Bad").maxAttempts(2).intervalSeconds(1)),
                "'bad'");
        fails(execution, ExecutionStatus.FAILED);
        assertThat(calls).hasSize(3);
        execution.redrive();
        fails(execution, ExecutionStatus.FAILED);
        assertThat(calls).hasSize(6);
        assertThat(execution.describe().redriveCount()).isEqualTo(1);
    }

    @Test
    void ofAParallelOnlyBranchesThatDidNotSucceed() {
        Execution<JsonNode> execution = start(
                states().parallel(
                                "Both",
                                END,
                                states().task("Left", work, END).scope(),
                                states().pause("Rest", 5, 1)
                                        .task("Right", failing(), END)
                                        .scope(),
                                states().pause("Long", 60, END).scope()),
                "'x'");
        fails(execution, ExecutionStatus.FAILED);
        assertThat(calls).containsExactly("x", "second");

        mended = true;
        execution.redrive();
        assertThat(output(execution)).isEqualTo(json("['x', 'x', 'x']"));
        assertThat(calls).containsExactly("x", "second", "second");
    }

    @Test
    void ofAMapOnlyIterationsThatDidNotSucceed() {
        Execution<JsonNode> execution =
                start(states().map("Each", states().task("Work", work, END).scope(), 1, END), "['a', 'b', 'bad', 'd']");
        fails(execution, ExecutionStatus.FAILED);
        assertThat(calls).containsExactly("a", "b", "bad");

        mended = true;
        execution.redrive();
        assertThat(output(execution)).isEqualTo(json("['a', 'b', 'bad', 'd']"));
        assertThat(calls).containsExactly("a", "b", "bad", "bad", "d");
    }

    @Test
    void aFailStateFailsAgain() {
        Execution<JsonNode> execution = start(states().fail("Fail", "Wrong", "always"), "1");
        fails(execution, ExecutionStatus.FAILED);
        for (int count = 1; count <= 3; count++) {
            execution.redrive();
            fails(execution, ExecutionStatus.FAILED);
            assertThat(execution.describe().redriveCount()).isEqualTo(count);
            assertThat(execution.describe().error()).isEqualTo("Wrong");
        }
    }

    @Test
    void theTimeoutOfTheMachineStartsAnew() {
        Workflow<JsonNode, JsonNode> workflow =
                states().pause("Short", 40, 1).pause("Long", 50, END).workflow(60);
        Execution<JsonNode> execution = start(workflow, "1");
        fails(execution, ExecutionStatus.TIMED_OUT);
        assertThat(execution.describe().stopTime()).isEqualTo(START.plusSeconds(60));
        execution.redrive();
        assertThat(output(execution)).isEqualTo(json("1"));
        assertThat(execution.describe().stopTime())
                .isEqualTo(execution.describe().redriveDate().plusSeconds(50));
    }

    @Test
    void anAbortedOneGoesOnAndWaitsAnew() {
        time.pause();
        Execution<JsonNode> execution = start(states().pause("Wait", 3_600, END), "1");
        time.awaitIdle();
        execution.stop("Stopped", "by hand");
        fails(execution, ExecutionStatus.ABORTED);
        time.advance(Duration.ofHours(2));
        execution.redrive();
        assertThat(execution.describe().currentStates()).hasSize(1);
        time.advance(Duration.ofHours(1));
        assertThat(output(execution)).isEqualTo(json("1"));
        assertThat(execution.describe().stopTime()).isEqualTo(START.plusSeconds(10_800));
    }

    /** However soon they ask: it has not quite left memory when it goes on. */
    @Test
    void whoAsksAfterARedriveIsToldTheNextEnd() {
        time.pause();
        Execution<JsonNode> execution = start(states().pause("Wait", 60, END), "1");
        List<CompletableFuture<JsonNode>> ends = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            ends.add(execution.result());
            execution.stop("end " + i, null);
            execution.redrive();
        }
        assertThat(execution.result()).isNotDone();
        for (int i = 0; i < 1_000; i++) {
            assertThat(ends.get(i))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(ExecutionFailedException.class, thrown -> errors.add(thrown.error()));
            assertThat(errors.get(i)).isEqualTo("end " + i);
        }
    }

    @Test
    void whatRunsOrSucceededOrIsTooOldCannotBeRedriven() {
        time.pause();
        Execution<JsonNode> execution = start(states().pause("Wait", 60, 1).task("Work", work, END), "'bad'");
        refuses(execution, "Execution is RUNNING and cannot be redriven");
        time.advance(Duration.ofSeconds(60));
        fails(execution, ExecutionStatus.FAILED);
        assertThat(execution.describe().redriveStatus()).isEqualTo(RedriveStatus.REDRIVABLE);
        mended = true;
        execution.redrive();
        output(execution);
        refuses(execution, "Execution is SUCCEEDED and cannot be redriven");

        mended = false;
        Execution<JsonNode> old = engine.start(workflow, "old", json("'bad'"));
        time.advance(Duration.ofSeconds(60));
        fails(old, ExecutionStatus.FAILED);
        time.advance(Duration.ofDays(14));
        refuses(old, "Execution redrivable period exceeded");
    }

    @Test
    void ofManyRedrivesAtOnceOneHappens() throws Exception {
        time.pause();
        Execution<JsonNode> execution = start(states().task("Work", work, 1).pause("Rest", 60, END), "'bad'");
        fails(execution, ExecutionStatus.FAILED);
        mended = true;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> redrives = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            redrives.add(threads.submit(() -> isRedriven(execution)));
        }
        int redriven = 0;
        for (Future<Boolean> redrive : redrives) {
            redriven += redrive.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(redriven).isOne();
        assertThat(execution.describe().redriveCount()).isEqualTo(1);
        time.resume();
        assertThat(output(execution)).isEqualTo(json("'bad'"));
        assertThat(calls).containsExactly("bad", "bad");
    }

    @Test
    void whatWasRedrivenWhileNoEngineRanGoesOnInTheNextOne() {
        Workflow<JsonNode, JsonNode> failing = states().task("Work", work, END).workflow();
        ExecutionStore store = ExecutionStore.inMemory();
        Engine.Builder builder = Engine.builder().environment(time).store(store).register(failing);
        try (Engine first = builder.build()) {
            fails(first.start(failing, "one", json("'bad'")), ExecutionStatus.FAILED);
        }
        ExecutionAdmin.of(store).environment(time).redrive("machine", "one");
        mended = true;
        try (Engine second = builder.build()) {
            Execution<JsonNode> found = second.find(failing, "one").orElseThrow();
            OwnThread.await(() -> found.describe().redriveCount() > 0);
            assertThat(output(found)).isEqualTo(json("'bad'"));
        }
    }

    private static JsonNode output(Execution<JsonNode> execution) {
        return execution.result().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static boolean isRedriven(Execution<JsonNode> execution) {
        try {
            execution.redrive();
            return true;
        } catch (ExecutionNotRedrivableException runs) {
            return false;
        }
    }

    private Workflow<JsonNode, JsonNode> workflow = states().workflow();

    private void refuses(Execution<JsonNode> execution, String reason) {
        assertThatThrownBy(execution::redrive)
                .isInstanceOfSatisfying(
                        ExecutionNotRedrivableException.class,
                        thrown -> assertThat(thrown.reason()).isEqualTo(reason));
        assertThat(execution.describe().redriveStatusReason()).isEqualTo(reason);
        assertThat(execution.describe().redriveStatus()).isEqualTo(RedriveStatus.NOT_REDRIVABLE);
    }

    private static void fails(Execution<JsonNode> execution, ExecutionStatus status) {
        assertThat(execution.result())
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(ExecutionFailedException.class);
        assertThat(execution.describe().status()).isEqualTo(status);
    }

    private static List<String> types(Execution<JsonNode> execution) {
        return execution.history().stream().map(event -> event.type().text()).toList();
    }

    /** Notes {@code second}, and fails until that is mended. */
    private Task failing() {
        return task((input, call) -> {
            calls.add("second");
            if (!mended) {
                throw new TaskFailedException("Bad", "it is bad");
            }
            return input;
        });
    }

    private Execution<JsonNode> start(States states, String input) {
        return start(states.workflow(), input);
    }

    private Execution<JsonNode> start(Workflow<JsonNode, JsonNode> started, String input) {
        engine.close(Duration.ZERO);
        workflow = started;
        engine = Engine.builder().environment(time).register(started).build();
        return engine.start(started, "one", json(input));
    }
}
