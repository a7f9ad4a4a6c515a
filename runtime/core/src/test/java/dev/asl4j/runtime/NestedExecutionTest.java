package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Executions that a task starts. */
@Timeout(30)
final class NestedExecutionTest {
    private static final String START_EXECUTION = "arn:aws:states:::states:startExecution";
    private static final String ARN = "arn:aws:states:us-east-1:000000000000:execution:child:one";
    private static final String INPUT =
            "{'StateMachineArn': 'arn:aws:states:us-east-1:000000000000:stateMachine:child', 'Name': 'one', 'Input': {'a': 1}}";

    private final VirtualTime time = VirtualTime.startingAt(START);

    @Test
    void requestResponseDoesNotWait() {
        JsonNode result = run(START_EXECUTION, states().pause("Sleep", 3600, END), INPUT);
        assertThat(result.get("ExecutionArn").textValue()).isEqualTo(ARN);
        assertThat(result.fieldNames())
                .toIterable()
                .containsExactly("ExecutionArn", "SdkHttpMetadata", "SdkResponseMetadata", "StartDate");
    }

    @Test
    void syncGivesTextAndTheDescription() {
        assertThat(run(START_EXECUTION + ".sync", states().pause("Sleep", 60, END), INPUT))
                .isEqualTo(json("""
                        {'ExecutionArn': '%s', 'Input': '{\\'a\\':1}', 'InputDetails': {'Included': true}, 'Name': 'one',
                         'Output': '{\\'a\\':1}', 'OutputDetails': {'Included': true}, 'RedriveCount': 0,
                         'RedriveStatus': 'NOT_REDRIVABLE',
                         'RedriveStatusReason': 'Execution is SUCCEEDED and cannot be redriven',
                         'StartDate': 1767225600000,
                         'StateMachineArn': 'arn:aws:states:us-east-1:000000000000:stateMachine:child',
                         'Status': 'SUCCEEDED', 'StopDate': 1767225660000}""".formatted(ARN)));
    }

    @Test
    void sync2GivesJson() {
        JsonNode result = run(START_EXECUTION + ".sync:2", states().pass("P", END), INPUT);
        assertThat(result.get("Input")).isEqualTo(json("{'a': 1}"));
        assertThat(result.get("Output")).isEqualTo(json("{'a': 1}"));
        assertThat(result.has("RedriveStatus")).isFalse();
    }

    @Test
    void theInputMayBeTextOrLeftOut() {
        String machine = "'StateMachineArn': 'arn:aws:states:us-east-1:000000000000:stateMachine:child:live'";
        States child = states().pass("P", END);
        assertThat(run(START_EXECUTION + ".sync", child, "{" + machine + ", 'Input': '[1, 2]'}")
                        .get("Output"))
                .isEqualTo(json("'[1,2]'"));
        assertThat(run(START_EXECUTION + ".sync", child, "{" + machine + ", 'Input': null}")
                        .get("Output"))
                .isEqualTo(json("'{}'"));
    }

    @Test
    void aFailedChildIsTheCause() {
        ExecutionFailedException failed =
                failure(START_EXECUTION + ".sync", states().fail("F", "SomeFailure", "why"), INPUT);
        assertThat(failed.error()).isEqualTo("States.TaskFailed");
        assertThat(json(cause(failed))).isEqualTo(json("""
                {'Cause': 'why', 'Error': 'SomeFailure', 'ExecutionArn': '%s', 'Input': '{\\'a\\':1}',
                 'InputDetails': {'Included': true}, 'Name': 'one', 'StartDate': 1767225600000,
                 'StateMachineArn': 'arn:aws:states:us-east-1:000000000000:stateMachine:child', 'Status': 'FAILED',
                 'StopDate': 1767225600000}""".formatted(ARN)));
    }

