package dev.asl4j.runtime.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One call of a task: which one it is, how long it has, and whether its result is still wanted. */
public interface TaskContext {
    /** The {@code Resource} of the state, as in the definition. */
    String resource();

    /** The execution's ARN, {@code $$.Execution.Id}. */
    String executionId();

    /** The execution's name, {@code $$.Execution.Name}. */
    String executionName();

    /** The state's name, as in the definition. */
    String stateName();

    /** How often this visit of the state was retried before: 0 at first, {@code $$.State.RetryCount}. */
    int attempt();

    /** When the call times out, by the state's {@code TimeoutSeconds} or the execution's; null if neither is set. */
    @Nullable
    Instant deadline();

    /** Whether the result is no longer wanted. The handler's thread is interrupted as well. */
    boolean isCancelled();

    /** Says that the work goes on: the gap of {@code HeartbeatSeconds} starts anew. Without such a field: nothing. */
    void heartbeat();
}
