package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Environment;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the environment whether one run or engine is busy: as long as a message is queued or being worked on, or a
 * handler runs, each of which is one unit.
 */
public final class Activity {
    private static final ThreadLocal<@Nullable Activity> OF_HANDLER = new ThreadLocal<>();

    private final Environment environment;
    private final AtomicInteger units = new AtomicInteger();
    private volatile @Nullable Elsewhere elsewhere; // null as long as no handler was called on another thread
    private volatile boolean awaited;

    Activity(Environment environment) {
        this.environment = environment;
    }

    /** Whether this thread is running a task handler. */
    public static boolean isHandlerThread() {
        return OF_HANDLER.get() != null;
    }

    void begin() {
        if (units.getAndIncrement() == 0) {
            environment.busy();
        }
    }

    void end() {
        if (units.decrementAndGet() == 0) {
            environment.idle();
        }
        tellIfQuiet();
    }

    /**
     * Waits until nothing is worked on, and no handler or stage of one is under way whose result may come and count: not if its time is
     * over, and not if it waits for another execution, which may go on elsewhere.
     *
     * @param patience how long, by the system's clock; null means without limit
     */
    void awaitQuiet(@Nullable Duration patience) throws InterruptedException {
        Elsewhere handlers = elsewhere();
        handlers.lock.lock();
        try {
            awaited = true;
            long left = patience == null ? Long.MAX_VALUE : TimeUnit.NANOSECONDS.convert(patience);
            while (!isQuiet(handlers) && left > 0) {
                left = handlers.quiet.awaitNanos(left);
            }
        } finally {
            handlers.lock.unlock();
        }
    }

    private boolean isQuiet(Elsewhere handlers) {
        int busy = units.get(); // read first: who has returned since counts as busy
        return busy
                        <= handlers.handled.stream()
                                .filter(TaskAttempt::isCancelled)
                                .count()
                && handlers.calls.stream().noneMatch(call -> !call.isCancelled() && call.child() == 0);
    }

    private void tellIfQuiet() {
        if (awaited && isQuiet(elsewhere())) {
            Elsewhere handlers = elsewhere();
            handlers.lock.lock();
            try {
                handlers.quiet.signalAll();
            } finally {
                handlers.lock.unlock();
            }
        }
    }

    private Elsewhere elsewhere() {
        @Nullable Elsewhere made = elsewhere;
        if (made == null) {
            synchronized (this) {
                made = elsewhere;
                if (made == null) {
                    made = new Elsewhere();
                    elsewhere = made;
                }
            }
        }
        return made;
    }

    /** Runs a handler on another thread, as a unit of its own, and posts the message about it. */
    void launch(TaskAttempt attempt, Executor handlers, Host host) {
        begin();
        Elsewhere elsewhere = elsewhere();
        elsewhere.calls.add(attempt);
        elsewhere.handled.add(attempt);
        Consumer<Message.TaskDone> done = message -> {
            host.postLast(message);
            called(attempt);
        };
        Consumer<Message.TaskDone> late = message -> {
            host.post(message);
            called(attempt);
        };
        try {
            handlers.execute(() -> {
                try {
                    if (host.isCurrent()) {
                        long begin = SystemEnvironment.nanoseconds();
                        perform(attempt, done, late);
                        attempt.call().task().took(SystemEnvironment.nanoseconds() - begin);
                    } else {
                        called(attempt); // by whoever has the execution now
                    }
                } finally {
                    elsewhere.handled.remove(attempt);
                    end();
                }
            });
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            elsewhere.handled.remove(attempt);
            late.accept(new Message.TaskDone(attempt, null, HandlerFailure.of(noThread)));
            end();
        }
    }

    private void called(TaskAttempt attempt) {
        elsewhere().calls.remove(attempt);
        tellIfQuiet();
    }

    /** Does something that may block on another thread, as a unit of its own; here if there is none. */
    void work(Runnable work, Executor handlers) {
        begin();
        Runnable unit = () -> {
            try {
                work.run();
            } finally {
                end();
            }
        };
        try {
            handlers.execute(unit);
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            unit.run();
        }
    }

    private void perform(TaskAttempt attempt, Consumer<Message.TaskDone> done, Consumer<Message.TaskDone> late) {
        OF_HANDLER.set(this);
        try {
            attempt.perform(done, late);
        } finally {
            OF_HANDLER.remove();
        }
    }

    /**
     * From now on this thread runs handlers as part of a unit of the caller's.
     *
     * @return the activity whose handler it is running, if a run begins inside that handler; see {@link #leave}. While the inner run lasts
     *     it decides whether this thread is busy: otherwise time would wait for the handler, and the handler for time.
     */
    @Nullable
    Activity enter() {
        @Nullable Activity outer = OF_HANDLER.get();
        OF_HANDLER.set(this);
        return outer;
    }

    /** The thread does what it did before. */
    static void leave(@Nullable Activity outer) {
        OF_HANDLER.set(outer); // null is as good as nothing there, and the next run need not make a place again
    }

    /** The handlers that are called on other threads, and whoever waits for their end. */
    private static final class Elsewhere {
        private final Set<TaskAttempt> calls = ConcurrentHashMap.newKeySet(); // until their results are there
        private final Set<TaskAttempt> handled = ConcurrentHashMap.newKeySet(); // by handlers that have not returned
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition quiet = lock.newCondition();
    }
}
