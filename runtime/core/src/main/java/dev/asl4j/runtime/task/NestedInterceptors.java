package dev.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One interceptor around another. */
record NestedInterceptors(TaskInterceptor outer, TaskInterceptor inner) implements TaskInterceptor {
    @Override
    public CompletionStage<JsonNode> intercept(JsonNode parameters, TaskContext task, Call call) throws Exception {
        return outer.intercept(parameters, task, () -> {
            try {
                return inner.intercept(parameters, task, call);
            } catch (Throwable thrown) { // as Call#proceed says
                return CompletableFuture.failedFuture(thrown);
            }
        });
    }

    @Override
    public @Nullable String refusal(String stateName, String resource, JsonNode parameters) {
        @Nullable String refusal = outer.refusal(stateName, resource, parameters);
        return refusal == null ? inner.refusal(stateName, resource, parameters) : refusal;
    }
}
