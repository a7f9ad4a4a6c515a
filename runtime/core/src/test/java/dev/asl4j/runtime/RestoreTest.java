package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.internal.ManualHost;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Executions whose driver is thrown away before each message, and built anew from what a store would have: outcome, history and the rows that
 * stay are those of an execution whose driver lives from the beginning to the end.
 */
@Timeout(60)
final class RestoreTest {
    private static final String SEND = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    private static final String JOB = "arn:aws:states:::glue:startJobRun.sync";
    private static final Catcher.CatchOutput REPLACE = (frame, error) -> error;

    private final List<String> tokens = new ArrayList<>();
    private Settings settings = Settings.DEFAULTS;

    @Test
    void statesWaitsAndTasksFollowOneAnother() {
        check(
                () -> states().variables("x", "y")
                        .assign("Assign", 1, 1)
                        .pause("Sleep", 5, 2)
                        .task("Work", doubling(), 3)
                        .state(
                                StateType.PASS,
                                "Read",
                                frame -> frame.succeed(Json.array(frame.variable(0, 1), frame.input()))),
                json("3"));
    }

    @Test
    void aTaskIsRetriedWithDelaysAndThenCaught() {
        check(
                () -> states().task("Work", failing("A", 9), 1)
                        .retry(Retrier.on("B"), Retrier.on("A").maxAttempts(3).fullJitter())
                        .caught(Catcher.on("A").next(1, REPLACE))
                        .pass("Handle", END),
                json("{}"));
    }

    @Test
    void aTaskSucceedsAfterRetries() {
        check(() -> states().task("Work", failing("A", 2), END).retry(Retrier.on("A")), json("7"));
    }

    @Test
    void anErrorThatNothingIsFor() {
        check(() -> states().pause("Sleep", 1, 1).task("Work", failing("A", 1), END), json("{}"));
    }

    @Test
    void branchesRunAtTheSameTime() {
        Scope fast = states().task("Fast", doubling(), END).scope();
        Scope slow = states().variables("z")
                .assign("Keep", 0, 1)
                .pause("Slow", 3, 2)
                .state(StateType.PASS, "Give", frame -> frame.succeed(frame.variable(0, 0)))
                .scope();
        check(() -> states().parallel("Both", 1, fast, slow, fast).pass("After", END), json("4"));
    }

    @Test
    void aBranchFailsWhileOthersAreDoneOrWait() {
        Supplier<States> machine = () -> states().parallel(
                        "Three",
                        END,
                        states().pass("Quick", END).scope(),
                        states().pause("Long", 60, END).scope(),
                        states().pause("Short", 1, 1).fail("Fail", "Bad", "why").scope());
        check(machine, json("{}"));
        check(() -> machine.get().caught(Catcher.on("Bad").next(1, REPLACE)).pass("Handle", END), json("{}"));
        check(() -> machine.get().retry(Retrier.on("Bad").maxAttempts(2)), json("{}"));
    }

    @Test
    void iterationsRunAFewAtATime() {
        Scope processor =
                states().pause("Sleep", 2, 1).task("Work", doubling(), END).scope();
        for (int limit : new int[] {0, 1, 2, 3}) {
            check(() -> states().map("Each", processor, limit, END), DistributedMaps.items(7));
        }
    }

    @Test
    void iterationsOverAnObject() {
        Scope processor = states().pause("Sleep", 1, 1)
                .state(
                        StateType.PASS,
                        "Key",
                        frame -> frame.succeed(Json.array(
                                frame.mapItemKey(),
                                frame.mapItemIndex(),
                                frame.mapItemValue(),
                                frame.context().at("/Map"))))
                .scope();
        check(() -> states().map("Each", processor, 2, END), json("{'a': 1, 'b': [2], 'c': {'d': 3}}"));
    }

