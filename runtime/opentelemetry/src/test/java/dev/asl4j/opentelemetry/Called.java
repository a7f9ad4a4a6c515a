package dev.asl4j.opentelemetry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** A call of the state {@code Charge}, the third retry, delivered again. */
record Called(String executionId, String resource) implements TaskContext {
    @Override
    public String executionName() {
        return "42";
    }

    @Override
    public String stateName() {
        return "Charge";
    }

    @Override
    public int attempt() {
        return 3;
    }

    @Override
    public int delivery() {
        return 2;
    }

    @Override
    public String idempotencyKey() {
        return "key";
    }

    @Override
    public Instant deadline() {
        return null;
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void heartbeat() {}

    @Override
    public String taskToken() {
        return null;
    }

    @Override
    public TaskCallback<JsonNode> callback() {
        throw new IllegalStateException("no token");
    }

    @Override
    public JsonNode credentials() {
        return null;
    }

    @Override
    public void submitted(JsonNode response) {}

    @Override
    public CompletionStage<JsonNode> startExecution(JsonNode parameters) {
        throw new IllegalStateException("no engine");
    }
}
