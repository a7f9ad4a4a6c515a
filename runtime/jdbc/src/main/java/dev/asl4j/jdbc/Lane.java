package dev.asl4j.jdbc;

import java.sql.SQLException;

/** Connections of one purpose. */
interface Lane {
    /**
     * Does work in a transaction and commits it.
     *
     * @throws UncertainCommitException if it may have been committed
     * @throws SQLException if it was not committed
     */
    <T> T transact(Work<T> work) throws SQLException;

    /** Reads, without a transaction. */
    <T> T read(Work<T> work) throws SQLException;

    /** Reads what would fill the memory if it was there at once. */
    <T> T readMany(Work<T> work) throws SQLException;

    /** Closes connections that it keeps. */
    void close();
}