    @Test
    void longSlicesAreCut() {
        Scope loop = states().state(StateType.PASS, "Count", frame -> {
                    int next = frame.input().asInt() + 1;
                    States.leave(frame, next % 700 == 0 ? END : 0, IntNode.valueOf(next));
                })
                .scope();
        check(() -> states().parallel("Loops", 1, loop, loop, loop).pass("After", END), json("1"));
        Scope pass = states().pass("A", 1).pass("B", END).pure();
        check(() -> states().map("Each", pass, 0, END), DistributedMaps.items(1000));
        Scope three = states().pass("A", 1).pass("B", 2).pass("C", END).pure();
        check(() -> states().map("Each", three, 0, END), DistributedMaps.items(1000));
        check(
                () -> states().map("Each", states().pass("A", 1).pass("B", END).scope(), 40, END),
                DistributedMaps.items(1000));
    }

    @Test
    void parallelInMapInParallel() {
        Scope leaf = states().pause("Sleep", 1, 1).task("Work", doubling(), END).scope();
        Scope other = states().task("Try", failingForOdd(), END)
                .retry(Retrier.on("Odd").maxAttempts(1))
                .caught(Catcher.on("Odd").next(1, REPLACE))
                .pass("Handle", END)
                .scope();
        Scope processor = states().parallel("Inner", END, leaf, other).scope();
        Scope map = states().map("Each", processor, 3, END).scope();
        Scope wait = states().pause("Aside", 4, END).scope();
        check(() -> states().parallel("Outer", END, map, wait), DistributedMaps.items(8));
    }

    @Test
    void anIterationFailsInside() {
        Scope processor =
                states().pause("Sleep", 1, 1).task("Try", failingForOdd(), END).scope();
        check(() -> states().map("Each", processor, 2, END), DistributedMaps.items(5));
        check(
                () -> states().map("Each", processor, 2, END)
                        .retry(Retrier.on("Odd").maxAttempts(1))
                        .caught(Catcher.on("States.ALL").next(1, REPLACE))
                        .pause("Handle", 1, END),
                DistributedMaps.items(5));
    }

    @Test
    void outerVariablesAreSeenInside() {
        Scope branch = states().variables("own")
                .assign("Own", 0, 1)
                .pause("Sleep", 1, 2)
                .state(
                        StateType.PASS,
                        "Sum",
                        frame -> frame.succeed(Json.array(frame.variable(0, 0), frame.variable(1, 1))))
                .scope();
        check(
                () -> states().variables("a", "b").assign("B", 1, 1).parallel("Both", END, branch, branch),
                json("[1, {'x': null}]"));
    }

    @Test
    void tokensAreAnsweredLater() {
        check(
                () -> states().tokenTask("Send", sending(), 0, 0, 1).pass("After", END),
                json("{}"),
                host -> host.at(
                        5_000,
                        same -> assertThat(same.answer(token(), json("{'a': 1}"), null))
                                .isTrue()));
        check(
                () -> states().tokenTask("Send", sending(), 0, 0, END)
                        .retry(Retrier.on("No").maxAttempts(1))
                        .caught(Catcher.on("No").next(1, REPLACE))
                        .pass("Handle", END),
                json("{}"),
                host -> host.at(
                                5_000,
                                same -> assertThat(same.answer(token(), null, "No"))
                                        .isTrue())
                        .at(
                                6_000,
                                same -> assertThat(same.answer(tokens.get(0), null, "No"))
                                        .isFalse())
                        .at(
                                9_000,
                                same -> assertThat(same.answer(token(), null, "No"))
                                        .isTrue()));
    }

    @Test
    void timeoutsAndHeartbeatsAreKept() {
        check(() -> states().tokenTask("Send", sending(), 10, 0, END), json("{}"));
        check(() -> states().tokenTask("Send", sending(), 100, 10, END), json("{}"));
        check(
                () -> states().tokenTask("Send", sending(), 100, 10, END)
                        .caught(Catcher.on("States.HeartbeatTimeout").next(1, REPLACE))
                        .pass("Late", END),
                json("{}"),
                host -> host.at(
                                7_000,
                                same -> assertThat(same.heartbeat(token())).isTrue())
                        .at(14_000, same -> assertThat(same.heartbeat(token())).isTrue())
                        .at(16_000, same -> assertThat(same.heartbeat("none")).isFalse()));
    }

