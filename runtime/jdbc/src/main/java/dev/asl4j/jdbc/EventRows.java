package dev.asl4j.jdbc;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * History and its rows: the events of a turn are in one, as arrays of id, previous id, time, type, details, and, if there are any, the
 * names of those fields of the details that have the hash of a payload.
 */
final class EventRows {
    /** A whole row. */
    static final List<Column> COLUMNS = Column.list("execution LONG, id LONG, events JSON");

    private static final int ID = 0;
    private static final int PREVIOUS = 1;
    private static final int TIME = 2;
    private static final int TYPE = 3;
    private static final int DETAILS = 4;

    private static final Map<String, HistoryEventType> TYPES =
            Stream.of(HistoryEventType.values()).collect(toMap(HistoryEventType::text, type -> type));

    private static final int REPLACED = 5;

    private EventRows() {}

    /**
     * An event as it is in a row.
     *
     * @param replaced the fields of its details that have hashes of payloads
     */
    record Written(HistoryEvent event, JsonNode replaced) {}

    /** For {@link Step#EVENTS}. */
    static Row of(long execution, List<HistoryEvent> events, Payloads payloads) {
        StringBuilder text = new StringBuilder();
        char separator = '[';
        for (HistoryEvent event : events) {
            List<String> replaced = new ArrayList<>();
            text.append(separator)
                    .append('[')
                    .append(event.id())
                    .append(',')
                    .append(event.previousEventId())
                    .append(',')
                    .append(Micros.of(event.timestamp()))
                    .append(",\"")
                    .append(event.type().text())
                    .append("\",")
                    .append(Json.write(payloads.details(event.details(), replaced)));
            for (String field : replaced) {
                text.append(field.equals(replaced.get(0)) ? ",[" : ",").append(Json.write(TextNode.valueOf(field)));
            }
            text.append(replaced.isEmpty() ? "]" : "]]");
            separator = ',';
        }
        return Row.of(
                execution, events.get(0).id(), Texts.encodeJson(text.append(']').toString()));
    }

    /** The events in the text of a row. */
    static List<Written> parse(String text) {
        List<Written> events = new ArrayList<>();
        for (JsonNode event : Json.parse(text)) {
            HistoryEvent read = new HistoryEvent(
                    event.path(ID).longValue(),
                    event.path(PREVIOUS).longValue(),
                    Micros.instant(event.path(TIME).longValue()),
                    type(event.path(TYPE).textValue()),
                    event.path(DETAILS));
            events.add(new Written(read, event.path(REPLACED)));
        }
        return events;
    }

    private static HistoryEventType type(String text) {
        HistoryEventType type = TYPES.get(text);
        if (type == null) {
            throw new IllegalStateException(
                    "The database has events of type " + text + ", which this version does not know.");
        }
        return type;
    }
}
