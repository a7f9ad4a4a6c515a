package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.sql.SQLException;
import java.util.List;

/** Messages and their rows. */
final class MessageRows {
    private static final List<Column> WRITTEN =
            Column.list("execution LONG, kind TEXT, subject TEXT, data JSON, error TEXT, cause TEXT");
    private static final List<Column> READ =
            Column.list("execution LONG, id LONG, kind TEXT, subject TEXT, data JSON, error TEXT, cause TEXT");

    private static final String INSERT = "INSERT INTO asl4j_messages (" + Command.names(WRITTEN)
            + ") SELECT v.execution, v.kind, v.subject, v.data, v.error, v.cause FROM ";
    private static final String FITTING =
            " JOIN asl4j_executions e ON e.key = v.execution WHERE (e.status = 'RUNNING') = (v.kind <> 'REDRIVE') ";

    /** Sends messages to executions that are there to get them; a second answer to a token, and what was said already, is passed over. */
    static final Command SEND = Command.of(
            INSERT + "(SELECT ? AS execution, ? AS kind, ? AS subject, ? AS data, ? AS error, ? AS cause) v" + FITTING
                    + "ON CONFLICT DO NOTHING",
            INSERT + "$rows WITH ORDINALITY AS v (" + Command.names(WRITTEN) + ", number)" + FITTING
                    + "ORDER BY v.number ON CONFLICT DO NOTHING",
            WRITTEN);

    /** Makes one that was refused: nobody's mail, but still there for whoever sent it. */
    static final String REFUSED = "UPDATE asl4j_messages AS t SET execution = -t.execution, kind = 'REFUSED',"
            + " data = NULL, error = NULL, cause = NULL";

    /** Kinds that may be refused, of those for executions that run. */
    static final String JUDGED = "'TASK_SUCCESS', 'TASK_FAILURE', 'TASK_HEARTBEAT', 'MAP_RUN_UPDATE', 'WORKER_TAKES'";

    private static final Command OF_EXECUTIONS = Command.of(
            "SELECT " + Command.names(READ) + " FROM asl4j_messages WHERE execution = ? ORDER BY id",
            "SELECT " + Command.names(READ)
                    + " FROM asl4j_messages WHERE execution IN (SELECT * FROM $rows) ORDER BY execution, id",
            Column.list("execution LONG"));

    private static final Command BY_ID = Command.of(
            "SELECT " + Command.names(READ) + " FROM asl4j_messages WHERE id = ? AND execution > 0",
            "SELECT " + Command.names(READ)
                    + " FROM asl4j_messages WHERE id IN (SELECT * FROM $rows) AND execution > 0 ORDER BY id",
            Column.list("id LONG"));

    private MessageRows() {}

    /** For {@link #SEND}. Messages are short-lived: their data is not kept elsewhere. */
    static Row of(long execution, Kind kind, Body body, Payloads payloads) {
        return Row.of(
                execution, kind.name(), body.subject(), payloads.jsonOrNull(body.data()), body.error(), body.cause());
    }

    /** The messages of executions, by execution and id. */
    static List<Owned<StoredMessage>> read(Link link, List<Row> executions) throws SQLException {
        return read(link, OF_EXECUTIONS, executions);
    }

    /** The messages of these ids that are still there, by id. */
    static List<Owned<StoredMessage>> readByIds(Link link, List<Row> ids) throws SQLException {
        return read(link, BY_ID, ids);
    }

    private static List<Owned<StoredMessage>> read(Link link, Command select, List<Row> keys) throws SQLException {
        List<Row> rows = link.select(select, keys, READ);
        Contents contents = Contents.of(link, rows, READ, 0);
        return rows.stream().map(row -> message(row, contents)).toList();
    }

    private static Owned<StoredMessage> message(Row row, Contents contents) {
        long execution = row.longValue();
        return new Owned<>(
                execution,
                new StoredMessage(
                        row.longValue(),
                        Kind.valueOf(row.text()),
                        new Body(
                                row.textOrNull(),
                                contents.jsonOrNull(execution, row.textOrNull()),
                                row.textOrNull(),
                                row.textOrNull())));
    }
}
