package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.task.TaskCallback;
import org.jspecify.annotations.Nullable;

/** Answers a token of an execution in a store, wherever that is held meanwhile: an answer is durable when it is taken. */
record StoredCallback(Tokens tokens, String token) implements TaskCallback<JsonNode> {
    @Override
    public void success(JsonNode output) {
        tokens.success(token, output);
    }

    @Override
    public void failure(@Nullable String error, @Nullable String cause) {
        tokens.failure(token, error, cause);
    }

    @Override
    public void heartbeat() {
        tokens.heartbeat(token);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "TaskCallback";
    }
}
