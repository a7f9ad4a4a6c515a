package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.ExecutionLimitExceededException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Who may still start executions, and how many have not ended of those that are only here. Whoever closes the engine waits here. */
final class Gate {
    private final boolean counting;
    private final int mostOpen;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allEnded = lock.newCondition();
    private int open; // guarded by lock, as all below
    private boolean closing;
    private boolean closed;

    /**
     * An open gate.
     *
     * @param counting whether executions end with the engine, so that it waits for them: not if others can take them up
     * @param mostOpen so many there may be of those it waits for
     */
    Gate(boolean counting, int mostOpen) {
        this.counting = counting;
        this.mostOpen = mostOpen;
    }

    /**
     * One is to be started.
     *
     * @param isNested by another one, which is still waited for when the engine is being closed
     * @throws IllegalStateException if the engine is closed
     * @throws ExecutionLimitExceededException if there are too many
     */
    void enter(boolean isNested) {
        lock.lock();
        try {
            if (closed || (closing && !isNested)) {
                throw new IllegalStateException("the engine is closed");
            }
            if (counting && open >= mostOpen) {
                throw new ExecutionLimitExceededException(mostOpen);
            }
            open += counting ? 1 : 0;
        } finally {
            lock.unlock();
        }
    }

    /** One that had left goes on. */
    void reenter() {
        lock.lock();
        try {
            open += counting ? 1 : 0;
        } finally {
            lock.unlock();
        }
    }

    /** One has ended, was not started, or will not go on. */
    void leave() {
        lock.lock();
        try {
            if (open > 0 && --open == 0) {
                allEnded.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nobody needs to wait for those that have not ended. */
    void forget() {
        lock.lock();
        try {
            open = 0;
            allEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses new executions from outside. */
    void closing() {
        lock.lock();
        try {
            closing = true;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses all new executions; false if it did before. */
    boolean close() {
        lock.lock();
        try {
            boolean first = !closed;
            closed = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all have ended.
     *
     * @param patience how long, by the system's clock; null means without limit
     * @return whether they have
     */
    boolean awaitEnd(@Nullable Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience == null ? Long.MAX_VALUE : TimeUnit.NANOSECONDS.convert(patience);
            while (open > 0 && left > 0) {
                left = allEnded.awaitNanos(left);
            }
            return open == 0;
        } finally {
            lock.unlock();
        }
    }
}
