package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.task.TaskInterceptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers the calls of each state with the recorded attempts of that state: the n-th call with the n-th attempt, or where calls
 * overlapped, with the first that has the same input. What timed out is never answered, so that it times out again.
 */
final class Mocks implements TaskInterceptor {
    private static final String ACTIVITY = ":activity:";
    private static final String TOKEN = ".waitForTaskToken";

    private final Map<String, Calls> states = new HashMap<>();
    private final List<String> differences = new ArrayList<>();

    /** The recorded calls of one state that are left. */
    private record Calls(List<JsonNode> attempts, boolean ordered) {}

    Mocks(List<JsonNode> tasks) {
        for (JsonNode task : tasks) {
            List<JsonNode> attempts = new ArrayList<>();
            task.path("attempts").forEach(attempts::add);
            boolean ordered = task.path("ordered").asBoolean(true);
            states.put(task.path("state").asText(), new Calls(attempts, ordered));
        }
    }

    /** Calls that were made otherwise than recorded. Which of overlapping ones are made before a failure is a matter of chance. */
    synchronized List<String> differences() {
        List<String> all = new ArrayList<>(differences);
        states.forEach((state, calls) -> {
            if (calls.ordered && !calls.attempts.isEmpty()) {
                all.add("calls of state " + state + ": " + calls.attempts.size() + " that were recorded were not made");
            }
        });
        return all;
    }

    @Override
    public CompletionStage<JsonNode> intercept(JsonNode parameters, TaskContext task, Call call) {
        JsonNode attempt = take(task.stateName(), parameters);
        if (task.resource().endsWith(TOKEN) && attempt.has("submitted")) {
            answerToken(attempt, task);
            return CompletableFuture.completedFuture(attempt.path("submitted"));
        }
        if (attempt.has("submitted")) {
            task.submitted(attempt.path("submitted"));
        }
        if (attempt.has("output")) {
            return CompletableFuture.completedFuture(attempt.path("output"));
        }
        return isNeverAnswered(attempt) ? new CompletableFuture<>() : CompletableFuture.failedFuture(failure(attempt));
    }

    /** An activity that nobody was recorded to work for does not exist. */
    @Override
    public @Nullable String refusal(String stateName, String resource, JsonNode parameters) {
        return resource.contains(ACTIVITY) && !states.containsKey(stateName)
                ? "The activity " + resource + " does not exist."
                : null;
    }

    private static void answerToken(JsonNode attempt, TaskContext task) {
        if (attempt.has("output")) {
            task.callback().success(attempt.path("output"));
        } else if (!isNeverAnswered(attempt)) {
            task.callback()
                    .failure(
                            attempt.path("error").asText(null),
                            attempt.path("cause").asText(null));
        }
    }

    private static boolean isNeverAnswered(JsonNode attempt) {
        if (attempt.path("unfinished").asBoolean()) {
            return true;
        }
        boolean limited = attempt.has("timeoutInSeconds") || attempt.has("heartbeatInSeconds");
        return limited && attempt.path("timedOut").asBoolean();
    }

    private static TaskFailedException failure(JsonNode attempt) {
        return new TaskFailedException(
                attempt.path("error").asText(), attempt.path("cause").asText(null));
    }

    private synchronized JsonNode take(String state, JsonNode input) {
        Calls calls = states.get(state);
        if (calls == null || calls.attempts.isEmpty()) {
            differences.add(
                    "call of state " + state + ": was not recorded, with input " + Texts.excerpt(input.toString(), ""));
            throw new TaskFailedException("NotRecorded", "no recorded call of " + state + " is left");
        }
        int index = 0;
        if (!calls.ordered) {
            while (index < calls.attempts.size()
                    && !Comparison.alike(calls.attempts.get(index).path("input"), input)) {
                index++;
            }
            index = index == calls.attempts.size() ? 0 : index;
        }
        JsonNode attempt = calls.attempts.remove(index);
        differences.addAll(Comparison.differences("call of state " + state, attempt.path("input"), input));
        return attempt;
    }
}
