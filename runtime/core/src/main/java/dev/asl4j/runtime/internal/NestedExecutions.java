package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.ExecutionLimitExceededException;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * {@code states:startExecution}: executions that a task of another one starts, in the same engine.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">Start executions from a task</a>
 */
final class NestedExecutions {
    private static final String MACHINE = ":stateMachine:";
    private static final String SDK = ":aws-sdk:sfn:";

    /** So many executions may wait for each other, each started by a task of the one before. */
    private static final int MOST_WAITING = 1_000;

    private final EngineCore engine;

    NestedExecutions(EngineCore engine) {
        this.engine = engine;
    }

    /** There is no engine in which another workflow could be found. */
    static TaskFailedException noEngine(TaskContext task) {
        return new TaskFailedException(
                ErrorNames.TASK_FAILED,
                "The state '" + task.stateName()
                        + "' starts another workflow, which only an Engine can do that both are"
                        + " registered with; Workflow.run knows no other workflow.");
    }

    /**
     * Starts one, or finds the one that was started when the task was delivered before; the future completes when it has started or, for
     * {@code .sync}, ended.
     */
    CompletableFuture<JsonNode> start(
            EngineExecution parent, TaskAttempt attempt, TaskContext task, JsonNode parameters) {
        boolean sdk = task.resource().contains(SDK);
        boolean second = task.resource().endsWith(".sync:2");
        boolean sync = second || task.resource().endsWith(".sync");
        ExecutionHandle child;
        try {
            @Nullable ExecutionHandle before = attempt.delivery() > 1 ? startedBefore(parent, attempt) : null;
            ServiceFaults faults = new ServiceFaults(sdk, engine.environment());
            if (before == null && sync) {
                checkDepth(parent, faults);
            }
            child = before == null ? begin(parent, attempt, parameters, faults) : before;
        } catch (TaskFailedException fault) {
            return CompletableFuture.failedFuture(fault);
        }
        JsonNode response = NestedResult.started(child.identity(), sdk, engine.environment());
        if (!sync) {
            return CompletableFuture.completedFuture(response);
        }
        if (isChild(child, parent, attempt)) {
            parent.post(new Mail(new Message.ChildStarted(attempt, child.key(), response), 0, null));
        } else { // it ran under that name before: it will not tell of its end
            task.submitted(response);
        }
        return ended(child, attempt, second);
    }

    private @Nullable ExecutionHandle startedBefore(EngineExecution parent, TaskAttempt attempt) {
        return engine.store()
                .nested(parent.key(), attempt.scheduled())
                .map(engine::handle)
                .orElse(null);
    }

    private boolean isChild(ExecutionHandle child, EngineExecution parent, TaskAttempt attempt) {
        @Nullable EngineExecution here = engine.residents().get(child.key());
        if (here == null) { // it has ended, or left memory with its first turn
            return engine.store()
                    .nested(parent.key(), attempt.scheduled())
                    .filter(own -> own.key() == child.key())
                    .isPresent();
        }
        @Nullable Parent family = here.standing().parent();
        return family != null && family.key() == parent.key() && family.visit() == attempt.scheduled();
    }

    /** A machine that starts itself and waits for that would do so without end. */
    private void checkDepth(EngineExecution parent, ServiceFaults faults) {
        @Nullable Parent up = parent.standing().parent();
        for (int depth = 1; up != null; depth++) {
            if (depth >= MOST_WAITING) {
                throw faults.of(
                        "ExecutionLimitExceeded",
                        "Execution Limit Exceeded: " + MOST_WAITING
                                + " executions run of which each was started by the one before it");
            }
            up = engine.store()
                    .get(up.key())
                    .filter(above -> above.progress().status() == Status.RUNNING)
                    .map(above -> above.head().parent())
                    .orElse(null);
        }
    }

    private ExecutionHandle begin(
            EngineExecution parent, TaskAttempt attempt, JsonNode parameters, ServiceFaults faults) {
        String arn = text(parameters, "StateMachineArn");
        if (arn == null) {
            throw new TaskFailedException(
                    ErrorNames.RUNTIME,
                    "The Parameters '" + Json.write(parameters) + "' could not be used to start the Task:"
                            + " [The field 'StateMachineArn' is required but was missing]");
        }
        int at = arn.indexOf(MACHINE);
        if (at < 0) {
            throw faults.of("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: " + arn + "'");
        }
        String machine = arn.substring(at + MACHINE.length()).split(":", 2)[0]; // a version or an alias may follow
        @Nullable Registered registered = engine.machines().current(machine);
        if (registered == null) {
            throw faults.of("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
        }
        String name = text(parameters, "Name");
        if (name != null && !Identity.isName(name)) {
            throw faults.of("InvalidName", "Invalid Name: '" + name + "'");
        }
        String given = name == null ? engine.environment().newId().toString() : name;
        JsonNode input = input(parameters, faults);
        Parent family = new Parent(parent.key(), attempt.scheduled(), null, 0, 0);
        @Nullable ExecutionHandle child;
        try {
            child = engine.startNested(registered, given, input, family);
        } catch (ExecutionLimitExceededException tooMany) {
            throw faults.of("ExecutionLimitExceeded", "Execution Limit Exceeded: '" + tooMany.getMessage() + "'");
        }
        if (child == null) {
            throw faults.of(
                    "ExecutionAlreadyExists",
                    "Execution Already Exists: '" + arn.replace(MACHINE, ":execution:") + ":" + given + "'");
        }
        return child;
    }

    /** {@code Input}: any JSON, or JSON as text; absent or null is an empty object. */
    private static JsonNode input(JsonNode parameters, ServiceFaults faults) {
        @Nullable JsonNode input = parameters.get("Input");
        if (input == null || input.isNull()) {
            return Json.EMPTY;
        }
        if (!input.isTextual()) {
            return input;
        }
        try {
            return Json.parse(input.textValue());
        } catch (IllegalArgumentException noJson) {
            throw faults.of(
                    "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + noJson.getMessage() + "'");
        }
    }

    private CompletableFuture<JsonNode> ended(ExecutionHandle child, TaskAttempt attempt, boolean parsed) {
        engine.room().waitsForNested();
        engine.madeRoom();
        CompletableFuture<JsonNode> result = child.result().thenApply(outcome -> {
            JsonNode description = NestedResult.ended(child.identity(), outcome, parsed);
            if (outcome.ending() != Ending.SUCCEEDED) {
                throw new TaskFailedException(ErrorNames.TASK_FAILED, Json.write(description));
            }
            return description;
        });
        CompletionStage<JsonNode> end = result;
        end.whenComplete((value, thrown) -> {
            engine.room().waitsNoLonger();
            if (result.isCancelled() && !attempt.isDropped() && attempt.child() == 0) { // or its driver ends it
                child.stopSoon();
            }
        });
        return result;
    }

    private static @Nullable String text(JsonNode parameters, String name) {
        @Nullable JsonNode value = parameters.get(name);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    /** How the service reports a fault, by way of the optimized integration or of the SDK. */
    private record ServiceFaults(boolean sdk, Environment environment) {
        private static final int BAD_REQUEST = 400;

        TaskFailedException of(String code, String message) {
            String request = environment.newId().toString();
            return sdk
                    ? TaskFailedException.sdkService("Sfn", code + "Exception", message, BAD_REQUEST, request)
                    : TaskFailedException.service(
                            "StepFunctions",
                            code + "Exception",
                            message,
                            "AWSStepFunctions",
                            BAD_REQUEST,
                            code,
                            request);
        }
    }
}
