package dev.asl4j.runtime.internal;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of an engine's handlers: so many at the same time, the others wait for their turn. A handler that waits for another
 * execution is not counted while it does. Threads of the operating system do what follows upon the end of a handler, and run the handler
 * to which that leads: the way to other threads takes longer than the rest of a step. Virtual threads do not, as commits would pin them.
 */
final class Handlers implements Executor {
    private static final System.Logger LOG = System.getLogger(Handlers.class.getName());
    private static final ThreadLocal<@Nullable Worker> HERE = new ThreadLocal<>();

    private final boolean areVirtual = HandlerThreads.areVirtual();
    private final ExecutorService threads = HandlerThreads.create();
    private final int most;
    private final Runnable awaits;
    private final AtomicInteger away = new AtomicInteger();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(); // guarded by this, as all below
    private int running;
    private boolean closed;

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
        @Nullable Worker here = here();
        synchronized (this) {
            if (waiting.isEmpty() && here != null && here.takeNext(handler)) {
                return;
            }
            if (running >= most) {
                waiting.add(handler);
                return;
            }
            running++;
        }
        begin(handler);
    }

    private @Nullable Worker here() {
        @Nullable Worker here = HERE.get();
        return here == null || here.owner != this ? null : here;
    }

    /** Has something said by a thread that is done with its handler, if it runs one; see {@link #afterwards}. */
    void sayLast(Runnable word) {
        @Nullable Worker here = areVirtual ? null : here();
        if (here == null || here.phase != Phase.HANDLER) {
            word.run();
            return;
        }
        here.phase = Phase.LAST_WORD;
        try {
            word.run();
        } finally {
            here.phase = Phase.HANDLER;
        }
    }

    /** Has this thread do something when its handler is over, if it is {@linkplain #sayLast saying} its last word; otherwise gives false. */
    boolean afterwards(Runnable work) {
        @Nullable Worker here = here();
        if (here == null || here.phase != Phase.LAST_WORD || here.afterwards != null) {
            return false;
        }
        here.afterwards = work;
        return true;
    }

    /** This thread, if it runs a handler, is about to wait for another execution; gives whether it is one. */
    boolean leave() {
        if (here() == null) {
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
            closed = true;
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
        Worker worker = new Worker(this);
        HERE.set(worker);
        try {
            @Nullable Runnable handler = first;
            while (handler != null) {
                perform(handler);
                Thread.interrupted(); // meant for the handler that is over
                handler = pollOrStop(worker.finish());
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

    /** @param own the handler that this thread has before others; null if it has none */
    private synchronized @Nullable Runnable pollOrStop(@Nullable Runnable own) {
        if (own != null && !closed) {
            waiting.addFirst(own);
        }
        Runnable next = running > most ? null : waiting.poll();
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

    private enum Phase {
        HANDLER,
        LAST_WORD,
        AFTERWARDS
    }

    /** A thread with its handler, and what comes after it. Of that thread. */
    private static final class Worker {
        private final Handlers owner;
        private Phase phase = Phase.HANDLER;
        private @Nullable Runnable afterwards;
        private @Nullable Runnable next;

        Worker(Handlers owner) {
            this.owner = owner;
        }

        /** Runs that handler next, if this thread is about to be free. */
        boolean takeNext(Runnable handler) {
            if (phase != Phase.AFTERWARDS || next != null) {
                return false;
            }
            next = handler;
            return true;
        }

        /** Does what comes after the handler; gives the next one that this has led to. */
        @Nullable
        Runnable finish() {
            @Nullable Runnable work = afterwards;
            if (work == null) {
                return null;
            }
            afterwards = null;
            phase = Phase.AFTERWARDS;
            perform(work);
            phase = Phase.HANDLER;
            @Nullable Runnable found = next;
            next = null;
            return found;
        }
    }
}
