package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.task.TaskHandler;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tasks that are known to be quick, in an engine that keeps nothing: its turns call them. If one of them is not quick for once, the execution
 * goes on all the same, and so do others.
 */
@ParameterizedClass
@ValueSource(booleans = {false, true})
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SAME_THREAD)
final class QuickTaskInEngineTest {
    private static final String ENGINE_THREAD = "asl4j-engine-";

    private final boolean history;
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<String> threads = new CopyOnWriteArrayList<>();
    private volatile TaskHandler<JsonNode, JsonNode> first = (input, call) -> input;
    private volatile TaskHandler<JsonNode, JsonNode> second = (input, call) -> input;
    private final Task firstTask = task((input, call) -> called(first, input, call));
    private final Task secondTask = task((input, call) -> called(second, input, call));
    private int runs;

    QuickTaskInEngineTest(boolean history) {
        this.history = history;
    }

    private JsonNode called(TaskHandler<JsonNode, JsonNode> handler, JsonNode input, TaskContext call)
            throws Exception {
        threads.add(Thread.currentThread().getName());
        return handler.handle(input, call);
    }

    private Engine.Builder builder() {
        return Engine.builder().environment(time).recordHistory(history);
    }

    private Engine engine(Workflow<?, ?>... workflows) {
        Engine.Builder builder = builder();
        List.of(workflows).forEach(builder::register);
        return builder.build();
    }

    /** Runs it until turns call all of its handlers. */
    private void warm(Engine engine, Workflow<JsonNode, JsonNode> workflow) {
        do {
            threads.clear();
            run(engine, workflow, "1");
        } while (!threads.stream().allMatch(name -> name.startsWith(ENGINE_THREAD)));
        threads.clear();
    }

    private JsonNode run(Engine engine, Workflow<JsonNode, JsonNode> workflow, String input) {
        return start(engine, workflow, input).result().join();
    }

    private Execution<JsonNode> start(Engine engine, Workflow<JsonNode, JsonNode> workflow, String input) {
        return engine.startAsync(workflow, "run" + runs++, json(input)).join();
    }

    private boolean isCalledInTurn() {
        return threads.get(0).startsWith(ENGINE_THREAD);
    }

    private Workflow<JsonNode, JsonNode> chain() {
        return states().task("First", firstTask, 1)
                .task("Second", secondTask, END)
                .workflow();
    }

    private Workflow<JsonNode, JsonNode> both() {
        return States.workflow("both", 0, bothScope());
    }

    private Scope bothScope() {
        return states().parallel(
                        "Both",
                        END,
                        states().task("First", firstTask, 1).pass("After", END).scope(),
                        states().task("Second", secondTask, END).scope())
                .scope();
    }

    @Test
    void whatHappensIsRecordedAsEver() {
        Workflow<JsonNode, JsonNode> chain = chain();
        try (Engine engine = engine(chain)) {
            first = (input, call) -> TextNode.valueOf(call.stateName() + " " + call.attempt() + " " + call.delivery()
                    + " " + call.idempotencyKey().replaceAll(".*#", "#"));
            List<String> before = events(start(engine, chain, "1"));
            warm(engine, chain);
            Execution<JsonNode> quick = start(engine, chain, "1");
            assertThat(quick.result().join()).isEqualTo(TextNode.valueOf("First 0 1 #3"));
            assertThat(events(quick)).isEqualTo(before);
            assertThat(before).hasSize(history ? 12 : 0);
        }
    }

    /** None if they are not recorded. */
    private List<String> events(Execution<JsonNode> execution) {
        execution.result().join();
        return history
                ? execution.history().stream()
                        .map(event -> event + " " + event.details())
                        .toList()
                : List.of();
    }

    @Test
    void oneThatFailsIsCaught() {
        Workflow<JsonNode, JsonNode> workflow = States.workflow(
                "caught",
                0,
                states().task("First", firstTask, END)
                        .caught(Catcher.on("Broken").next(1, (frame, error) -> error))
                        .task("Second", secondTask, END)
                        .scope());
        try (Engine engine = engine(workflow)) {
            warm(engine, workflow);
            first = (input, call) -> {
                throw new TaskFailedException("Broken", "at once");
            };
            Execution<JsonNode> execution = start(engine, workflow, "1");
            assertThat(execution.result().join()).isEqualTo(json("{'Error':'Broken','Cause':'at once'}"));
            assertThat(events(execution))
                    .hasSize(history ? 12 : 0)
                    .filteredOn(event -> event.contains("Failed] "))
                    .hasSize(history ? 1 : 0);
        }
    }

