package dev.asl4j.jdbc;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Connections to SQLite that are kept open: several to read, or one to write, with the lock that all who write in this JVM take. */
final class SqliteLane implements Lane {
    private final Opening opening;
    private final @Nullable Lock writing;
    private final Semaphore permits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Link> idle = new ArrayDeque<>(); // guarded by lock
    private boolean closed; // guarded by lock

    /** Opens a connection. */
    @FunctionalInterface
    interface Opening {
        Link open(boolean readOnly) throws SQLException;
    }

    private SqliteLane(Opening opening, @Nullable Lock writing, int size) {
        this.opening = opening;
        this.writing = writing;
        this.permits = new Semaphore(size, true);
    }

    static SqliteLane writing(Opening opening, Lock writing) {
        return new SqliteLane(opening, writing, 1);
    }

    static SqliteLane reading(Opening opening, int size) {
        return new SqliteLane(opening, null, size);
    }

    @Override
    public <T> T transact(Work<T> work) throws SQLException {
        if (writing == null) {
            return use(link -> inTransaction(link, work));
        }
        writing.lock();
        try {
            return use(link -> inTransaction(link, work));
        } finally {
            writing.unlock();
        }
    }

    @Override
    public <T> T read(Work<T> work) throws SQLException {
        return use(work);
    }

    @Override
    public <T> T readMany(Work<T> work) throws SQLException {
        return use(work);
    }

    private static <T> T inTransaction(Link link, Work<T> work) throws SQLException {
        link.execute("BEGIN IMMEDIATE");
        T result = work.on(link);
        try {
            link.execute("COMMIT");
        } catch (SQLException e) {
            throw new UncertainCommitException(e);
        }
        return result;
    }

    private <T> T use(Work<T> work) throws SQLException {
        permits.acquireUninterruptibly();
        try {
            Link link = take();
            boolean good = false;
            try {
                T result = work.on(link);
                good = true;
                return result;
            } finally {
                if (good) {
                    giveBack(link);
                } else {
                    link.close(); // and with it ends the transaction
                }
            }
        } finally {
            permits.release();
        }
    }

    private Link take() throws SQLException {
        lock.lock();
        try {
            if (closed) {
                throw new SQLException("the store is closed");
            }
            Link link = idle.poll();
            if (link != null) {
                return link;
            }
        } finally {
            lock.unlock();
        }
        return opening.open(writing == null);
    }

    private void giveBack(Link link) {
        lock.lock();
        try {
            if (!closed) {
                idle.push(link);
                return;
            }
        } finally {
            lock.unlock();
        }
        link.close();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            idle.forEach(Link::close);
            idle.clear();
        } finally {
            lock.unlock();
        }
    }
}
