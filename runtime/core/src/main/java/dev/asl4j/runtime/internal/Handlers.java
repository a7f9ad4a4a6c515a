package dev.asl4j.runtime.internal;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of an engine's handlers: so many at the same time, the others wait for their turn. A handler that waits for another
 * execution is not counted while it does.
 */
final class Handlers implements Executor {
    private static final System.Logger LOG = System.getLogger(Handlers.class.getName());
    private static final ThreadLocal<@Nullable Handlers> HERE = new ThreadLocal<>();

    private final ExecutorService threads = HandlerThreads.create();
    private final int most;
    private final Runnable awaits;
    private final AtomicInteger away = new AtomicInteger();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(); // guarded by this, as all below
    private int running;

    /**
     * No thread so far.
     *
     * @param most so many handlers run at the same time
     * @param awaits is told of each that begins to wait for another execution
     */
    Handlers(int most, Runnable awaits) {
        this.most = most;
        this.awaits = awaits;
    }

    @Override
    public void execute(Runnable handler) {
        synchronized (this) {
            if (running >= most) {
                waiting.add(handler);
                return;
            }
            running++;
        }
        begin(handler);
    }

    /** This thread, if it runs a handler, is about to wait for another execution; gives whether it is one. */
    boolean leave() {
        if (HERE.get() != this) {
            return false;
        }
        away.incrementAndGet();
        next();
        awaits.run();
        return true;
    }

    /** It has waited, and counts again. */
    void enter(boolean left) {
        if (left) {
            away.decrementAndGet();
            synchronized (this) {
                running++;
            }
        }
    }

    /** So many wait for another execution. */
    int away() {
        return away.get();
    }

    /** Handlers that have not begun never will; the others are interrupted. */
    void shutdownNow() {
        synchronized (this) {
            waiting.clear();
        }
        threads.shutdownNow();
    }

    boolean awaitEnd(long seconds) throws InterruptedException {
        return threads.awaitTermination(seconds, TimeUnit.SECONDS);
    }

    private void begin(Runnable handler) {
        boolean begun = false;
        try {
            threads.execute(() -> run(handler));
            begun = true;
        } catch (OutOfMemoryError noThread) {
            if (!postpone(handler)) {
                throw noThread;
            }
            begun = true;
        } finally {
            if (!begun) {
                next();
            }
        }
    }

    /** There is no thread to be had: it waits for one of those that there are. False if there are none. */
    private synchronized boolean postpone(Runnable handler) {
        if (running <= 1) {
            return false;
        }
        running--;
        waiting.addFirst(handler);
        return true;
    }

    private void run(Runnable first) {
        HERE.set(this);
        try {
            @Nullable Runnable handler = first;
            while (handler != null) {
                perform(handler);
                Thread.interrupted(); // meant for the handler that is over
                handler = pollOrStop();
            }
        } finally {
            HERE.remove();
        }
    }

    private static void perform(Runnable handler) {
        try {
            handler.run();
        } catch (Throwable fault) { // it has told of its failure, or could not: the next one is to run all the same
            LOG.log(System.Logger.Level.ERROR, "A handler's end could not be told.", fault);
        }
    }

    private synchronized @Nullable Runnable pollOrStop() {
        @Nullable Runnable next = running > most ? null : waiting.poll();
        if (next == null) {
            running--;
        }
        return next;
    }

    private void next() {
        Runnable next;
        synchronized (this) {
            if (running > most || waiting.isEmpty()) {
                running--;
                return;
            }
            next = waiting.remove();
        }
        begin(next);
    }
}
