package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;

/** {@code states:startExecution}: executions that are started by a task of another one. */
final class NestedExecutions {
    private NestedExecutions() {}

    /** There is no engine in which another workflow could be found. */
    static TaskFailedException noEngine(TaskContext task) {
        return new TaskFailedException(
                "States.TaskFailed",
                "The state '" + task.stateName()
                        + "' starts another workflow, which only an Engine that both are registered"
                        + " with can do; Workflow.run knows no other workflow.");
    }
}
