package dev.asl4j.jdbc;

import java.sql.SQLException;
import java.util.List;

/** The rows of sessions: they begin, end, and those of dead engines are removed with all that they held. */
final class Sessions {
    private static final List<Column> ID = Column.list("id LONG");

    /** What nobody has in hand any more is due, if there is anything to be done. */
    private static final String RELEASE =
            "UPDATE asl4j_executions SET holder = NULL, wake = CASE WHEN status = 'RUNNING' OR EXISTS"
                    + " (SELECT 1 FROM asl4j_messages m WHERE m.execution = asl4j_executions.key) THEN 0 END WHERE holder = ?";

    private final Database database;

    Sessions(Database database) {
        this.database = database;
    }

    /** Begins one; gives its number. */
    long begin(Link link) throws SQLException {
        removeDead(link, 0);
        String engine = ProcessHandle.current().pid() + "@" + System.getenv().getOrDefault("HOSTNAME", "");
        long number = link.query(
                        "INSERT INTO asl4j_sessions (commits, expires, engine) VALUES (0, "
                                + database.liveness().expiry() + ", ?) RETURNING id",
                        ID,
                        engine)
                .get(0)
                .longValue();
        database.liveness().begun(number);
        return number;
    }

    /** Removes those that are dead, but not that one; whether there were any. */
    boolean removeDead(Link link, long except) throws SQLException {
        boolean any = false;
        for (long dead : database.liveness().dead(link)) {
            if (dead != except) {
                any |= remove(link, dead);
            }
        }
        return any;
    }

    /** Removes one; whether it was there. */
    boolean remove(Link link, long session) throws SQLException {
        if (link.execute("DELETE FROM asl4j_sessions WHERE id = ?", session) == 0) {
            return false;
        }
        link.execute(RELEASE, session);
        return true;
    }

    /** Whether there is one. */
    boolean isThere(Link link, long session) throws SQLException {
        return !link.query("SELECT id FROM asl4j_sessions WHERE id = ?", ID, session)
                .isEmpty();
    }

    /** Gives a sign of life; false if others took the session for dead. */
    boolean renew(Link link, long session) throws SQLException {
        return link.execute(
                        "UPDATE asl4j_sessions SET expires = "
                                + database.liveness().expiry() + " WHERE id = ?",
                        session)
                > 0;
    }
}
