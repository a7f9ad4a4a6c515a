package dev.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
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

    /**
     * How often the handler has been called for this attempt, this time included: more than 1 if the process ended while it was called,
     * and nobody knows how far it came. Of a durable execution each attempt is delivered at least once, as on AWS.
     *
     * @see #idempotencyKey()
     * @since 0.1.0
     */
    int delivery();

    /**
     * Names this attempt: the same for all its {@linkplain #delivery deliveries}, another one for each retry and for each other task. A
     * handler that passes it on to a service which does nothing twice for one key, or keeps it with what it writes, may be called more than
     * once. Opaque, at most 2,048 characters.
     *
     * @since 0.1.0
     */
    String idempotencyKey();

    /** When the call times out, by the state's {@code TimeoutSeconds} or the execution's; null if neither is set. */
    @Nullable
    Instant deadline();

    /** Whether the result is no longer wanted. The handler's thread is interrupted as well. */
    boolean isCancelled();

    /** Says that the work goes on: the gap of {@code HeartbeatSeconds} starts anew. Without such a field: nothing. */
    void heartbeat();

    /** {@code $$.Task.Token}, if the state waits for its answer; null otherwise. */
    @Nullable
    String taskToken();

    /**
     * To answer the token with, in this process, now or later.
     *
     * @throws IllegalStateException if the state does not wait for a token
     */
    TaskCallback<JsonNode> callback();

    /** {@code Credentials} of the state, evaluated: <code>{"RoleArn": ...}</code>; null if it has none. */
    @Nullable
    JsonNode credentials();

    /**
     * Says what the service answered when it took on the job, for {@code TaskSubmitted} in the history: what {@code StartJobRun}
     * gave, say. For resources that end in {@code .sync}, at most once, before the result; does nothing for others.
     */
    void submitted(JsonNode response);

    /**
     * {@code StartExecution} of another workflow that is registered with the engine: by the name at the end of {@code
     * StateMachineArn}, with {@code Input} and {@code Name}. By {@link #resource} the stage completes when that execution has
     * started, or ({@code .sync}, {@code .sync:2}) has ended; with what Step Functions gives in each case. Cancelling the stage
     * stops an execution that is waited for.
     *
     * @param parameters {@code Parameters} or {@code Arguments} of the state
     * @return fails with {@link TaskFailedException} as the service would; also if there is no engine ({@code Workflow.run})
     */
    CompletionStage<JsonNode> startExecution(JsonNode parameters);
}
