package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.sql.SQLException;
import java.util.List;

/** Puts messages into the mailboxes of executions, for those who have no session. */
final class Mailbox {
    private static final List<Column> ID = Column.list("id LONG");

    /** The one that was just sent: the row of the execution keeps others away. */
    private static final String LAST =
            "SELECT max(id) FROM asl4j_messages" + " WHERE execution = ? AND kind = ? AND coalesce(subject, '') = ?";

    private final Database database;
    private final Calls calls;

    Mailbox(Database database, Calls calls) {
        this.database = database;
        this.calls = calls;
    }

    Receipt send(long key, Kind kind, Body body) {
        Row message = Encoder.message(key, kind, body);
        return calls.transact(link -> send(link, key, kind, message, kind.isSaidOnce()));
    }

    /** {@link #send}, for somebody who wants to know what becomes of it. */
    Posted post(long key, Kind kind, Body body) {
        Row message = Encoder.message(key, kind, body);
        return calls.transact(link -> {
            Receipt receipt = send(link, key, kind, message, kind.isSaidOnce() && !kind.isForEnded());
            if (receipt != Receipt.ACCEPTED) {
                return new Posted(receipt, 0);
            }
            return new Posted(
                    receipt,
                    link.query(LAST, ID, key, kind.name(), subject(body)).get(0).longValue());
        });
    }

    private static String subject(Body body) {
        return body.subject() == null ? "" : body.subject();
    }

    /** @param again whether it is accepted though one that says the same is in the mailbox */
    private Receipt send(Link link, long key, Kind kind, Row message, boolean again) throws SQLException {
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
        if (link.run(MessageRows.SEND, List.of(message)) == 0 && !again) {
            return kind.isForEnded() ? Receipt.RUNNING : Receipt.ANSWERED;
        }
        link.run(Step.WAKE_FOR_MAIL.command(), List.of(Row.of(key)));
        return Receipt.ACCEPTED;
    }

    /**
     * What became of it at first.
     *
     * @param id of the message; 0 if it was not accepted
     */
    record Posted(Receipt receipt, long id) {}
}
