package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One event of an execution's history, as {@code GetExecutionHistory} shows it.
 *
 * @param id from 1, without gaps
 * @param previousEventId the event it follows upon; 0 for the first ones, and for an end from outside
 * @param details what the details object holds, with JSON as text: {@code input}, {@code output}, {@code parameters}; empty if
 *     there is nothing to say
 * @since 0.1.0
 */
public record HistoryEvent(long id, long previousEventId, Instant timestamp, HistoryEventType type, JsonNode details) {
    private static final int MILLIS = 3;

    /**
     * The event in the shape of the API: {@code timestamp} in seconds since 1970 with milliseconds, {@code type}, {@code id},
     * {@code previousEventId}, and the details under their name.
     */
    public JsonNode toJson() {
        var json = Json.object()
                .set("timestamp", DecimalNode.valueOf(BigDecimal.valueOf(timestamp.toEpochMilli(), MILLIS)))
                .set("type", TextNode.valueOf(type.text()))
                .set("id", LongNode.valueOf(id))
                .set("previousEventId", LongNode.valueOf(previousEventId));
        if (type.details() != null) {
            json.set(type.details(), details);
        }
        return json.build();
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "HistoryEvent[" + id + " <- " + previousEventId + " " + type.text() + "]";
    }
}
