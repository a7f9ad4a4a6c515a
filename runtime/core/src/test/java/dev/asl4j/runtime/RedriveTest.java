package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.internal.ManualHost;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateTable;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executions that did not succeed go on where they stood; also if their driver is thrown away before each message. */
@Timeout(60)
final class RedriveTest {
    private final List<String> calls = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private boolean broken = true;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTaskIsScheduledAgainWithAllItsRetries(boolean rebuilt) throws Exception {
        Workflow<JsonNode, JsonNode> workflow = states().pass("Before", 1)
                .task("Work", whileBroken(), 2)
                .retry(Retrier.on("Bad").maxAttempts(1))
                .state(
                        StateType.PASS,
                        "After",
                        frame -> frame.succeed(frame.context().at("/Execution/RedriveCount")))
                .workflow();
        ManualHost host = new ManualHost(workflow.machine(), json("1"), Settings.DEFAULTS, rebuilt);
        assertThat(host.run().error()).isEqualTo("Bad");
        assertThat(host.redrive().error()).isEqualTo("Bad");
        broken = false;
        assertThat(host.redrive().output()).isEqualTo(json("2"));
        assertThat(calls).containsExactly("1#0", "1#1", "1#0", "1#1", "1#0");
        assertThat(host.frames()).isEmpty();
        assertThat(events(host))
                .containsExactly(
                        "1 ExecutionStarted <- 0",
                        "2 PassStateEntered <- 0",
                        "3 PassStateExited <- 2",
                        "4 TaskStateEntered <- 3",
                        "5 LambdaFunctionScheduled <- 4",
                        "6 LambdaFunctionStarted <- 5",
                        "7 LambdaFunctionFailed <- 6",
                        "8 LambdaFunctionScheduled <- 7",
                        "9 LambdaFunctionStarted <- 8",
                        "10 LambdaFunctionFailed <- 9",
                        "11 ExecutionFailed <- 10",
                        "12 ExecutionRedriven <- 11",
                        "13 LambdaFunctionScheduled <- 4",
                        "14 LambdaFunctionStarted <- 13",
                        "15 LambdaFunctionFailed <- 14",
                        "16 LambdaFunctionScheduled <- 15",
                        "17 LambdaFunctionStarted <- 16",
                        "18 LambdaFunctionFailed <- 17",
                        "19 ExecutionFailed <- 18",
                        "20 ExecutionRedriven <- 19",
                        "21 LambdaFunctionScheduled <- 4",
                        "22 LambdaFunctionStarted <- 21",
                        "23 LambdaFunctionSucceeded <- 22",
                        "24 TaskStateExited <- 23",
                        "25 PassStateEntered <- 24",
                        "26 PassStateExited <- 25",
                        "27 ExecutionSucceeded <- 26");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onlyTheBranchesThatDidNotSucceedRunAgain(boolean rebuilt) throws Exception {
        Scope done = states().task("Done", noting("done"), END).scope();
        Scope fails =
                states().pause("Sleep", 1, 1).task("Fails", whileBroken(), END).scope();
        Scope aborted = states().variables("x")
                .assign("Keep", 0, 1)
                .pause("Long", 60, 2)
                .state(StateType.PASS, "Give", frame -> frame.succeed(frame.variable(0, 0)))
                .scope();
        Scope inner = states().parallel("Inner", END, done, aborted).scope();
        ManualHost host = host(states().parallel("Outer", END, done, fails, inner), "7", rebuilt);
        assertThat(host.run().error()).isEqualTo("Bad");
        broken = false;
        assertThat(host.redrive().output()).isEqualTo(json("[7, 7, [7, 7]]"));
        assertThat(calls).containsExactly("done", "done", "7#0", "7#0");
        assertThat(host.frames()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void iterationsThatSucceededStay(boolean rebuilt) throws Exception {
        Scope processor = states().task(
                        "Each",
                        task((input, call) -> {
                            calls.add(input.toString());
                            if (broken && input.asInt() == 3) {
                                throw new TaskFailedException("Bad", null);
                            }
                            return input;
                        }),
                        1)
                .pause("Sleep", 1, END)
                .scope();
        ManualHost host = host(states().map("Map", processor, 2, END), "[0, 1, 2, 3, 4, 5, 6]", rebuilt);
        assertThat(host.run().error()).isEqualTo("Bad");
        assertThat(calls).containsExactly("0", "1", "2", "3");
        calls.clear();
        broken = false;
        assertThat(host.redrive().output()).isEqualTo(json("[0, 1, 2, 3, 4, 5, 6]"));
        assertThat(calls).doesNotContain("0", "1").contains("3", "4", "5", "6");
        assertThat(host.frames()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTooLargeResultRunsAllBranchesAgain(boolean rebuilt) throws Exception {
        Scope done = states().task("Done", noting("done"), END).scope();
        Scope large = states().pause("Sleep", 1, 1)
                .task(
                        "Large",
                        task((input, call) -> {
                            calls.add("large");
                            return broken ? TextNode.valueOf("x".repeat(300_000)) : input;
                        }),
                        END)
                .scope();
        ManualHost host = new ManualHost(
                states().parallel("Both", END, done, large).workflow().machine(),
                json("7"),
                Settings.DEFAULTS.limits(Limits.AWS),
                rebuilt);
        assertThat(host.run().error()).isEqualTo("States.DataLimitExceeded");
        broken = false;
        assertThat(host.redrive().output()).isEqualTo(json("[7, 7]"));
        assertThat(calls).containsExactly("done", "large", "done", "large");
        assertThat(host.frames()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTimeOfTheMachineBeginsAnew(boolean rebuilt) throws Exception {
        Workflow<JsonNode, JsonNode> workflow = states().task("Work", noting("work"), 1)
                .pause("Sleep", 20, 2)
                .pause("Again", 9, END)
                .workflow(25);
        ManualHost host = new ManualHost(workflow.machine(), json("1"), Settings.DEFAULTS, rebuilt);
        assertThat(host.run().ending()).isEqualTo("TIMED_OUT");
        assertThat(host.redrive().output()).isEqualTo(json("1"));
        assertThat(calls).containsExactly("work");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWaitWhoseInstantHasPassedIsOver(boolean rebuilt) throws Exception {
        States machine = states().state(
                        StateType.WAIT,
                        "Until",
                        frame -> frame.waitUntil(States.START.plusSeconds(10)),
                        (frame, nothing) -> frame.next(1, frame.input()))
                .fail("Fail", "Bad", null);
        ManualHost host = host(machine, "1", rebuilt).at(5_000, ManualHost::stop);
        assertThat(host.run().ending()).isEqualTo("ABORTED");
        host.pass(60_000);
        assertThat(host.redrive().error()).isEqualTo("Bad");
        assertThat(host.redrive().error()).isEqualTo("Bad");
        assertThat(events(host))
                .endsWith(
                        "3 ExecutionAborted <- 0",
                        "4 ExecutionRedriven <- 3",
                        "5 WaitStateExited <- 2",
                        "6 FailStateEntered <- 5",
                        "7 ExecutionFailed <- 6",
                        "8 ExecutionRedriven <- 7",
                        "9 ExecutionFailed <- 6");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTokenOfBeforeIsClosed(boolean rebuilt) throws Exception {
        Task sending = task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", (input, call) -> {
            tokens.add(call.taskToken());
            return input;
        });
        ManualHost host = host(states().tokenTask("Send", sending, 0, 0, END), "{}", rebuilt)
                .at(5_000, ManualHost::stop)
                .at(9_000, same -> {
                    assertThat(same.answer(tokens.get(0), json("1"), null)).isFalse();
                    assertThat(same.answer(tokens.get(1), json("2"), null)).isTrue();
                });
        assertThat(host.run().ending()).isEqualTo("ABORTED");
        assertThat(host.redrive().output()).isEqualTo(json("2"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void iterationsThatCouldNotBeginDoThen(boolean rebuilt) throws Exception {
        Scope processor =
                new Scope(StateTable.builder().state(StateType.WAIT, "Sleep").build(), 0, false) {
                    @Override
                    public void enter(Frame frame) {
                        frame.waitSeconds(1);
                    }

                    @Override
                    public void resume(Frame frame, JsonNode result) {
                        frame.succeed(frame.input());
                    }

                    @Override
                    public JsonNode itemInput(Frame map, JsonNode input, int index, JsonNode item) {
                        if (broken && index == 3) {
                            throw new StateFailure("States.QueryEvaluationError", "no item");
                        }
                        return Json.array(item);
                    }
                };
        ManualHost host = host(states().map("Map", processor, 1, END), "[0, 1, 2, 3, 4]", rebuilt);
        assertThat(host.run().error()).isEqualTo("States.QueryEvaluationError");
        broken = false;
        assertThat(host.redrive().output()).isEqualTo(json("[[0], [1], [2], [3], [4]]"));
        assertThat(host.frames()).isEmpty();
    }

    private static ManualHost host(States machine, String input, boolean rebuilt) {
        return new ManualHost(machine.workflow().machine(), json(input), Settings.DEFAULTS, rebuilt);
    }

    private Task whileBroken() {
        return task((input, call) -> {
            calls.add(input + "#" + call.attempt());
            if (broken) {
                throw new TaskFailedException("Bad", "why");
            }
            return input;
        });
    }

    private Task noting(String call) {
        return task((input, context) -> {
            calls.add(call);
            return input;
        });
    }

    private static List<String> events(ManualHost host) {
        return host.events().stream().map(RedriveTest::text).toList();
    }

    private static String text(HistoryEvent event) {
        return event.id() + " " + event.type().text() + " <- " + event.previousEventId();
    }
}
