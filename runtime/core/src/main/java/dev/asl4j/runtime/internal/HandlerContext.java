package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a handler may ask about the attempt it serves. */
final class HandlerContext implements TaskContext {
    private final TaskAttempt attempt;
    private final Identity identity;
    private final Host host;
    private final String stateName;
    private final int retries;
    private final @Nullable Instant deadline;

    HandlerContext(TaskAttempt attempt, Identity identity, Host host, RunningFrame frame, @Nullable Instant deadline) {
        this.attempt = attempt;
        this.identity = identity;
        this.host = host;
        this.deadline = deadline;
        stateName = frame.stateName();
        retries = frame.visit().retryCount();
    }

    @Override
    public String resource() {
        return attempt.call().task().resource();
    }

    @Override
    public String executionId() {
        return identity.id();
    }

    @Override
    public String executionName() {
        return identity.name();
    }

    @Override
    public String stateName() {
        return stateName;
    }

    @Override
    public int attempt() {
        return retries;
    }

    @Override
    public int delivery() {
        return attempt.delivery();
    }

    @Override
    public String idempotencyKey() {
        return identity.id() + "#" + attempt.scheduled();
    }

    @Override
    public @Nullable Instant deadline() {
        return deadline;
    }

    @Override
    public boolean isCancelled() {
        return attempt.isCancelled();
    }

    @Override
    public void heartbeat() {
        attempt.sign();
    }

    @Override
    public @Nullable String taskToken() {
        @Nullable Token token = attempt.token();
        return token == null ? null : token.token();
    }

    @Override
    public TaskCallback<JsonNode> callback() {
        @Nullable Token token = attempt.token();
        if (token == null) {
            throw new IllegalStateException("the state does not wait for a token: " + this);
        }
        return host.callback(token);
    }

    @Override
    public @Nullable JsonNode credentials() {
        return attempt.call().credentials();
    }

    @Override
    public void submitted(JsonNode response) {
        host.post(new Message.Submitted(attempt, Json.freeze(response)));
    }

    @Override
    public CompletionStage<JsonNode> startExecution(JsonNode parameters) {
        return host.startExecution(attempt, this, Json.freeze(parameters));
    }

    @Override
    public String toString() {
        return "TaskContext[" + resource() + ", " + stateName + ", attempt " + retries + "]";
    }
}
