package dev.asl4j.crash.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * An event of a history, read from its JSON.
 *
 * @param millis when, in milliseconds since 1970
 * @param type such as {@code TaskScheduled}
 */
record Event(long id, long previous, long millis, String type, JsonNode details) {
    static Event of(JsonNode json) {
        JsonNode details = MissingNode.getInstance();
        for (var field : json.properties()) {
            if (field.getKey().endsWith("EventDetails")) {
                details = field.getValue();
            }
        }
        return new Event(
                json.path("id").asLong(),
                json.path("previousEventId").asLong(),
                json.path("timestamp").decimalValue().movePointRight(3).longValue(),
                json.path("type").asText(),
                details);
    }

    /** Whether a task was scheduled: by whatever kind of resource. */
    boolean isScheduled() {
        return type.endsWith("Scheduled");
    }

    /** Whether a task has succeeded. */
    boolean isTaskSuccess() {
        return isTask() && type.endsWith("Succeeded");
    }

    /** Whether it says how an attempt of a task ended. */
    boolean isTaskEnd() {
        return isTask() && (type.endsWith("Succeeded") || type.endsWith("Failed") || type.endsWith("TimedOut"));
    }

    /** Whether it is about an attempt of a task. */
    boolean isTask() {
        return !type.contains("State")
                && (type.startsWith("Task") || type.startsWith("LambdaFunction") || type.startsWith("Activity"));
    }

    /** Whether the execution, or a run of it that was redriven, ended here. */
    boolean isEnd() {
        return switch (type) {
            case "ExecutionSucceeded", "ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted" -> true;
            default -> false;
        };
    }

    /** What has to be the same in two runs: no times, ids, tokens. */
    String gist() {
        String name = details.path("name").asText();
        String index = details.path("index").asText();
        String output = type.endsWith("StateExited") ? details.path("output").asText() : "";
        return type + " " + name + " " + index + " " + output;
    }

    @Override
    public String toString() {
        return id + " <- " + previous + " " + type + " " + details.path("name").asText();
    }
}
