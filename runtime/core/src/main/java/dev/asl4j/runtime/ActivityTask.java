package dev.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A task of an activity that was given to a worker, which answers it by {@link Engine#sendTaskSuccess}, {@link Engine#sendTaskFailure}
 * and, if the state has {@code HeartbeatSeconds}, {@link Engine#sendTaskHeartbeat}.
 *
 * @param token for the answer; whoever has it can answer, so it belongs into no log
 * @param input effective input of the state
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html">GetActivityTask</a>
 * @since 0.1.0
 */
public record ActivityTask(String token, JsonNode input) {
    /** Shows neither the data nor the token. */
    @Override
    public String toString() {
        return "ActivityTask";
    }
}
