package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.Turn;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Frames and their rows. */
final class FrameRows {
    /** A row as it is read. */
    static final List<Column> READ =
            Column.list("execution LONG, id INT, parent INT, branch INT, place TEXT, state TEXT, type TEXT,"
                    + "phase TEXT, since LONG, input JSON, value JSON, variables JSON, work JSON, items JSON, item JSON, detail JSON,"
                    + "activity TEXT");

    /** A whole row. */
    static final List<Column> WRITTEN = Stream.concat(
                    READ.stream(), Column.list("queue TEXT, queued LONG, last_event LONG, last_frame INT").stream())
            .toList();

    private static final Command SELECT = Command.of(
            "SELECT " + Command.names(READ) + " FROM asl4j_frames WHERE execution = ? ORDER BY id",
            "SELECT " + Command.names(READ)
                    + " FROM asl4j_frames WHERE execution IN (SELECT * FROM $rows) ORDER BY execution, id",
            Column.list("execution LONG"));

    private FrameRows() {}

    /**
     * For {@link Step#PUT_FRAMES}.
     *
     * @param isOffered whether a worker may get its task
     */
    static Row of(Turn turn, StoredFrame frame, Payloads payloads, boolean isOffered) {
        String queue = isOffered ? frame.activity() : null;
        return Row.of(
                turn.key(),
                frame.id(),
                frame.parent(),
                frame.index(),
                frame.place(),
                frame.state(),
                frame.type(),
                frame.phase().name(),
                Micros.of(frame.since()),
                payloads.json(frame.input()),
                payloads.jsonOrNull(frame.value()),
                payloads.jsonOrNull(frame.variables()),
                payloads.jsonOrNull(frame.work()),
                payloads.jsonOrNull(frame.items()),
                payloads.jsonOrNull(frame.item()),
                payloads.json(frame.detail()),
                frame.activity(),
                queue,
                queue == null ? null : Micros.of(frame.since()),
                turn.progress().lastEvent(),
                turn.progress().lastFrame());
    }

    /** The frames of executions, by execution and id. */
    static List<Owned<StoredFrame>> read(Link link, List<Row> executions) throws SQLException {
        List<Row> rows = link.select(SELECT, executions, READ);
        Contents contents = Contents.of(link, rows, READ, 0);
        return rows.stream().map(row -> frame(row, contents)).toList();
    }

    private static Owned<StoredFrame> frame(Row row, Contents contents) {
        long execution = row.longValue();
        return new Owned<>(
                execution,
                new StoredFrame(
                        row.intValue(),
                        row.intValue(),
                        row.intValue(),
                        row.text(),
                        row.text(),
                        row.text(),
                        StoredFrame.Phase.valueOf(row.text()),
                        Micros.instant(row.longValue()),
                        contents.json(execution, row.text()),
                        contents.jsonOrNull(execution, row.textOrNull()),
                        contents.jsonOrNull(execution, row.textOrNull()),
                        contents.jsonOrNull(execution, row.textOrNull()),
                        contents.jsonOrNull(execution, row.textOrNull()),
                        contents.jsonOrNull(execution, row.textOrNull()),
                        contents.json(execution, row.text()),
                        row.textOrNull()));
    }
}
