package dev.asl4j.admin;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.ExecutionDescription;
import dev.asl4j.runtime.ExecutionSummary;
import dev.asl4j.runtime.spi.HistoryEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the shape of AWS's answers: its names of members, data as JSON text, times as AWS's own command line prints them. What AWS
 * does not have is added: {@code currentStates}, {@code parkedReason}.
 */
final class Views {
    private static final ObjectMapper MAPPER = JsonMapper.builder(
                    new JsonFactoryBuilder().characterEscapes(new Escapes()).build())
            .build();

    private Views() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** JSON escapes what is below U+0020; what else could steer a terminal is escaped, too. */
    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int DELETE = 0x7f;

        private final int[] ascii = standardAsciiEscapesForJSON();

        Escapes() {
            ascii[DELETE] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return Table.isPrintable(character) || Character.isSurrogate((char) character)
                    ? null
                    : new SerializedString(String.format("\\u%04x", character));
        }
    }

    /** Indented, with an end of line. */
    static String text(JsonNode json) {
        return write(MAPPER.writerWithDefaultPrettyPrinter(), json) + "\n";
    }

    /** On one line. */
    static String compact(JsonNode json) {
        return write(MAPPER.writer(), json);
    }

    private static String write(ObjectWriter writer, JsonNode json) {
        try {
            return writer.writeValueAsString(json);
        } catch (JsonProcessingException e) { // a tree in memory can be written
            throw new IllegalStateException(e);
        }
    }

    /** {@code ExecutionListItem}. */
    static ObjectNode summary(ExecutionSummary execution, StoreOptions options) {
        ObjectNode json = object();
        json.put("executionArn", execution.id());
        json.put("stateMachineArn", options.stateMachineArn(execution.stateMachine()));
        json.put("name", execution.name());
        json.put("status", execution.status().name());
        put(json, "startDate", execution.startTime());
        put(json, "stopDate", execution.stopTime());
        put(json, "mapRunArn", execution.mapRunArn());
        if (execution.mapRunArn() != null) {
            json.put("itemCount", execution.itemCount());
        }
        json.put("redriveCount", execution.redriveCount());
        put(json, "redriveDate", execution.redriveDate());
        put(json, "parkedReason", execution.parkedReason());
        return json;
    }

    /** {@code DescribeExecution}. */
    static ObjectNode description(ExecutionDescription execution, StoreOptions options) {
        ObjectNode json = object();
        json.put("executionArn", execution.id());
        json.put("stateMachineArn", options.stateMachineArn(execution.stateMachine()));
        json.put("name", execution.name());
        json.put("status", execution.status().name());
        put(json, "startDate", execution.startTime());
        put(json, "stopDate", execution.stopTime());
        put(json, "input", data(execution.input()));
        put(json, "output", data(execution.output()));
        put(json, "error", execution.error());
        put(json, "cause", execution.cause());
        put(json, "mapRunArn", execution.mapRunArn());
        json.put("redriveCount", execution.redriveCount());
        put(json, "redriveDate", execution.redriveDate());
        json.put("redriveStatus", execution.redriveStatus().name());
        put(json, "redriveStatusReason", execution.redriveStatusReason());
        put(json, "parkedReason", execution.parkedReason());
        var states = json.putArray("currentStates");
        for (ExecutionDescription.CurrentState state : execution.currentStates()) {
            ObjectNode item = states.addObject();
            item.put("name", state.name());
            put(item, "since", state.since());
            put(item, "input", data(state.input()));
        }
        return json;
    }

    /** {@code HistoryEvent}. */
    static ObjectNode event(HistoryEvent event) {
        ObjectNode json = object();
        put(json, "timestamp", event.timestamp());
        json.put("type", event.type().text());
        json.put("id", event.id());
        json.put("previousEventId", event.previousEventId());
        if (event.type().details() != null) {
            json.set(event.type().details(), event.details());
        }
        return json;
    }

    /** As JSON text; null if it is left out. */
    static @Nullable String data(@Nullable JsonNode data) {
        return data == null || data.isMissingNode() ? null : compact(data);
    }

    static void put(ObjectNode json, String name, @Nullable Instant time) {
        put(json, name, time == null ? null : time.toString());
    }

    static void put(ObjectNode json, String name, @Nullable String text) {
        if (text != null) {
            json.put(name, text);
        }
    }
}
