package dev.asl4j.jdbc;

import dev.asl4j.runtime.spi.HistoryEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads events of an execution: rows hold several each, so some rows are read in part only. */
final class HistoryPage {
    private static final String SELECT = "SELECT id, events FROM asl4j_events WHERE execution = ? AND ";
    private static final List<Column> COLUMNS = Column.list("id LONG, events JSON");

    /** How many rows are in memory at a time: a row can be large. */
    private static final int CHUNK = 64;

    private final Link link;
    private final long execution;
    private final int limit;
    private final List<EventRows.Written> events = new ArrayList<>();

    HistoryPage(Link link, long execution, int limit) {
        this.link = link;
        this.execution = execution;
        this.limit = limit;
    }

    /** Those with a higher id, by id. */
    List<HistoryEvent> after(long after) throws SQLException {
        List<Row> first = link.query(
                "SELECT coalesce(max(id), 0) FROM asl4j_events WHERE execution = ? AND id <= ?",
                Column.list("id LONG"),
                execution,
                after + 1);
        long from = first.get(0).longValue();
        List<Row> rows;
        do {
            rows = link.query(SELECT + "id >= ? ORDER BY id LIMIT ?", COLUMNS, execution, from, CHUNK);
            for (Row row : rows) {
                from = row.longValue() + 1;
                for (EventRows.Written event : EventRows.parse(row.text())) {
                    if (event.event().id() > after && events.size() < limit) {
                        events.add(event);
                    }
                }
            }
        } while (rows.size() == CHUNK && events.size() < limit);
        return complete();
    }

    /** Those with a lower id, downwards. */
    List<HistoryEvent> before(long before) throws SQLException {
        long to = before;
        List<Row> rows;
        do {
            rows = link.query(SELECT + "id < ? ORDER BY id DESC LIMIT ?", COLUMNS, execution, to, CHUNK);
            for (Row row : rows) {
                to = row.longValue();
                List<EventRows.Written> turn = EventRows.parse(row.text());
                Collections.reverse(turn);
                for (EventRows.Written event : turn) {
                    if (event.event().id() < before && events.size() < limit) {
                        events.add(event);
                    }
                }
            }
        } while (rows.size() == CHUNK && events.size() < limit);
        return complete();
    }

    private List<HistoryEvent> complete() throws SQLException {
        Contents contents = new Contents();
        events.forEach(event -> contents.want(execution, event));
        contents.load(link);
        return events.stream().map(event -> contents.event(execution, event)).toList();
    }
}
