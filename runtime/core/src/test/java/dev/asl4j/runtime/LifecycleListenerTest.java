package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an engine tells of its executions, in which order, also if one engine begins and another goes on. */
@Timeout(60)
final class LifecycleListenerTest {
    private static final String ACTIVITY = "arn:aws:states:us-east-1:000000000000:activity:approve";

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final Heard heard = new Heard();
    private final AtomicBoolean works = new AtomicBoolean();

    @Test
    void tellsAnExecutionFromItsStartToItsEnd() {
        Task slow = task(ACTIVITY, (input, call) -> {
            time.advance(Duration.ofSeconds(2));
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().pass("First", 1).task("Work", slow, END).workflow();
        try (Engine engine = engine(workflow, null).build()) {
            engine.start(workflow, "one", json("{'secret': 1}")).result().join();
        }
        assertThat(heard.told()).isEqualTo("""
                engine started
                one started
                one: First entered PASS
                one: First exited PASS
                one: Work entered TASK
                one: ACTIVITY Work attempt 0 scheduled
                one: ACTIVITY Work attempt 0 started after PT0S
                one: ACTIVITY Work attempt 0 SUCCEEDED null after PT0S + PT2S
                one: Work exited TASK
                one SUCCEEDED null after PT2S
                engine stopped
                """);
        assertThat(heard.turns()).isEqualTo(2);
    }

    @Test
    void tellsHowAttemptsFail() {
        Task failing = task((input, call) -> {
            throw new TaskFailedException("Busy", "secret");
        });
        Task silent = Task.async(
                "arn:aws:states:::sqs:sendMessage",
                DataType.JSON,
                DataType.JSON,
                (input, call) -> new CompletableFuture<>());
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", failing, 1)
                .retry(Retrier.on("Busy").maxAttempts(1))
                .caught(Catcher.on("Busy").next(1, (frame, error) -> error))
                .task("Beat", silent, 0, 5, 2)
                .caught(Catcher.on("States.ALL").next(2, (frame, error) -> error))
                .task("Late", silent, 9, 0, END)
                .workflow();
        try (Engine engine = engine(workflow, null).build()) {
            assertThat(catchThrowable(() ->
                            engine.start(workflow, "one", json("1")).result().join()))
                    .isNotNull();
        }
        assertThat(heard.told().lines().filter(line -> line.contains(" after ")))
                .containsExactly(
                        "one: LAMBDA_FUNCTION Work attempt 0 started after PT0S",
                        "one: LAMBDA_FUNCTION Work attempt 0 FAILED Busy after PT0S + PT0S",
                        "one: LAMBDA_FUNCTION Work attempt 1 started after PT0S",
                        "one: LAMBDA_FUNCTION Work attempt 1 FAILED Busy after PT0S + PT0S",
                        "one: SERVICE_INTEGRATION Beat attempt 0 started after PT0S",
                        "one: SERVICE_INTEGRATION Beat attempt 0 HEARTBEAT_TIMED_OUT States.Timeout after PT0S + PT5S",
                        "one: SERVICE_INTEGRATION Late attempt 0 started after PT0S",
                        "one: SERVICE_INTEGRATION Late attempt 0 TIMED_OUT States.Timeout after PT0S + PT9S",
                        "one FAILED States.Timeout after PT15S");
        assertThat(heard.told()).doesNotContain("secret");
    }

    @Test
    void eachEngineTellsWhatItCommitted() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        Task task = task((input, call) -> {
            called.countDown();
            if (!works.get()) {
                new CountDownLatch(1).await();
            }
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", task, END).workflow();
        ExecutionStore store = ExecutionStore.inMemory();
        Engine first = engine(workflow, store).build();
        first.start(workflow, "one", json("1"));
        called.await();
        first.shutdownNow();
        assertThat(heard.told()).endsWith("""
                one: LAMBDA_FUNCTION Work attempt 0 started after PT0S
                engine stopped
                """);

        heard.forget();
        works.set(true);
        time.advance(Duration.ofSeconds(7));
        try (Engine second = engine(workflow, store).build()) {
            second.find(workflow, "one").orElseThrow().result().join();
        }
        assertThat(heard.told()).isEqualTo("""
                engine started
                one: LAMBDA_FUNCTION Work attempt 0 SUCCEEDED null after PT0S + PT7S
                one: Work exited TASK
                one SUCCEEDED null after PT7S
                engine stopped
                """);
    }

    @Test
    void tellsOfRedrivesStopsAndTimeouts() throws InterruptedException {
        CountDownLatch again = new CountDownLatch(1);
        Task task = task((input, call) -> {
            if (!works.get()) {
                throw new TaskFailedException("Busy", null);
            }
            again.countDown();
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", task, 1).pause("Pause", 1000, END).workflow(100);
        ExecutionStore store = ExecutionStore.inMemory();
        try (Engine engine = engine(workflow, store).build()) {
            Execution<JsonNode> one = engine.start(workflow, "one", json("1"));
            assertThat(catchThrowable(() -> one.result().join())).isNotNull();
            works.set(true);
            ExecutionAdmin.of(store).environment(time).redrive("machine", "one");
            again.await(); // from then on it runs
            assertThat(catchThrowable(() ->
                            engine.find(workflow, "one").orElseThrow().result().join()))
                    .isNotNull();
            time.pause();
            Execution<JsonNode> two = engine.start(workflow, "two", json("1"));
            two.stop("Mine", "secret");
        }
        // of two executions nobody promises in which order: whoever asks the store may know of an end before listeners
        // do
        assertThat(heard.told().lines().filter(line -> line.startsWith("one ")))
                .containsExactly(
                        "one started",
                        "one FAILED Busy after PT0S",
                        "one redriven 1",
                        "one TIMED_OUT States.Timeout after PT1M40S redriven at 2026-01-01T00:00:00Z");
        assertThat(heard.told().lines().filter(line -> line.startsWith("two ")))
                .containsExactly("two started", "two ABORTED Mine after PT0S");
    }

    @Test
    void tellsOfMapRunsAndTheirChildren() {
        Workflow<JsonNode, JsonNode> workflow = DistributedMaps.distributed(
                        "Each", DistributedMaps.failingFor(Set.of(1)), UnaryOperator.identity())
                .workflow();
        try (Engine engine = engine(workflow, null).build()) {
            assertThat(catchThrowable(() -> engine.start(workflow, "one", json("[0, 1]"))
                            .result()
                            .join()))
                    .isNotNull();
        }
        assertThat(heard.told().lines().filter(line -> line.startsWith("one")))
                .containsExactly(
                        "one started",
                        "one: Each entered MAP",
                        "one: Map Run started",
                        "one: Map Run FAILED",
                        "one FAILED States.ExceedToleratedFailureThreshold after PT0S");
        assertThat(heard.told().lines().filter(line -> line.endsWith(" started") && !line.startsWith("one")))
                .hasSize(3); // the engine and two children
    }

    @Test
    void tellsOfWhatIsParkedOnce() {
        ExecutionStore store = ExecutionStore.inMemory();
        Workflow<JsonNode, JsonNode> old = version("old", "Gone");
        time.pause(); // otherwise it may be over before the engine is closed
        try (Engine first = engine(old, store).build()) {
            first.start(old, "one", json("1"));
        }
        heard.forget();
        for (int i = 0; i < 2; i++) {
            Workflow<JsonNode, JsonNode> other = version("new", "There");
            try (Engine second = engine(other, store).build()) {
                time.advance(Duration.ofDays(3));
                time.awaitIdle();
                assertThat(second.find(other, "one")).isPresent();
            }
        }
        assertThat(heard.told().lines().filter(line -> line.startsWith("one")))
                .singleElement()
                .asString()
                .startsWith("one parked: ")
                .contains("Gone");
    }

    private static Workflow<JsonNode, JsonNode> version(String fingerprint, String wait) {
        StateMachine machine = StateMachine.of(
                "machine", fingerprint, 0, states().pause(wait, 86_400, END).scope());
        return new Workflow<>(DataType.JSON, DataType.JSON) {
            @Override
            protected StateMachine machine() {
                return machine;
            }
        };
    }

    @Test
    void aListenerThatThrowsDisturbsNeitherExecutionsNorOthers() {
        Workflow<JsonNode, JsonNode> workflow = states().pass("First", END).workflow();
        try (Engine engine = engine(workflow, null)
                .lifecycle(new Heard() {
                    @Override
                    void say(String line) {
                        throw new AssertionError("is logged");
                    }
                })
                .lifecycle(heard)
                .build()) {
            assertThat(engine.start(workflow, "one", json("1")).result().join()).isEqualTo(json("1"));
        }
        assertThat(heard.told()).contains("one SUCCEEDED");
    }

    private Engine.Builder engine(Workflow<?, ?> workflow, ExecutionStore store) {
        Engine.Builder builder =
                Engine.builder().environment(time).lifecycle(heard).register(workflow);
        return store == null ? builder : builder.store(store);
    }
}
