package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.task.TaskHandler;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers the calls of a state with the recorded attempts of that state: the next one, or the next with that input. */
final class RecordedTasks implements TaskHandler<JsonNode, JsonNode> {
    private static final String LAMBDA_INVOKE = ":states:::lambda:invoke";

    private final VirtualTime time;
    private final Map<String, Entry> entries = new HashMap<>();
    private boolean unrecorded;

    RecordedTasks(JsonNode tasks, VirtualTime time) {
        this.time = time;
        for (JsonNode task : tasks) {
            List<JsonNode> attempts = new ArrayList<>();
            task.path("attempts").forEach(attempts::add);
            entries.put(
                    task.path("state").asText(),
                    new Entry(attempts, task.path("ordered").asBoolean(true)));
        }
    }

    /** Whether a call was made that is not in the recording: the service refused it before it was made. */
    synchronized boolean hadUnrecordedCall() {
        return unrecorded;
    }

    @Override
    public JsonNode handle(JsonNode input, TaskContext task) {
        boolean wrapped = task.resource().endsWith(LAMBDA_INVOKE);
        JsonNode attempt = take(task.stateName(), input, wrapped);
        if (attempt.path("timedOut").asBoolean()) {
            time.advance(Duration.ofSeconds(attempt.path("timeoutInSeconds").asLong(1)));
            return NullNode.getInstance();
        }
        if (attempt.path("failed").asBoolean()) {
            throw new TaskFailedException(
                    attempt.path("error").asText(), attempt.path("cause").asText(null));
        }
        JsonNode output = attempt.path("output");
        return wrapped ? output.path("Payload") : output;
    }

    private synchronized JsonNode take(String state, JsonNode input, boolean wrapped) {
        Entry entry = entries.get(state);
        if (entry == null || entry.attempts.isEmpty()) {
            unrecorded = true;
            throw new TaskFailedException("NotRecorded", "no recorded call of " + state + " is left");
        }
        if (!entry.ordered) {
            for (JsonNode attempt : entry.attempts) {
                JsonNode sent = wrapped ? attempt.path("input").path("Payload") : attempt.path("input");
                if (Likeness.alike(sent, input)) {
                    entry.attempts.remove(attempt);
                    return attempt;
                }
            }
        }
        return entry.attempts.remove(0);
    }

    private record Entry(List<JsonNode> attempts, boolean ordered) {}
}
