package dev.asl4j.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.HistoryEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON that {@link Payloads} wrote: first what is referred to is collected, then it is read in one go, then put in its place. */
final class Contents {
    private static final Command SELECT = Command.of(
            "SELECT execution, hash, content FROM asl4j_payloads WHERE execution = ? AND hash = ?",
            "SELECT t.execution, t.hash, t.content FROM asl4j_payloads t JOIN $rows AS v (execution, hash)"
                    + " ON t.execution = v.execution AND t.hash = v.hash",
            Column.list("execution LONG, hash TEXT"));
    private static final List<Column> RESULT = Column.list("execution LONG, hash TEXT, content JSON");

    private final Set<Reference> wanted = new LinkedHashSet<>();
    private final Map<Reference, String> texts = new HashMap<>();

    private record Reference(long execution, String hash) {}

    /** What those rows refer to. */
    static Contents of(Link link, List<Row> rows, List<Column> columns, int executionColumn) throws SQLException {
        Contents contents = new Contents();
        for (Row row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).type() == Type.JSON && row.value(i) instanceof String text) {
                    contents.want((Long) row.required(executionColumn), text);
                }
            }
        }
        contents.load(link);
        return contents;
    }

    private void want(long execution, String text) {
        if (isReference(text)) {
            wanted.add(new Reference(execution, text.substring(1)));
        }
    }

    /** What an event refers to will be read. */
    void want(long execution, EventRows.Written written) {
        written.replaced()
                .forEach(field -> wanted.add(new Reference(
                        execution,
                        written.event().details().path(field.textValue()).textValue())));
    }

    /** Reads what is wanted. */
    void load(Link link) throws SQLException {
        if (!wanted.isEmpty()) {
            List<Row> keys = new ArrayList<>();
            wanted.forEach(reference -> keys.add(Row.of(reference.execution(), reference.hash())));
            for (Row row : link.select(SELECT, keys, RESULT)) {
                texts.put(new Reference(row.longValue(), row.text()), row.text());
            }
        }
    }

    JsonNode json(long execution, String text) {
        return Json.parse(isReference(text) ? text(execution, text.substring(1)) : text);
    }

    private static boolean isReference(String text) {
        return !text.isEmpty() && text.charAt(0) == Payloads.MARK;
    }

    @Nullable
    JsonNode jsonOrNull(long execution, @Nullable String text) {
        return text == null ? null : json(execution, text);
    }

    /** The event as it was. */
    HistoryEvent event(long execution, EventRows.Written written) {
        HistoryEvent event = written.event();
        if (written.replaced().isEmpty()) {
            return event;
        }
        Set<String> replaced = new HashSet<>();
        written.replaced().forEach(field -> replaced.add(field.textValue()));
        var details = Json.object();
        event.details()
                .properties()
                .forEach(field -> details.set(
                        field.getKey(),
                        replaced.contains(field.getKey())
                                ? TextNode.valueOf(Texts.decode(
                                        text(execution, field.getValue().textValue())))
                                : field.getValue()));
        return new HistoryEvent(event.id(), event.previousEventId(), event.timestamp(), event.type(), details.build());
    }

    private String text(long execution, String hash) {
        String text = texts.get(new Reference(execution, hash));
        if (text == null) {
            throw new IllegalStateException("The database lacks payload " + hash + " of execution " + execution + ".");
        }
        return text;
    }
}
