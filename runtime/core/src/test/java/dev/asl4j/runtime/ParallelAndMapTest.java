package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateTable;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Branches and iterations: at the same time, in order, bounded, failing fast. */
@Timeout(60)
final class ParallelAndMapTest {
    private final VirtualTime time = VirtualTime.startingAt(START);

    @Test
    void branchesRunAtTheSameTimeAndKeepTheirPlaces() {
        CyclicBarrier allThere = new CyclicBarrier(3);
        Workflow<JsonNode, JsonNode> workflow = states().parallel(
                        "All", END, meeting(allThere, "a"), meeting(allThere, "b"), meeting(allThere, "c"))
                .workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("['a', 'b', 'c']"));
    }

    @Test
    void resultsKeepTheOrderOfTheItemsWhenTheyCompleteInReverse() {
        int count = 20;
        List<CountDownLatch> done = IntStream.range(0, count + 1)
                .mapToObj(i -> new CountDownLatch(1))
                .toList();
        done.get(count).countDown();
        List<Integer> completed = Collections.synchronizedList(new ArrayList<>());
        Task task = task((input, call) -> {
            int item = input.asInt();
            TimeoutTest.await(done.get(item + 1));
            completed.add(item);
            done.get(item).countDown();
            return json(Integer.toString(item * item));
        });
        Workflow<JsonNode, JsonNode> workflow = states().map(
                        "Each", states().task("Work", task, END).scope(), 0, END)
                .workflow();
        JsonNode squares = Json.array(
                IntStream.range(0, count).mapToObj(i -> IntNode.valueOf(i * i)).toArray(JsonNode[]::new));
        assertThat(workflow.run(items(count), time)).isEqualTo(squares);
        assertThat(completed).isSortedAccordingTo(Collections.reverseOrder());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void maxConcurrencyIsReachedAndNotExceeded(int limit) {
        CyclicBarrier full = new CyclicBarrier(limit);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Task task = task((input, call) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            full.await(20, TimeUnit.SECONDS); // opens only if so many are here at once
            running.decrementAndGet();
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().map(
                        "Each", states().task("Work", task, END).scope(), limit, END)
                .workflow();
        assertThat(workflow.run(items(limit * 6), time)).hasSize(limit * 6);
        assertThat(most).hasValue(limit);
    }

    @Test
    void maxConcurrencyOneIsStrictlyInOrder() {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        Task task = task((input, call) -> {
            order.add(input.asInt());
            return input;
        });
        Scope processor =
                states().task("First", task, 1).task("Second", task, END).scope();
        states().map("Each", processor, 1, END).workflow().run(items(4), time);
        assertThat(order).containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
    }

    @Test
    void theFirstFailureEndsTheOthersAtOnce() {
        CountDownLatch started = new CountDownLatch(2);
        CountDownLatch interrupted = new CountDownLatch(2);
        AtomicReference<TaskContext> sibling = new AtomicReference<>();
        Task endless = task((input, call) -> {
            sibling.set(call);
            started.countDown();
            TimeoutTest.sleepUntilInterrupted(interrupted);
            return json("'ignored'");
        });
        Task failing = task((input, call) -> {
            TimeoutTest.await(started);
            throw new TaskFailedException("Broken", "second branch");
        });
        Workflow<JsonNode, JsonNode> workflow = states().parallel(
                        "All",
                        END,
                        states().task("Endless", endless, END).scope(),
                        states().task("Failing", failing, END).scope(),
                        states().parallel(
                                        "Nested",
                                        END,
                                        states().task("EndlessToo", endless, END)
                                                .scope(),
                                        states().pause("Wait", 1_000, END).scope())
                                .scope())
                .caught(Catcher.on("Broken").next(1, (frame, error) -> error))
                .task(
                        "Caught", // they are interrupted when the Parallel fails, not when the execution ends
                        task((input, call) -> {
                            TimeoutTest.await(interrupted);
                            return input;
                        }),
                        END)
                .workflow();
        assertThat(workflow.run(json("{}"), time)).isEqualTo(json("{'Error': 'Broken', 'Cause': 'second branch'}"));
        assertThat(sibling.get().isCancelled()).isTrue();
        assertThat(time.now()).isEqualTo(START);
    }

    @Test
    void aFailedIterationKeepsTheRestFromStarting() {
        List<Integer> started = Collections.synchronizedList(new ArrayList<>());
        Task task = task((input, call) -> {
            started.add(input.asInt());
            if (input.asInt() == 3) {
                throw new TaskFailedException("Third", null);
            }
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().map(
                        "Each", states().task("Work", task, END).scope(), 1, END)
                .workflow();
        ExecutionFailedException failed =
                catchThrowableOfType(ExecutionFailedException.class, () -> workflow.run(items(10), time));
        assertThat(failed.error()).isEqualTo("Third");
        assertThat(started).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aRetryRunsAllIterationsAnew() {
        List<Integer> started = Collections.synchronizedList(new ArrayList<>());
        Task task = task((input, call) -> {
            assertThat(call.attempt()).isZero();
            started.add(input.asInt());
            if (started.size() == 3) {
                throw new TaskFailedException("Once", null);
            }
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow = states().map(
                        "Each", states().task("Work", task, END).scope(), 1, END)
                .retry(Retrier.on("Once").intervalSeconds(9))
                .workflow();
        assertThat(workflow.run(items(3), time)).isEqualTo(items(3));
        assertThat(started).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(time.now()).isEqualTo(START.plusSeconds(9));
    }

    @Test
    void noItemsNoIterations() {
        Workflow<JsonNode, JsonNode> workflow = states().map(
                        "Each", states().fail("Never", "Never", null).scope(), 0, END)
                .workflow();
        assertThat(workflow.run(json("[]"), time)).isEqualTo(json("[]"));
    }

    @Test
    void waitsOfIterationsPassTogether() {
        Workflow<JsonNode, JsonNode> workflow = states().map(
                        "Each", states().pause("Wait", 100, END).scope(), 0, END)
                .workflow();
        workflow.run(items(50), time);
        assertThat(time.now()).isEqualTo(START.plusSeconds(100));
    }

    @Test
    void boundedWaitsPassInTurns() {
        Workflow<JsonNode, JsonNode> workflow = states().map(
                        "Each", states().pause("Wait", 100, END).scope(), 10, END)
                .workflow();
        workflow.run(items(45), time);
        assertThat(time.now()).isEqualTo(START.plusSeconds(500));
    }

    @Test
    void aHundredThousandPureIterations() {
        Workflow<JsonNode, JsonNode> workflow = states().map(
                        "Each", states().pass("One", 1).pass("Two", END).pure(), 0, END)
                .workflow();
        JsonNode items = items(100_000);
        assertThat(workflow.run(items, time)).isEqualTo(items);
    }

    @Test
    void aThousandTransitionsInALoop() {
        Workflow<JsonNode, JsonNode> workflow = states().state(StateType.CHOICE, "Enough", frame -> {
                    int count = frame.input().asInt();
                    frame.next(count < 1_000 ? 1 : 2, frame.input());
                })
                .state(
                        StateType.PASS,
                        "More",
                        frame -> frame.next(0, IntNode.valueOf(frame.input().asInt() + 1)))
                .pass("Done", END)
                .workflow();
        assertThat(workflow.run(json("0"), time)).isEqualTo(json("1000"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoHundredLevelsDeep(boolean pure) {
        Scope scope = pure
                ? states().pass("Innermost", END).pure()
                : states().pause("Innermost", 1, END).scope();
        for (int level = 0; level < 200; level++) {
            States outer = level % 2 == 0
                    ? states().parallel("P" + level, END, scope)
                    : states().state(
                                    StateType.MAP,
                                    "M" + level,
                                    mapOver(scope),
                                    (frame, result) -> frame.succeed(result));
            scope = pure ? outer.pure() : outer.scope();
        }
        JsonNode output = States.workflow("deep", 0, scope).run(json("7"), time);
        for (int level = 0; level < 200; level++) {
            assertThat(output).hasSize(1);
            output = output.get(0);
        }
        assertThat(output).isEqualTo(json("7"));
    }

    @Test
    void anItemSelectorThatFailsFailsTheMap() {
        AtomicInteger selected = new AtomicInteger();
        Scope processor =
                new Scope(StateTable.builder().state(StateType.PASS, "Inner").build(), 0, true) {
                    @Override
                    public void enter(Frame frame) {
                        frame.succeed(frame.input());
                    }

                    @Override
                    public void resume(Frame frame, JsonNode result) {}

                    @Override
                    public JsonNode itemInput(Frame map, JsonNode input, int index, JsonNode item) {
                        selected.incrementAndGet();
                        if (index == 2) {
                            throw StateFailure.runtime("no such thing");
                        }
                        return map.context(index, item).at("/Map/Item");
                    }
                };
        Workflow<JsonNode, JsonNode> workflow =
                states().map("Each", processor, 0, END).workflow();
        assertThat(workflow.run(json("['a', 'b']"), time))
                .isEqualTo(json("[{'Index': 0, 'Value': 'a', 'Source': 'STATE_DATA'},"
                        + " {'Index': 1, 'Value': 'b', 'Source': 'STATE_DATA'}]"));
        ExecutionFailedException failed =
                catchThrowableOfType(ExecutionFailedException.class, () -> workflow.run(items(9), time));
        assertThat(failed.cause())
                .isEqualTo("An error occurred while executing the state 'Each' (entered at the event id #2)."
                        + " no such thing");
        assertThat(selected).hasValue(2 + 3);
    }

    private static Consumer<Frame> mapOver(Scope scope) {
        return frame -> frame.map(scope, frame.input(), Json.array(frame.input()), 0);
    }

    private static Scope meeting(CyclicBarrier barrier, String result) {
        Task task = task((input, call) -> {
            barrier.await(20, TimeUnit.SECONDS);
            return json("'" + result + "'");
        });
        return states().task("Work", task, END).scope();
    }

    private static JsonNode items(int count) {
        return Json.array(IntStream.range(0, count).mapToObj(IntNode::valueOf).toArray(JsonNode[]::new));
    }
}
