package dev.asl4j.runtime.internal;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

// Size: handlers and threads find each other here, under one lock.

/**
 * The threads of an engine's handlers: so many at the same time, the others wait for their turn. A handler that waits for another
 * execution is not counted while it does. Threads of the operating system do what follows upon the end of a handler, and run the handler
 * to which that leads: the way to other threads takes longer than the rest of a step. Virtual threads do not, as commits would pin them.
 *
 * <p>Of threads of the operating system one is woken at a time, and wakes the next one, if there is more to be done, before it begins:
 * so no handler waits for the end of another one, but many that are short are done by those who are awake.
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
    private final ArrayDeque<Runnable> ready =
            new ArrayDeque<>(); // those among the running ones that have no thread so far
    private boolean coming; // whether a thread is on its way to them
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

    /** Lets this thread, which has other things to do as well, run handlers for a while; null if there is no room for another one that does. */
    @Nullable
    Place takePlace() {
        @Nullable Worker known = HERE.get();
        if (known != null) {
            return known.owner == this && known.phase == Phase.AFTERWARDS ? new Place(known, true) : null;
        }
        synchronized (this) {
            if (closed || running >= most || !waiting.isEmpty()) {
                return null;
            }
            running++;
        }
        Worker guest = new Worker(this);
        HERE.set(guest);
        return new Place(guest, false);
    }

    synchronized boolean areSeveralRunning() {
        return running > 1;
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
            ready.clear();
        }
        threads.shutdownNow();
    }

    boolean awaitEnd(long seconds) throws InterruptedException {
        return threads.awaitTermination(seconds, TimeUnit.SECONDS);
    }

    private void begin(Runnable handler) {
        boolean begun = false;
        try {
            if (areVirtual) {
                threads.execute(() -> work(handler));
            } else {
                beginReady(handler);
            }
            begun = true;
        } finally {
            if (!begun) {
                next();
            }
        }
    }

    private void beginReady(Runnable handler) {
        synchronized (this) {
            ready.add(handler);
            if (coming) {
                return;
            }
            coming = true;
        }
        try {
            threads.execute(this::serve);
        } catch (OutOfMemoryError noThread) {
            if (!isTaken(handler, true)) {
                throw noThread;
            }
        } catch (RejectedExecutionException shutDown) {
            if (!isTaken(handler, false)) {
                throw shutDown;
            }
        }
    }

    /**
     * There is no thread to be had. Whether the handler has one all the same, or may wait for one of those that there are; otherwise it is
     * not ready any more.
     */
    private synchronized boolean isTaken(Runnable handler, boolean mayWait) {
        coming = false;
        return (mayWait && running > ready.size()) || !ready.remove(handler);
    }

    /** What a thread does that was woken. */
    private void serve() {
        @Nullable Runnable first;
        synchronized (this) {
            coming = false;
            first = ready.poll();
        }
        if (first != null) {
            work(first);
        }
    }

    private void work(Runnable first) {
        Worker worker = new Worker(this);
        HERE.set(worker);
        try {
            @Nullable Runnable handler = first;
            while (handler != null) {
                wakeAnother();
                perform(handler);
                Thread.interrupted(); // meant for the handler that is over
                handler = endOrNext(worker.finish());
            }
        } finally {
            HERE.remove();
        }
    }

    /** This thread is about to run a handler, however long that takes: others are for another thread. */
    private void wakeAnother() {
        synchronized (this) {
            if (ready.isEmpty() || coming) {
                return;
            }
            coming = true;
        }
        boolean called = false;
        try {
            threads.execute(this::serve);
            called = true;
        } catch (OutOfMemoryError | RejectedExecutionException noThread) {
            LOG.log(System.Logger.Level.DEBUG, "Handlers wait for a thread.", noThread);
        } finally {
            if (!called) {
                synchronized (this) {
                    coming = false;
                }
            }
        }
    }

    private static void perform(Runnable handler) {
        try {
            handler.run();
        } catch (Throwable fault) { // it has told of its failure, or could not: the next one is to run all the same
            LOG.log(System.Logger.Level.ERROR, "A handler's end could not be told.", fault);
        }
    }

    /**
     * A handler has ended; the one that this thread runs next, or null if there is none.
     *
     * @param own the handler that this thread has before others; null if it has none
     */
    private synchronized @Nullable Runnable endOrNext(@Nullable Runnable own) {
        if (own != null && !closed) {
            waiting.addFirst(own);
        }
        Runnable next = own == null ? ready.poll() : null;
        if (next == null && running <= most) {
            next = waiting.poll();
            running += next == null ? 0 : 1;
        }
        running--;
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

    /** One of so many who may run handlers at a time. Of the thread that has taken it. */
    final class Place {
        private final Worker worker;
        private final boolean handlerThread;

        private Place(Worker worker, boolean handlerThread) {
            this.worker = worker;
            this.handlerThread = handlerThread;
            worker.phase = Phase.HANDLER;
        }

        /** Whether the thread is one that has its handlers from here. */
        boolean isHandlerThread() {
            return handlerThread;
        }

        void giveBack() {
            if (handlerThread) {
                worker.phase = Phase.AFTERWARDS;
            } else {
                HERE.remove();
                next();
            }
        }
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
