package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.sql.SQLException;
import java.util.List;

/** Puts messages into the mailboxes of executions, for those who have no session. */
final class Mailbox {
    private final Database database;
    private final Calls calls;

    Mailbox(Database database, Calls calls) {
        this.database = database;
        this.calls = calls;
    }

    Receipt send(long key, Kind kind, Body body) {
        Row message = Encoder.message(key, kind, body);
        return calls.transact(link -> send(link, key, kind, message));
    }

    private Receipt send(Link link, long key, Kind kind, Row message) throws SQLException {
        List<Row> rows = link.query(
                "SELECT status FROM asl4j_executions WHERE key = ?" + database.forUpdate(),
                Column.list("status TEXT"),
                key);
        if (rows.isEmpty()) {
            return Receipt.UNKNOWN;
        }
        boolean running = rows.get(0).text().equals("RUNNING");
        if (kind.isForEnded() == running) {
            return running ? Receipt.RUNNING : Receipt.ENDED;
        }
        if (link.run(MessageRows.SEND, List.of(message)) == 0 && !kind.isSaidOnce()) {
            return Receipt.ANSWERED;
        }
        link.run(Step.WAKE_FOR_MAIL.command(), List.of(Row.of(key)));
        return Receipt.ACCEPTED;
    }
}
