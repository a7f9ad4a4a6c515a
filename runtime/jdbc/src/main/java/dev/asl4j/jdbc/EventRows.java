package dev.asl4j.jdbc;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
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
 * names of those fields of the details that have the hash of a payload, and of those that have the number of a text that several events
 * share. These texts come last.
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
    private static final int SHARED = 6;

    private EventRows() {}

    /**
     * An event as it is in a row.
     *
     * @param replaced the fields of its details that have hashes of payloads
     */
    record Written(HistoryEvent event, JsonNode replaced) {}

    /** For {@link Step#EVENTS}. */
    static Row of(long execution, List<HistoryEvent> events, Payloads payloads) {
        List<List<String>> replaced = new ArrayList<>(events.size());
        List<JsonNode> details = new ArrayList<>(events.size());
        for (HistoryEvent event : events) {
            List<String> fields = new ArrayList<>(0);
            replaced.add(fields);
            details.add(payloads.details(event.details(), fields));
        }
        SharedTexts shared = SharedTexts.of(details);
        List<JsonNode> written = new ArrayList<>(events.size() + 1);
        for (int i = 0; i < events.size(); i++) {
            written.add(written(events.get(i), details.get(i), replaced.get(i), shared));
        }
        if (!shared.isEmpty()) {
            written.add(shared.json());
        }
        return Row.of(
                execution,
                events.get(0).id(),
                Texts.encodeJson(Json.write(Json.array(written.toArray(JsonNode[]::new)))));
    }

    private static JsonNode written(HistoryEvent event, JsonNode details, List<String> replaced, SharedTexts shared) {
        List<String> pointing = new ArrayList<>(0);
        List<JsonNode> values = new ArrayList<>(SHARED + 1);
        values.add(LongNode.valueOf(event.id()));
        values.add(LongNode.valueOf(event.previousEventId()));
        values.add(LongNode.valueOf(Micros.of(event.timestamp())));
        values.add(TextNode.valueOf(event.type().text()));
        values.add(shared.taken(details, pointing));
        if (!replaced.isEmpty() || !pointing.isEmpty()) {
            values.add(names(replaced));
        }
        if (!pointing.isEmpty()) {
            values.add(names(pointing));
        }
        return Json.array(values.toArray(JsonNode[]::new));
    }

    private static JsonNode names(List<String> names) {
        return Json.array(names.stream().map(TextNode::valueOf).toArray(JsonNode[]::new));
    }

    /** The events in the text of a row. */
    static List<Written> parse(String text) {
        JsonNode row = Json.parse(text);
        JsonNode last = row.path(row.size() - 1);
        boolean hasTexts = last.path(0).isTextual();
        List<Written> events = new ArrayList<>(row.size());
        for (int i = 0; i < row.size() - (hasTexts ? 1 : 0); i++) {
            JsonNode event = row.path(i);
            HistoryEvent read = new HistoryEvent(
                    event.path(ID).longValue(),
                    event.path(PREVIOUS).longValue(),
                    Micros.instant(event.path(TIME).longValue()),
                    type(event.path(TYPE).textValue()),
                    SharedTexts.restored(event.path(DETAILS), event.path(SHARED), last));
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
