package dev.asl4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Connections to PostgreSQL: one from the pool for each use, or one that is kept. */
final class PostgresLane implements Lane {
    private final Opening opening;
    private final boolean keeps;
    private final ReentrantLock lock = new ReentrantLock(); // of a lane that keeps its connection
    private @Nullable Link kept; // guarded by lock

    /** Gets a connection. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    private PostgresLane(Opening opening, boolean keeps) {
        this.opening = opening;
        this.keeps = keeps;
    }

    static PostgresLane pooled(Opening opening) {
        return new PostgresLane(opening, false);
    }

    static PostgresLane keeping(Opening opening) {
        return new PostgresLane(opening, true);
    }

    @Override
    public <T> T transact(Work<T> work) throws SQLException {
        return use(link -> inTransaction(link, work));
    }

    @Override
    public <T> T read(Work<T> work) throws SQLException {
        return use(work);
    }

    @Override
    public <T> T readMany(Work<T> work) throws SQLException {
        return transact(work); // only there the server hands out rows little by little
    }

    private static <T> T inTransaction(Link link, Work<T> work) throws SQLException {
        Connection connection = link.connection();
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
        }
        T result = work.on(link);
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new UncertainCommitException(e);
        }
        return result;
    }

    private <T> T use(Work<T> work) throws SQLException {
        return keeps ? useKept(work) : usePooled(work);
    }

    private <T> T usePooled(Work<T> work) throws SQLException {
        Link link = new PostgresLink(opening.open());
        boolean good = false;
        try {
            T result = work.on(link);
            good = true;
            return result;
        } finally {
            giveBack(link, good);
        }
    }

    private static void giveBack(Link link, boolean good) {
        try {
            if (!good) {
                rollback(link);
            }
            if (!link.connection().getAutoCommit()) {
                link.connection().setAutoCommit(true);
            }
        } catch (SQLException e) {
            // it is broken, and the pool finds out
        } finally {
            link.close();
        }
    }

    private <T> T useKept(Work<T> work) throws SQLException {
        lock.lock();
        try {
            Link link = kept == null ? new PostgresLink(opening.open()) : kept;
            kept = link;
            boolean good = false;
            try {
                T result = work.on(link);
                good = true;
                return result;
            } finally {
                if (!good && !rollback(link)) {
                    kept = null;
                    link.close();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the transaction; whether the connection is good for another one. */
    private static boolean rollback(Link link) {
        try {
            if (!link.connection().getAutoCommit()) {
                link.connection().rollback();
            }
            return !link.connection().isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (kept != null) {
                kept.close();
                kept = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
