package dev.asl4j.runtime.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The executions of an engine: those that run, and the last ones that have ended, by name; children of distributed Maps are only
 * counted. Whoever closes the engine waits here.
 */
final class Registry {
    private final int retained;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allEnded = lock.newCondition();
    private final Map<Key, EngineExecution> executions = new HashMap<>(); // guarded by lock, as all below
    private final ArrayDeque<Key> ended = new ArrayDeque<>();
    private int running;
    private boolean closing;
    private boolean closed;

    Registry(int retained) {
        this.retained = retained;
    }

    /**
     * Adds an execution, unless the name is taken.
     *
     * @param isNested another execution starts it, which is still waited for when the engine is being closed
     * @param creation makes the execution
     * @throws IllegalStateException if the engine is closed
     */
    Place add(String machine, String name, boolean isNested, Supplier<EngineExecution> creation) {
        Key key = new Key(machine, name);
        lock.lock();
        try {
            if (closed || (closing && !isNested)) {
                throw new IllegalStateException("the engine is closed");
            }
            @Nullable EngineExecution existing = executions.get(key);
            if (existing != null) {
                return new Place(existing, false);
            }
            EngineExecution execution = creation.get();
            executions.put(key, execution);
            running++;
            return new Place(execution, true);
        } finally {
            lock.unlock();
        }
    }

    /** A child of a distributed Map was started. */
    void childStarted() {
        lock.lock();
        try {
            running++;
        } finally {
            lock.unlock();
        }
    }

    /** It has ended. */
    void childEnded() {
        lock.lock();
        try {
            countEnd();
        } finally {
            lock.unlock();
        }
    }

    /** An execution has ended; the one that ended longest ago is forgotten if there are too many. */
    void ended(EngineExecution execution) {
        lock.lock();
        try {
            ended.add(Key.of(execution));
            if (ended.size() > retained) {
                executions.remove(ended.remove());
            }
            countEnd();
        } finally {
            lock.unlock();
        }
    }

    /** The execution of that name; null if there is none. */
    @Nullable
    EngineExecution find(String machine, String name) {
        lock.lock();
        try {
            return executions.get(new Key(machine, name));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Refuses new executions from outside, and waits until all have ended.
     *
     * @param patience how long, by the system's clock; null means without limit
     */
    void awaitEnd(@Nullable Duration patience) throws InterruptedException {
        lock.lock();
        try {
            closing = true;
            long left = patience == null ? Long.MAX_VALUE : patience.toNanos();
            while (running > 0 && left > 0) {
                left = allEnded.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Refuses all new executions; gives those that still run. */
    List<EngineExecution> close() {
        lock.lock();
        try {
            closed = true;
            List<EngineExecution> open = new ArrayList<>(executions.values());
            open.removeIf(execution -> execution.result().isDone());
            return open;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all have ended; gives whether this thread was interrupted meanwhile. */
    boolean awaitCompletions() {
        lock.lock();
        try {
            while (running > 0) {
                allEnded.awaitUninterruptibly();
            }
            return Thread.interrupted();
        } finally {
            lock.unlock();
        }
    }

    private void countEnd() {
        if (--running == 0) {
            allEnded.signalAll();
        }
    }

    /** An execution, and whether it was added now. */
    record Place(EngineExecution execution, boolean isNew) {}

    private record Key(String machine, String name) {
        static Key of(EngineExecution execution) {
            return new Key(execution.identity().machine(), execution.identity().name());
        }
    }
}
