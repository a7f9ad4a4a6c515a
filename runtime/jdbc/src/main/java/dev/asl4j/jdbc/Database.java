package dev.asl4j.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What differs between databases. */
interface Database {
    /** The folder of its scripts. */
    String folder();

    /** How it is named in messages: without user and password. */
    String name();

    /** For queries: never waits for those who write. */
    Lane reads();

    /** For short transactions. */
    Lane writes();

    /** Opens the lane of a session's turns. */
    Lane openTurns();

    /** What follows a SELECT whose rows are about to be changed. */
    String forUpdate();

    /** Locks the rows of executions, in the order of their keys, so that two transactions never wait for each other. */
    void lock(Link link, Collection<Long> keys) throws SQLException;

    /** What follows a SELECT that passes over rows which others are about to change. */
    String forUpdateOfFree();

    /** What follows the SELECT of a session's row that must not go while something is done in its name. */
    String forPresence();

    /** Does not let two prepare the tables at the same time: until the transaction ends. */
    void lockSchema(Link link) throws SQLException;

    /** Whether there is a table. */
    boolean hasTable(Link link, String table) throws SQLException;

    /** How sessions are known to be alive. */
    Liveness liveness();

    /** Whether the data may have changed since a mark that this gave; 0 as a mark means that nothing is known. */
    long changeMark(Link link) throws SQLException;

    /** What an error means. */
    Fault fault(SQLException e);

    void close();

    /** How sessions are known to be alive. */
    interface Liveness {
        /** Whether sessions have to give signs of life. */
        boolean isLeased();

        /** An SQL expression with a value for {@code expires}, as of now. */
        String expiry();

        /** A session has begun, in a transaction that is not committed yet. */
        void begun(long session) throws SQLException;

        /** It has ended. */
        void ended(long session);

        /** Whether any but that one may be dead: quickly. */
        boolean mayBeDead(Link link, long except) throws SQLException;

        /** Sessions that have a row, and are dead; locks their rows. */
        List<Long> dead(Link link) throws SQLException;
    }
}