    @Test
    void anExecutionTimesOutOrIsStopped() {
        Scope branch = states().pause("Sleep", 100, END).scope();
        Supplier<States> machine = () -> states().parallel(
                        "Both", END, branch, states().pass("Quick", END).scope());
        check(machine, json("{}"), 30, host -> host);
        check(machine, json("{}"), 0, host -> host.at(9_000, ManualHost::stop));
    }

    @Test
    void aJobIsSubmittedOnce() {
        Task job = task(JOB, (input, call) -> {
            call.submitted(json("{'JobRunId': 'j'}"));
            return input;
        });
        check(() -> states().task("Run", job, END), json("{'a': 1}"));
    }

    @Test
    void workersPollActivities() {
        settings = Settings.DEFAULTS.polledActivities(Set.of("work"));
        Task activity = task("arn:aws:states:us-east-1:000000000000:activity:work", (input, call) -> {
            throw new AssertionError("nobody calls a handler");
        });
        check(
                () -> states().task("Work", activity, 10, 4, END),
                json("{'a': 1}"),
                host -> host.at(60_000, same -> tokens.add(same.poll("work", "w1")))
                        .at(60_001, same -> assertThat(same.poll("work", "w2")).isNull())
                        .at(63_000, same -> assertThat(same.heartbeat(token())).isTrue())
                        .at(
                                66_000,
                                same -> assertThat(same.answer(token(), json("5"), null))
                                        .isTrue()));
        check(
                () -> states().task("Work", activity, 10, 0, END),
                json("{'a': 1}"),
                host -> host.at(60_000, same -> tokens.add(same.poll("work", "w1")))
                        .at(
                                90_000,
                                same -> assertThat(same.answer(token(), json("5"), null))
                                        .isFalse()));
    }

    private String token() {
        return tokens.get(tokens.size() - 1);
    }

    private Task sending() {
        return task(SEND, (input, call) -> {
            assertThat(call.taskToken()).isEqualTo(input.get("Token").textValue());
            tokens.add(call.taskToken());
            return json("{'MessageId': 'm'}");
        });
    }

    private static Task doubling() {
        return task((input, call) -> Json.array(input, input));
    }

    /** Fails so many times; each use of the machine needs another one. */
    private static Task failing(String error, int times) {
        int[] left = {times};
        return task((input, call) -> {
            assertThat(call.attempt()).isEqualTo(times - left[0]);
            if (left[0]-- > 0) {
                throw new TaskFailedException(error, "why");
            }
            return input;
        });
    }

    private static Task failingForOdd() {
        return task((input, call) -> {
            if (input.asInt() % 2 == 1) {
                throw new TaskFailedException("Odd", input.toString());
            }
            return input;
        });
    }

    private void check(Supplier<States> machine, JsonNode input) {
        check(machine, input, 0, UnaryOperator.identity());
    }

    private void check(Supplier<States> machine, JsonNode input, UnaryOperator<ManualHost> outside) {
        check(machine, input, 0, outside);
    }

    private void check(Supplier<States> machine, JsonNode input, long timeout, UnaryOperator<ManualHost> outside) {
        Function<Boolean, ManualHost> host = rebuilt ->
                outside.apply(new ManualHost(machine.get().workflow(timeout).machine(), input, settings, rebuilt));
        ManualHost kept = host.apply(false);
        ManualHost.End end = kept.run();
        ManualHost rebuilt = host.apply(true);
        assertThat(rebuilt.run()).isEqualTo(end);
        assertThat(rebuilt.events())
                .extracting(HistoryEvent::toJson)
                .isEqualTo(kept.events().stream().map(HistoryEvent::toJson).toList());
        assertThat(rebuilt.frames())
                .usingRecursiveComparison()
                .ignoringFields("detail")
                .isEqualTo(kept.frames());
        if (end.ending().equals("SUCCEEDED")) {
            assertThat(rebuilt.frames()).isEmpty();
        }
    }
}
