package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.task.TaskHandler;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tasks that are known to be quick: {@code run} calls them on the caller's thread though others could go on meanwhile. If one of them is not
 * quick for once, the others go on all the same.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SAME_THREAD)
final class QuickTaskTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile TaskHandler<JsonNode, JsonNode> first = (input, call) -> input;
    private volatile TaskHandler<JsonNode, JsonNode> second = (input, call) -> input;
    private final Task firstTask = task((input, call) -> {
        threads.add(Thread.currentThread());
        return first.handle(input, call);
    });
    private final Task secondTask = task((input, call) -> {
        threads.add(Thread.currentThread());
        return second.handle(input, call);
    });

    @AfterEach
    void nobodyLeavesTheCallerInterrupted() {
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Both tasks are known to be quick. */
    private Workflow<JsonNode, JsonNode> quick(Workflow<JsonNode, JsonNode> workflow) {
        do {
            threads.clear();
            workflow.run(json("1"), time);
        } while (threads.stream().anyMatch(thread -> thread != Thread.currentThread()));
        threads.clear();
        return workflow;
    }

    private Workflow<JsonNode, JsonNode> both() {
        return both(0);
    }

    private Workflow<JsonNode, JsonNode> both(long timeoutSeconds) {
        return quick(bothOnce(timeoutSeconds));
    }

    private Workflow<JsonNode, JsonNode> bothOnce(long timeoutSeconds) {
        return states().parallel(
                        "Both",
                        END,
                        states().task("First", firstTask, 1).pass("After", END).scope(),
                        states().task("Second", secondTask, END).scope())
                .workflow(timeoutSeconds);
    }

    @Test
    void oneThatLastsLetsTheOthersGoOn() {
        do { // on a busy machine what was quick may not be when it counts
            oneLasts();
        } while (threads.get(0) != Thread.currentThread());
        assertThat(firstTask.isQuick()).as("the next time nobody waits for it").isFalse();
    }

    private void oneLasts() {
        first = (input, call) -> input;
        second = (input, call) -> input;
        Workflow<JsonNode, JsonNode> both = both();
        CountDownLatch met = new CountDownLatch(1);
        first = (input, call) -> {
            met.await(); // for ever, unless the second one begins
            return TextNode.valueOf(call.stateName() + " " + call.isCancelled() + " "
                    + call.idempotencyKey().replaceAll(".*#", "#"));
        };
        second = (input, call) -> {
            met.countDown();
            return TextNode.valueOf("met");
        };
        assertThat(both.run(json("1"), time)).isEqualTo(json("['First false #5','met']"));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void theThreadThatLooksAfterThemEnds() throws InterruptedException {
        both();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("asl4j-watch-")) {
                thread.join(20_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
        both().run(json("1"), time);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .anyMatch(name -> name.startsWith("asl4j-watch-"));
    }

    @Test
    void whatFailsAfterAllIsCaughtAsEver() {
        Workflow<JsonNode, JsonNode> workflow = quick(states().parallel(
                        "Both",
                        END,
                        states().task("First", firstTask, END)
                                .caught(Catcher.on("Late").next(1, (frame, error) -> error))
                                .pass("Caught", END)
                                .scope(),
                        states().task("Second", secondTask, END).scope())
                .workflow());
        CountDownLatch met = new CountDownLatch(1);
        first = (input, call) -> {
            met.await();
            throw new TaskFailedException("Late", "it took so long");
        };
        second = (input, call) -> {
            met.countDown();
            return input;
        };
        assertThat(workflow.run(json("1"), time)).isEqualTo(json("[{'Error':'Late','Cause':'it took so long'},1]"));
    }

    @Test
    void oneThatLastsIsCancelledWhenASiblingFails() {
        Workflow<JsonNode, JsonNode> both = both();
        AtomicReference<TaskContext> lasting = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        first = (input, call) -> {
            lasting.set(call);
            begun.countDown();
            new CountDownLatch(1).await();
            return input;
        };
        second = (input, call) -> {
            begun.await();
            throw new TaskFailedException("Broken", "at once");
        };
        ExecutionFailedException failed =
                catchThrowableOfType(ExecutionFailedException.class, () -> both.run(json("1"), time));
        assertThat(failed.error()).isEqualTo("Broken");
        assertThat(lasting.get().isCancelled()).isTrue();
        assertThat(Thread.currentThread().isInterrupted())
                .as("meant for the handler")
                .isFalse();
    }

    @Test
    void anInterruptedCallerAbortsWhileOneLasts() {
        Workflow<JsonNode, JsonNode> both = both();
        Thread caller = Thread.currentThread();
        first = (input, call) -> {
            new CountDownLatch(1).await();
            return input;
        };
        second = (input, call) -> {
            caller.interrupt();
            return input;
        };
        ExecutionFailedException failed =
                catchThrowableOfType(ExecutionFailedException.class, () -> both.run(json("1"), time));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failed.status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void anInterruptedCallerAbortsWhileItWaitsForTheOthers() {
        Workflow<JsonNode, JsonNode> both = both();
        Thread caller = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        first = (input, call) -> {
            begun.await();
            return input;
        };
        second = (input, call) -> {
            begun.countDown();
            if (Thread.currentThread() == caller) { // as the first one was not quick: then there is nothing to wait for
                caller.interrupt();
                interrupted.countDown();
                return input;
            }
            while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            caller.interrupt();
            TimeoutTest.sleepUntilInterrupted(interrupted);
            return input;
        };
        ExecutionFailedException failed =
                catchThrowableOfType(ExecutionFailedException.class, () -> both.run(json("1"), time));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failed.status()).isEqualTo(ExecutionStatus.ABORTED);
        TimeoutTest.await(interrupted);
    }

    @Test
    void anExecutionWhoseTimeIsOverWhenOneIsDoneIsTimedOut() {
        Workflow<JsonNode, JsonNode> both = both(100);
        first = (input, call) -> {
            assertThat(call.deadline()).isNotNull();
            time.advance(Duration.ofSeconds(101));
            return input;
        };
        ExecutionFailedException failed =
                catchThrowableOfType(ExecutionFailedException.class, () -> both.run(json("1"), time));
        assertThat(failed.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    }

    @Test
    void manyRunsWhoseTasksNowAndThenLast() {
        Workflow<JsonNode, JsonNode> map = states().map(
                        "Each",
                        states().task("First", firstTask, 1)
                                .task("Second", secondTask, END)
                                .scope(),
                        0,
                        END)
                .workflow();
        first = (input, call) -> {
            CountDownLatch met = new CountDownLatch(1);
            if (input.intValue() % 50 == 49) { // a round trip to another thread, and some of them long enough
                Thread other = new Thread(() -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        Thread.onSpinWait();
                    }
                    met.countDown();
                });
                other.start();
                met.await();
            }
            return input;
        };
        JsonNode items = json("[" + "1,".repeat(48) + "49,49,5,6,7]");
        for (int i = 0; i < 50; i++) {
            assertThat(map.run(items, time)).isEqualTo(items);
        }
    }
}
