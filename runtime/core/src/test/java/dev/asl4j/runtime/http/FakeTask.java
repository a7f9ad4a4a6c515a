package dev.asl4j.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A call of an HTTP task, without an execution around it. */
final class FakeTask implements TaskContext {
    @Override
    public String resource() {
        return "arn:aws:states:::http:invoke";
    }

    @Override
    public String executionId() {
        return "arn:aws:states:eu-west-1:111111111111:execution:Orders:1";
    }

    @Override
    public String executionName() {
        return "1";
    }

    @Override
    public String stateName() {
        return "Call";
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
        return executionId() + "#1";
    }

    @Override
    public @Nullable Instant deadline() {
        return null;
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void heartbeat() {}

    @Override
    public @Nullable String taskToken() {
        return null;
    }

    @Override
    public TaskCallback<JsonNode> callback() {
        throw new IllegalStateException("no token");
    }

    @Override
    public @Nullable JsonNode credentials() {
        return null;
    }

    @Override
    public void submitted(JsonNode response) {}

    @Override
    public CompletionStage<JsonNode> startExecution(JsonNode parameters) {
        return CompletableFuture.failedFuture(new IllegalStateException("no engine"));
    }
}
