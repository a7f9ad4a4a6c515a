package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.ExecutionDescription.CurrentState;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine: many executions, names, descriptions, stopping, closing. */
@Timeout(60)
final class EngineTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final Workflow<JsonNode, JsonNode> waiting =
            states().pause("Wait", 3_600, END).workflow();

    @Test
    void anExceptionThatCannotTellItsMessageIsAFailureToo() {
        Workflow<JsonNode, JsonNode> workflow = states().task(
                        "Work",
                        States.task((input, call) -> {
                            throw new Mute();
                        }),
                        END)
                .workflow();
        try (Engine engine = Engine.builder().register(workflow).build()) {
            assertThat(engine.start(workflow, json("{}")).result())
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            ExecutionFailedException.class,
                            failed -> assertThat(failed.error()).isEqualTo(Mute.class.getName()));
        }
    }

    private static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    @Test
    void aThousandExecutionsAtOnce() throws Exception {
        AtomicInteger handled = new AtomicInteger();
        Task task = task((input, call) -> {
            handled.incrementAndGet();
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().pause("Wait", 86_400, 1)
                .map(
                        "Each",
                        states().task("Work", task, 60, 0, 1)
                                .pause("Rest", 30, END)
                                .scope(),
                        2,
                        END)
                .workflow();
        try (Engine engine = engine(workflow)) {
            time.pause();
            List<Execution<JsonNode>> executions = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                executions.add(engine.start(workflow, json("[" + i + ", 1, 2]")));
            }
            time.resume();
            for (int i = 0; i < executions.size(); i++) {
                assertThat(executions.get(i).result().get()).isEqualTo(json("[" + i + ", 1, 2]"));
            }
        }
        assertThat(handled).hasValue(3_000);
        assertThat(time.now()).isEqualTo(START.plusSeconds(86_400 + 60));
    }

    @Test
    void aWaitOfAYearInTheEngine() throws Exception {
        Workflow<JsonNode, JsonNode> workflow =
                states().pause("Wait", 365L * 86_400, END).workflow();
        try (Engine engine = engine(workflow)) {
            assertThat(engine.start(workflow, json("1")).result().get()).isEqualTo(json("1"));
        }
        assertThat(time.now()).isEqualTo(START.plus(Duration.ofDays(365)));
    }

    @Test
    void theSameNameWithTheSameInputIsTheSameExecution() throws Exception {
        try (Engine engine = engine(waiting)) {
            time.pause();
            Execution<JsonNode> first = engine.start(waiting, "order-42", json("{'a': 1}"));
            Execution<JsonNode> again = engine.start(waiting, "order-42", json("{'a': 1}"));
            assertThat(again.id())
                    .isEqualTo(first.id())
                    .isEqualTo("arn:aws:states:us-east-1:000000000000:execution:machine:order-42");
            assertThatThrownBy(() -> engine.start(waiting, "order-42", json("{'a': 2}")))
                    .isInstanceOf(ExecutionAlreadyExistsException.class)
                    .hasMessageContaining("order-42");
            first.stop(null, null);
            assertThat(again.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThatThrownBy(() -> engine.start(waiting, "order-42", json("{'a': 1}")))
                    .isInstanceOf(ExecutionAlreadyExistsException.class);
        }
    }

    @Test
    void executionsAreFoundByWorkflowAndName() {
        Workflow<JsonNode, JsonNode> other =
                States.workflow("other", 0, states().pass("P", END).scope());
        try (Engine engine = Engine.builder()
                .environment(time)
                .register(waiting)
                .register(other)
                .build()) {
            Execution<JsonNode> execution = engine.start(waiting, "one", json("1"));
            assertThat(engine.find(waiting, "one")).get().returns(execution.id(), Execution::id);
            assertThat(engine.find(waiting, "two")).isEmpty();
            assertThat(engine.find(other, "one")).isEmpty();
        }
    }

    @Test
    void endedExecutionsAreForgottenInTheEnd() throws Exception {
        Workflow<JsonNode, JsonNode> workflow = states().pass("P", END).workflow();
        try (Engine engine = Engine.builder()
                .environment(time)
                .register(workflow)
                .remember(2)
                .build()) {
            for (String name : List.of("a", "b", "c")) {
                engine.start(workflow, name, json("1")).result().get();
                time.awaitIdle();
            }
            assertThat(engine.find(workflow, "a")).isEmpty();
            assertThat(engine.find(workflow, "b")).isPresent();
            assertThat(engine.start(workflow, "a", json("1")).result().get()).isEqualTo(json("1"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a/b",
                "a:b",
                "a\u0000",
                "a\u00a0",
                "x*",
                "#",
                "a,b",
                "`",
                "tab\t",
                "a\ud800",
                "\ud83d\ude00",
                "\ufffe",
                "\uffff"
            })
    void namesThatAwsRefuses(String name) {
        try (Engine engine = engine(waiting)) {
            assertThatIllegalArgumentException().isThrownBy(() -> engine.start(waiting, name, json("1")));
            assertThatIllegalArgumentException().isThrownBy(() -> engine.start(waiting, "n".repeat(81), json("1")));
            assertThat(engine.start(waiting, "n".repeat(80), json("1")).name()).hasSize(80);
        }
    }

    @Test
    void aDescriptionShowsWhereItStands() {
        Workflow<JsonNode, JsonNode> workflow = states().pause("First", 10, 1)
                .parallel(
                        "Both",
                        END,
                        states().map("Each", states().pause("Wait", 100, END).scope(), 0, END)
                                .scope(),
                        states().pause("Long", 1_000, END).scope())
                .workflow();
        JsonNode input = json("['a', 'b']");
        try (Engine engine = engine(workflow)) {
            time.pause();
            Execution<JsonNode> execution = engine.start(workflow, "x", input);
            time.awaitIdle();
            assertThat(execution.describe().currentStates()).containsExactly(new CurrentState("First", input, START));
            time.advance(Duration.ofSeconds(10));
            ExecutionDescription inside = execution.describe();
            assertThat(inside.status()).isEqualTo(ExecutionStatus.RUNNING);
            assertThat(inside.currentStates())
                    .containsExactly(
                            new CurrentState("Both", input, START.plusSeconds(10)),
                            new CurrentState("Each", input, START.plusSeconds(10)),
                            new CurrentState("Wait", json("'a'"), START.plusSeconds(10)),
                            new CurrentState("Wait", json("'b'"), START.plusSeconds(10)),
                            new CurrentState("Long", input, START.plusSeconds(10)));
            time.advance(Duration.ofSeconds(2_000));
            ExecutionDescription ended = execution.describe();
            assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(ended.currentStates()).isEmpty();
            assertThat(ended.output()).isEqualTo(json("[['a', 'b'], ['a', 'b']]"));
            assertThat(ended.input()).isEqualTo(input);
            assertThat(ended.startTime()).isEqualTo(START);
            assertThat(ended.stopTime()).isEqualTo(START.plusSeconds(1_010));
            assertThat(ended + "" + inside.currentStates() + execution + engine + workflow)
                    .doesNotContain("'a'", "\"a\"");
        }
    }

    @Test
    void stopEndsAnEndlessLoopAndADescriptionOfItReturns() {
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.PASS, "Loop", frame -> frame.next(0, frame.input()))
                .workflow();
        try (Engine engine = engine(workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, json("1"));
            assertThat(execution.describe().currentStates())
                    .extracting(CurrentState::name)
                    .containsExactly("Loop");
            execution.stop("Enough", "it goes round and round");
            ExecutionDescription description = execution.describe();
            assertThat(description.status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(description.error()).isEqualTo("Enough");
            assertThat(description.cause()).isEqualTo("it goes round and round");
            execution.stop("Again", "changes nothing");
            assertThat(execution.describe().error()).isEqualTo("Enough");
            ExecutionException thrown = catchThrowableOfType(
                    ExecutionException.class, () -> execution.result().get());
            assertThat(thrown)
                    .cause()
                    .isInstanceOfSatisfying(
                            ExecutionFailedException.class,
                            failed -> assertThat(failed.status()).isEqualTo(ExecutionStatus.ABORTED));
        }
    }

    @Test
    void stopInterruptsTheHandlers() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Task task = task((input, call) -> {
            started.countDown();
            TimeoutTest.sleepUntilInterrupted(interrupted);
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", task, END).workflow();
        try (Engine engine = engine(workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, json("1"));
            TimeoutTest.await(started);
            execution.stop(null, null);
            TimeoutTest.await(interrupted);
            assertThat(execution.describe().error()).isNull();
        }
    }

    @Test
    void oneBusyExecutionDoesNotStarveTheOthers() throws Exception {
        Workflow<JsonNode, JsonNode> endless = States.workflow(
                "endless",
                0,
                states().state(StateType.PASS, "Loop", frame -> frame.next(0, frame.input()))
                        .scope());
        Workflow<JsonNode, JsonNode> quick = states().pass("P", END).workflow();
        try (Engine engine = Engine.builder().register(endless).register(quick).build()) {
            List<Execution<JsonNode>> loops = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                loops.add(engine.start(endless, json("1")));
            }
            assertThat(engine.start(quick, json("7")).result().get()).isEqualTo(json("7"));
            loops.forEach(loop -> loop.stop(null, null));
        }
    }

    @Test
    void theExecutionTimesOutExactlyOnTime() {
        Workflow<JsonNode, JsonNode> workflow =
                states().pause("Wait", 3_600, END).workflow(60);
        try (Engine engine = engine(workflow)) {
            Execution<JsonNode> execution = engine.start(workflow, json("1"));
            assertThatThrownBy(() -> execution.result().get()).hasCauseInstanceOf(ExecutionFailedException.class);
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.TIMED_OUT);
            assertThat(execution.describe().stopTime()).isEqualTo(START.plusSeconds(60));
        }
    }

    @Test
    void closeWaitsForWhatRunsAndRefusesWhatIsNew() throws Exception {
        Engine engine = engine(waiting);
        Execution<JsonNode> execution = engine.start(waiting, json("7"));
        engine.close();
        assertThat(execution.result().getNow(json("'still running'"))).isEqualTo(json("7"));
        assertThatIllegalStateException().isThrownBy(() -> engine.start(waiting, json("1")));
        engine.close();
    }

    @Test
    void closeWithoutPatienceAborts() {
        Engine engine = engine(waiting);
        time.pause();
        Execution<JsonNode> execution = engine.start(waiting, json("7"));
        engine.close(Duration.ZERO);
        assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(execution.describe().cause()).isEqualTo("The engine was closed.");
        assertThat(execution.result()).isCompletedExceptionally();
    }

    @Test
    void anInterruptedCloseAbortsAndStaysInterrupted() {
        Engine engine = engine(waiting);
        time.pause();
        Execution<JsonNode> execution = engine.start(waiting, json("7"));
        Thread.currentThread().interrupt();
        engine.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void noThreadIsLeftAfterClose() throws Exception {
        Set<Thread> before = threads();
        Task task = task((input, call) -> input);
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", task, 1_000, 0, 1)
                .pause("Wait", 100_000, END)
                .workflow();
        Engine engine = Engine.builder().register(workflow).build();
        for (int i = 0; i < 100; i++) {
            engine.start(workflow, json("1"));
        }
        assertThat(threads()).isNotEqualTo(before);
        engine.close(Duration.ZERO);
        Set<Thread> left = threads();
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(10_000); // its pool has let go of it; it only has to die
        }
        assertThat(left).noneMatch(Thread::isAlive);
    }

    @Test
    void onlyRegisteredWorkflowsRun() {
        Workflow<JsonNode, JsonNode> twin = states().pass("P", END).workflow();
        try (Engine engine = engine(waiting)) {
            assertThatIllegalArgumentException().isThrownBy(() -> engine.start(twin, json("1")));
            assertThatIllegalArgumentException().isThrownBy(() -> engine.find(twin, "x"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.builder().register(waiting).register(twin));
    }

    private Engine engine(Workflow<JsonNode, JsonNode> workflow) {
        return Engine.builder().environment(time).register(workflow).build();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("asl4j-"))
                .collect(Collectors.toSet());
    }
}