    @Test
    void whatTheServiceRefusesIsItsError() {
        States child = states().pass("P", END);
        ExecutionFailedException unknown = failure(
                START_EXECUTION,
                child,
                "{'StateMachineArn': 'arn:aws:states:us-east-1:000000000000:stateMachine:other'}");
        assertThat(unknown.error()).isEqualTo("StepFunctions.StateMachineDoesNotExistException");
        assertThat(unknown.cause())
                .matches("State Machine Does Not Exist: 'arn:aws:states:us-east-1:000000000000:stateMachine:other'"
                        + " \\(Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist;"
                        + " Request ID: [0-9a-f-]{36}; Proxy: null\\)");
        assertThat(failure(START_EXECUTION, child, "{'StateMachineArn': 'child'}")
                        .error())
                .isEqualTo("StepFunctions.InvalidArnException");
        assertThat(failure(START_EXECUTION, child, INPUT.replace("'one'", "'a b'"))
                        .error())
                .isEqualTo("StepFunctions.InvalidNameException");
        assertThat(failure(START_EXECUTION, child, INPUT.replace("{'a': 1}", "'{'"))
                        .error())
                .isEqualTo("StepFunctions.InvalidExecutionInputException");
        assertThat(failure(START_EXECUTION, child, "{}").error()).isEqualTo("States.Runtime");
        assertThat(failure("arn:aws:states:::aws-sdk:sfn:startExecution", child, "{'StateMachineArn': 'child'}")
                        .cause())
                .contains("(Service: Sfn, Status Code: 400, Request ID: ");
    }

    @Test
    void stoppingTheParentStopsTheChild() {
        time.pause();
        Workflow<JsonNode, JsonNode> child = child(states().pause("Sleep", 3600, END));
        Workflow<JsonNode, JsonNode> parent = parent(START_EXECUTION + ".sync");
        try (Engine engine = engine(child, parent)) {
            Execution<JsonNode> execution = engine.start(parent, "p", json(INPUT));
            time.awaitIdle();
            Execution<JsonNode> started = engine.find(child, "one").orElseThrow();
            assertThat(started.describe().status()).isEqualTo(ExecutionStatus.RUNNING);
            execution.stop(null, null);
            time.awaitIdle();
            assertThat(started.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
        }
    }

    @Test
    void aClosingEngineWaitsForChildrenToo() {
        time.pause();
        Workflow<JsonNode, JsonNode> child = child(states().pause("Sleep", 60, END));
        Workflow<JsonNode, JsonNode> parent = States.workflow(
                "parent",
                0,
                states().pause("First", 60, 1)
                        .task("Start", Task.startExecution(START_EXECUTION + ".sync"), END)
                        .scope());
        Engine engine = engine(child, parent);
        Execution<JsonNode> execution = engine.start(parent, "p", json(INPUT));
        time.awaitIdle();
        time.resume();
        engine.close();
        assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void aRunKnowsNoOtherWorkflow() {
        ExecutionFailedException failed = catchThrowableOfType(
                ExecutionFailedException.class, () -> parent(START_EXECUTION).run(json(INPUT), time));
        assertThat(failed.error()).isEqualTo("States.TaskFailed");
        assertThat(failed.cause()).contains("'Start'", "Engine");
    }

    private JsonNode run(String resource, States machine, String input) {
        Workflow<JsonNode, JsonNode> child = child(machine);
        Workflow<JsonNode, JsonNode> parent = parent(resource);
        Engine engine = engine(child, parent);
        try {
            return Json.parse(
                    Json.write(engine.start(parent, "p", json(input)).result().join()));
        } finally {
            engine.close(Duration.ZERO);
        }
    }

    private ExecutionFailedException failure(String resource, States machine, String input) {
        Throwable thrown = catchThrowableOfType(Throwable.class, () -> run(resource, machine, input));
        return (ExecutionFailedException) thrown.getCause();
    }

    private static String cause(ExecutionFailedException failed) {
        String cause = failed.cause();
        assertThat(cause).isNotNull();
        return cause;
    }

    private Engine engine(Workflow<JsonNode, JsonNode> child, Workflow<JsonNode, JsonNode> parent) {
        return Engine.builder()
                .environment(time)
                .register(child)
                .register(parent)
                .build();
    }

    private static Workflow<JsonNode, JsonNode> child(States machine) {
        return States.workflow("child", 0, machine.scope());
    }

    private static Workflow<JsonNode, JsonNode> parent(String resource) {
        return States.workflow(
                "parent",
                0,
                states().task("Start", Task.startExecution(resource), END).scope());
    }
}
