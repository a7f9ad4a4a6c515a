package dev.asl4j.crash.child;

import dev.asl4j.jdbc.JdbcExecutionStore;
import dev.asl4j.jdbc.JdbcOptions;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Where executions are kept: {@code memory}, {@code sqlite:<file>} or {@code postgresql:<jdbc url>}.
 *
 * @param where file or URL; empty in memory
 */
public record Place(Kind kind, String where) {
    /** Short, so that what a dead engine held is soon taken up. */
    private static final Duration LEASE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String MEMORY = "memory";
    private static final String SQLITE = "sqlite:";
    private static final String POSTGRESQL = "postgresql:";

    /** The stores there are. */
    public enum Kind {
        MEMORY,
        SQLITE,
        POSTGRESQL
    }

    /** What {@link #toString} gave. */
    public static Place parse(String text) {
        if (text.equals(MEMORY)) {
            return new Place(Kind.MEMORY, "");
        }
        return text.startsWith(SQLITE)
                ? new Place(Kind.SQLITE, text.substring(SQLITE.length()))
                : new Place(Kind.POSTGRESQL, text.substring(POSTGRESQL.length()));
    }

    /** Opens the store. */
    public ExecutionStore open() {
        return switch (kind) {
            case MEMORY -> ExecutionStore.inMemory();
            case SQLITE -> JdbcExecutionStore.open("jdbc:sqlite:" + where);
            case POSTGRESQL -> JdbcExecutionStore.open(where, JdbcOptions.DEFAULTS.withLease(LEASE));
        };
    }

    /** Opens the store, and waits for a database that is too busy to answer. */
    ExecutionStore openPatiently() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return open();
            } catch (StoreException busy) {
                if (System.nanoTime() > end) {
                    throw busy;
                }
            }
        }
    }

    /** A connection to it, for whoever wants to see or to do what no store does. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(kind == Kind.SQLITE ? "jdbc:sqlite:" + where : where);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case MEMORY -> MEMORY;
            case SQLITE -> SQLITE + where;
            case POSTGRESQL -> POSTGRESQL + where;
        };
    }
}