    @Test
    void oneThatLastsLetsItsSiblingsGoOn() {
        Workflow<JsonNode, JsonNode> both = both();
        try (Engine engine = engine(both)) {
            do { // on a busy machine what was quick may not be when it counts
                first = (input, call) -> input;
                second = (input, call) -> input;
                warm(engine, both);
                CountDownLatch met = new CountDownLatch(1);
                first = (input, call) -> {
                    met.await(); // for ever, unless the second one begins
                    return TextNode.valueOf(call.stateName() + " " + call.isCancelled());
                };
                second = (input, call) -> {
                    met.countDown();
                    return TextNode.valueOf("met");
                };
                assertThat(run(engine, both, "1")).isEqualTo(json("['First false','met']"));
            } while (!isCalledInTurn());
        }
    }

    @Test
    void manyThatLastLetOtherExecutionsGoOn() {
        Workflow<JsonNode, JsonNode> chain = chain();
        Workflow<JsonNode, JsonNode> pass =
                States.workflow("pass", 0, states().pass("Pass", END).scope());
        int many = 2 * Runtime.getRuntime().availableProcessors() + 3;
        try (Engine engine = engine(chain, pass)) {
            warm(engine, chain);
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(many);
            first = (input, call) -> {
                begun.countDown();
                go.await();
                return input;
            };
            List<CompletableFuture<JsonNode>> lasting = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                lasting.add(start(engine, chain, "" + i).result());
            }
            TimeoutTest.await(begun);
            assertThat(run(engine, pass, "7")).isEqualTo(json("7"));
            assertThat(lasting).noneMatch(CompletableFuture::isDone);
            go.countDown();
            for (int i = 0; i < many; i++) {
                assertThat(lasting.get(i).join()).isEqualTo(json("" + i));
            }
        }
    }

    @Test
    void oneThatLastsIsInterruptedWhenTheExecutionIsStopped() {
        Workflow<JsonNode, JsonNode> chain = chain();
        try (Engine engine = engine(chain)) {
            warm(engine, chain);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            AtomicReference<TaskContext> lasting = new AtomicReference<>();
            first = (input, call) -> {
                lasting.set(call);
                begun.countDown();
                TimeoutTest.sleepUntilInterrupted(interrupted);
                return input;
            };
            Execution<JsonNode> execution = start(engine, chain, "1");
            TimeoutTest.await(begun);
            execution.stop("Enough", null);
            TimeoutTest.await(interrupted);
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(lasting.get().isCancelled()).isTrue();
            first = (input, call) -> {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                return input;
            };
            warm(engine, chain);
        }
    }

    @Test
    void oneMayWaitForAnotherExecution() {
        Workflow<JsonNode, JsonNode> chain = chain();
        Workflow<JsonNode, JsonNode> inner = States.workflow(
                "inner", 0, states().task("Second", secondTask, END).scope());
        AtomicReference<Engine> engine = new AtomicReference<>();
        try (Engine made = engine(chain, inner)) {
            engine.set(made);
            warm(made, chain);
            first = (input, call) -> engine.get()
                    .start(inner, "inner-" + call.executionName(), Json.parse("8"))
                    .result()
                    .join();
            List<CompletableFuture<JsonNode>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(start(made, chain, "1").result());
            }
            all.forEach(result -> assertThat(result.join()).isEqualTo(json("8")));
        }
    }

    @Test
    void oneMayStartAnotherExecutionAsItsTask() {
        Workflow<JsonNode, JsonNode> chain = chain();
        Workflow<JsonNode, JsonNode> inner =
                States.workflow("inner", 0, states().pass("Pass", END).scope());
        try (Engine engine = engine(chain, inner)) {
            warm(engine, chain);
            first = (input, call) -> call.startExecution(
                            json("{'StateMachineArn': 'arn:aws:states:us-east-1:000000000000:stateMachine:inner'}"))
                    .toCompletableFuture()
                    .join()
                    .path("ExecutionArn");
            assertThat(run(engine, chain, "1").textValue()).contains(":execution:inner:");
        }
    }

    @Test
    void oneSeesItsOwnExecutionAsItStands() {
        Workflow<JsonNode, JsonNode> chain = chain();
        AtomicReference<Engine> engine = new AtomicReference<>();
        try (Engine made = engine(chain)) {
            engine.set(made);
            warm(made, chain);
            second = (input, call) -> {
                long lasting = System.nanoTime() + input.asInt() * TimeUnit.MILLISECONDS.toNanos(5);
                while (System.nanoTime() < lasting) { // so that it lasts, if the input is not 0
                    Thread.onSpinWait();
                }
                Execution<JsonNode> own =
                        engine.get().find(chain, call.executionName()).orElseThrow();
                return TextNode.valueOf(own.describe().currentStates().get(0).name() + " "
                        + (history ? own.history().get(own.history().size() - 1) : ""));
            };
            String event = history ? "HistoryEvent[9 <- 8 LambdaFunctionStarted]" : "";
            for (int i = 0; i < 20; i++) {
                assertThat(run(made, chain, "" + i / 16)).isEqualTo(TextNode.valueOf("Second " + event));
            }
        }
    }

    @Test
    void noMoreAreCalledAtATimeThanTheEngineAllows() {
        Workflow<JsonNode, JsonNode> chain = chain();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        TaskHandler<JsonNode, JsonNode> counting = (input, call) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            for (int i = 0; i < 1_000; i++) {
                Thread.onSpinWait();
            }
            running.decrementAndGet();
            return input;
        };
        try (Engine engine = builder().maxHandlerThreads(1).register(chain).build()) {
            warm(engine, chain);
            first = counting;
            second = counting;
            List<CompletableFuture<JsonNode>> results = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                results.add(engine.startAsync(chain, "many" + i, json("1")).thenCompose(Execution::result));
            }
            results.forEach(CompletableFuture::join);
        }
        assertThat(most.get()).isEqualTo(1);
    }

    @Test
    void anExecutionWhoseTimeIsOverWhenOneIsDoneIsTimedOut() {
        Workflow<JsonNode, JsonNode> both = States.workflow("both", 100, bothScope());
        try (Engine engine = engine(both)) {
            warm(engine, both);
            first = (input, call) -> {
                assertThat(call.deadline()).isNotNull();
                time.advance(Duration.ofSeconds(101));
                return input;
            };
            Execution<JsonNode> execution = start(engine, both, "1");
            assertThat(execution.result()).failsWithin(20, TimeUnit.SECONDS);
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        }
    }

    @Test
    void anEngineThatIsClosedWaitsForOneThatLasts() {
        Workflow<JsonNode, JsonNode> chain = chain();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Execution<JsonNode> execution;
        CompletableFuture<Void> closing;
        try (Engine engine = engine(chain)) {
            warm(engine, chain);
            first = (input, call) -> {
                begun.countDown();
                go.await();
                return input;
            };
            execution = start(engine, chain, "9");
            TimeoutTest.await(begun);
            closing = CompletableFuture.runAsync(engine::close, OwnThread.EACH);
            go.countDown();
            closing.join();
        }
        assertThat(execution.result()).isCompletedWithValue(json("9"));
    }

    @Test
    void oneThatLastsIsInterruptedWhenTheEngineLetsGo() {
        Workflow<JsonNode, JsonNode> chain = chain();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Engine engine = engine(chain);
        warm(engine, chain);
        first = (input, call) -> {
            begun.countDown();
            TimeoutTest.sleepUntilInterrupted(interrupted);
            return input;
        };
        start(engine, chain, "9");
        TimeoutTest.await(begun);
        engine.shutdownNow();
        TimeoutTest.await(interrupted);
        assertThat(threads).hasSize(1);
    }

    @Test
    void anEngineWithAStoreCommitsBeforeItCallsOne() {
        Workflow<JsonNode, JsonNode> chain = chain();
        try (Engine own = engine(chain);
                Engine engine = builder()
                        .store(ExecutionStore.inMemory(10))
                        .register(chain)
                        .build()) {
            warm(own, chain);
            assertThat(run(engine, chain, "1")).isEqualTo(json("1"));
            assertThat(threads).noneMatch(name -> name.startsWith(ENGINE_THREAD));
        }
    }
}
