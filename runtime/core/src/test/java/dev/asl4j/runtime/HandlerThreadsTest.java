package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers: so many at once, and whatever one of them does harms no other execution. */
@Timeout(60)
final class HandlerThreadsTest {
    private final VirtualTime time = VirtualTime.startingAt(START);

    @Test
    void noMoreThanSoManyRunAtOnce() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(3);
        Task work = task((input, call) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            together.await(20, TimeUnit.SECONDS); // only if three run at the same time
            running.decrementAndGet();
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", work, END).workflow();
        try (Engine engine = engine(3, workflow)) {
            List<CompletableFuture<JsonNode>> results = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                results.add(engine.start(workflow, "e" + i, json("" + i)).result());
            }
            results.forEach(CompletableFuture::join);
        }
        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void theTimeOfAHandlerThatWaitsForAThreadCounts() {
        CountDownLatch go = new CountDownLatch(1);
        Task slow = task((input, call) -> {
            TimeoutTest.await(go);
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", slow, 10, 0, END).workflow();
        Workflow<JsonNode, JsonNode> unlimited =
                States.workflow("unlimited", 0, states().task("Work", slow, END).scope());
        try (Engine engine = engine(1, workflow, unlimited)) {
            Execution<JsonNode> first = engine.start(unlimited, "one", json("1"));
            Execution<JsonNode> second = engine.start(workflow, "two", json("2"));
            CompletableFuture<Void> passing =
                    CompletableFuture.runAsync(() -> time.advance(Duration.ofSeconds(10)), OwnThread.EACH);
            assertThat(second.result()).failsWithin(Duration.ofSeconds(20));
            assertThat(second.describe().error()).isEqualTo("States.Timeout");
            go.countDown();
            assertThat(first.result().join()).isEqualTo(json("1"));
            passing.join();
        }
    }

    @Test
    void aHandlerThatWaitsForAnotherExecutionLetsOthersRun() {
        CompletableFuture<Engine> itself = new CompletableFuture<>();
        Workflow<JsonNode, JsonNode> inner = States.workflow(
                "inner",
                0,
                states().task("Work", task((input, call) -> input), END).scope());
        Task outerWork = task((input, call) ->
                itself.join().start(inner, call.executionName(), input).result().join());
        Task nested = task((input, call) -> inner.run(input));
        Workflow<JsonNode, JsonNode> outer =
                states().task("Outer", outerWork, 1).task("Nested", nested, END).workflow();
        try (Engine engine = Engine.builder()
                .maxHandlerThreads(2)
                .register(outer)
                .register(inner)
                .build()) {
            itself.complete(engine);
            List<CompletableFuture<JsonNode>> results = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                results.add(engine.start(outer, "e" + i, json("" + i)).result());
            }
            for (int i = 0; i < 20; i++) {
                assertThat(results.get(i).join()).isEqualTo(json("" + i));
            }
        }
    }

    @Test
    void anErrorOfAHandlerIsItsTasksFailure() {
        Task greedy = task((input, call) -> {
            throw new OutOfMemoryError("for a test");
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", greedy, END).workflow();
        Workflow<JsonNode, JsonNode> other = States.workflow(
                "other",
                0,
                states().task("Work", task((input, call) -> input), END).scope());
        try (Engine engine = engine(1, workflow, other)) {
            Execution<JsonNode> failed = engine.start(workflow, "one", json("1"));
            assertThat(engine.start(other, "two", json("2")).result().join()).isEqualTo(json("2"));
            assertThat(failed.result()).failsWithin(Duration.ofSeconds(20));
            assertThat(failed.describe().error()).isEqualTo(OutOfMemoryError.class.getName());
        }
    }

    @Test
    void aHandlerThatNeverReturnsHoldsUpNeitherStopNorShutdown() {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        Task stubborn = task((input, call) -> {
            begun.countDown();
            while (never.getCount() > 0) {
                try {
                    never.await();
                } catch (InterruptedException ignored) {
                    // on purpose
                }
            }
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", stubborn, END).workflow();
        Engine engine = engine(10, workflow);
        Execution<JsonNode> first = engine.start(workflow, "one", json("1"));
        engine.start(workflow, "two", json("2"));
        TimeoutTest.await(begun);
        first.stop("Enough", null);
        assertThat(first.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
        Thread.currentThread().interrupt(); // in a hurry
        engine.close(Duration.ZERO);
        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
    }

    @SafeVarargs
    private Engine engine(int handlers, Workflow<JsonNode, JsonNode>... workflows) {
        Engine.Builder builder = Engine.builder().environment(time).maxHandlerThreads(handlers);
        for (Workflow<JsonNode, JsonNode> workflow : workflows) {
            builder.register(workflow);
        }
        return builder.build();
    }
}
