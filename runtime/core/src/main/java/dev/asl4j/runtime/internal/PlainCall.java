package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskHandler;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A call of a handler in the turn itself, and what the handler may ask about it: the first attempt of a task without limits of time and
 * without a token. Nothing of it is kept, unless it lasts: then it becomes an attempt like any other.
 */
final class PlainCall implements TaskContext {
    private final Driver driver;
    private final RunningFrame frame;
    private final Scope scope;
    private final int state;
    private final Task task;
    private final JsonNode input;
    private final long scheduled;
    private final @Nullable Guard guard;
    private final Effect.@Nullable Call told;
    private @Nullable JsonNode result;
    private @Nullable Failure failure;
    private volatile @Nullable CompletableFuture<TaskAttempt> fate; // null unless it lasts

    /**
     * A call that is about to begin.
     *
     * @param scheduled id of the event by which the task was scheduled
     * @param guard null if nothing else can happen meanwhile
     * @param told what the history has heard of; null if it has heard nothing
     */
    PlainCall(
            Driver driver,
            RunningFrame frame,
            int state,
            Task task,
            JsonNode input,
            long scheduled,
            @Nullable Guard guard,
            Effect.@Nullable Call told) {
        this.driver = driver;
        this.guard = guard;
        this.told = told;
        this.frame = frame;
        scope = frame.scope();
        this.state = state;
        this.task = task;
        this.input = input;
        this.scheduled = scheduled;
    }

    RunningFrame frame() {
        return frame;
    }

    Task task() {
        return task;
    }

    JsonNode input() {
        return input;
    }

    long scheduled() {
        return scheduled;
    }

    /** What the history has heard of; null if it has heard nothing. */
    Effect.@Nullable Call told() {
        return told;
    }

    /**
     * Calls the handler on this thread.
     *
     * @throws TakenOver if it lasted, and another thread goes on
     */
    void perform() {
        if (guard != null) {
            guard.begin(this);
        }
        try {
            @Nullable TaskHandler<JsonNode, JsonNode> handler = task.direct();
            result = task.frozen(
                    handler == null ? task.invoke(input, this, driver.environment()) : handler.handle(input, this));
        } catch (Throwable thrown) { // whatever a handler throws is the task's failure
            failure = HandlerFailure.of(thrown);
        }
        if (guard != null && !guard.end(this, result, failure)) {
            throw new TakenOver();
        }
    }

    /** What the handler gave, frozen; null if it failed. */
    @Nullable
    JsonNode result() {
        return result;
    }

    /** Why it failed; null if it gave a result. */
    @Nullable
    Failure failure() {
        return failure;
    }

    /** It lasts: what becomes of it is told here. From any thread. */
    synchronized CompletableFuture<TaskAttempt> lasts() {
        @Nullable CompletableFuture<TaskAttempt> told = fate;
        if (told == null) {
            told = new CompletableFuture<>();
            fate = told;
        }
        return told;
    }

    /** The attempt that it has become, as it lasts; waits for it, whether the thread is interrupted or not. Null if that was not possible. */
    @Nullable
    TaskAttempt becoming() {
        try {
            return lasts().join();
        } catch (CompletionException fault) {
            return null;
        }
    }

    @Override
    public String resource() {
        return task.resource();
    }

    @Override
    public String executionId() {
        return driver.identity().id();
    }

    @Override
    public String executionName() {
        return driver.identity().name();
    }

    @Override
    public String stateName() {
        return scope.states().name(state);
    }

    @Override
    public int attempt() {
        return 0;
    }

    @Override
    public int delivery() {
        return 1;
    }

    @Override
    public String idempotencyKey() {
        return driver.identity().id() + "#" + scheduled;
    }

    @Override
    public @Nullable Instant deadline() {
        return driver.deadline();
    }

    @Override
    public boolean isCancelled() {
        @Nullable CompletableFuture<TaskAttempt> told = fate;
        return told != null
                && told.isDone()
                && !told.isCompletedExceptionally()
                && told.join().isCancelled();
    }

    @Override
    public void heartbeat() {
        // none is awaited
    }

    @Override
    public @Nullable String taskToken() {
        return null;
    }

    @Override
    public TaskCallback<JsonNode> callback() {
        throw new IllegalStateException("the state does not wait for a token: " + this);
    }

    @Override
    public @Nullable JsonNode credentials() {
        return null;
    }

    @Override
    public void submitted(JsonNode response) {
        Json.freeze(response); // refused if it is no JSON; of no consequence for a task that is no job
    }

    @Override
    public CompletionStage<JsonNode> startExecution(JsonNode parameters) {
        JsonNode frozen = Json.freeze(parameters);
        if (guard == null) {
            return CompletableFuture.failedFuture(NestedExecutions.noEngine(this));
        }
        guard.leave(this);
        @Nullable TaskAttempt attempt = becoming();
        return attempt == null
                ? CompletableFuture.failedFuture(
                        new IllegalStateException("no thread goes on with the execution that is to start another one"))
                : driver.host().startExecution(attempt, this, frozen);
    }

    @Override
    public String toString() {
        return "TaskContext[" + resource() + ", " + stateName() + ", attempt 0]";
    }
}
