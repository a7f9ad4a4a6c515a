package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Stands by while a thread calls handlers in its turn though others could go on meanwhile. If one of them lasts, somebody else goes
 * on. A guard is {@linkplain #take taken} for a while and {@linkplain #giveBack given back}; the {@linkplain Watch watch} goes on looking
 * at it for some time, so that it need not be told each time.
 */
final class Guard extends Watched {
    /** A task whose calls are fewer than that from one look to the next, while one is always under way, is not as quick as it was. */
    private static final int FEW = 8;

    /** Those that nobody has: a power of two. */
    private static final AtomicReferenceArray<@Nullable Guard> FREE = new AtomicReferenceArray<>(16);

    private final AtomicReference<@Nullable PlainCall> underWay = new AtomicReference<>();
    private @Nullable Caller caller; // read only while a call is under way
    private @Nullable PlainCall current; // of the calling thread: also one with which another thread goes on
    private int calls; // written by the calling thread; the other one may read an old value

    private @Nullable PlainCall seen; // of the watch, as below
    private int callsSeen;

    private Guard() {}

    /**
     * Lets a frame go on without telling, unless somebody wants to hear of it, and call handlers, unless somebody stands before them.
     *
     * @param moves so many at most
     */
    static void free(Driver driver, RunningFrame frame, int moves) {
        boolean free = driver.history().isSilent() && frame.visit().isPlain();
        Quotas quotas = driver.quotas();
        int events = free
                ? (int) Math.min(2L * moves, quotas.freeEvents(driver.history().last()))
                : 0;
        boolean calls = free && driver.settings().interceptor() == null;
        boolean alone = calls && driver.host().performsPlainCalls() && driver.isAlone();
        frame.view().freely(events, quotas.freeBytes(), calls, alone);
    }

    /** One for this thread. */
    static Guard take(Caller caller) {
        @Nullable Guard free = FREE.getAndSet(placeOfThread(), null);
        Guard taken = free == null ? new Guard() : free;
        taken.caller = caller;
        return taken;
    }

    /** This thread needs it no longer. */
    void giveBack() {
        caller = null;
        FREE.set(placeOfThread(), this);
    }

    private static int placeOfThread() {
        return (int) Thread.currentThread().getId() & (FREE.length() - 1);
    }

    /** A handler is about to be called. */
    void begin(PlainCall call) {
        calls++;
        current = call;
        underWay.setRelease(call);
        beWatched();
    }

    /** The call that this thread is in, be it that another thread goes on; null if it is in none. */
    @Nullable
    PlainCall current() {
        return current;
    }

    /**
     * It is over.
     *
     * @param result null if it failed
     * @param failure null if it gave a result
     * @return whether the execution is still this thread's; otherwise whoever goes on with it is told
     */
    boolean end(PlainCall call, @Nullable JsonNode result, @Nullable Failure failure) {
        current = null;
        return underWay.compareAndSet(call, null)
                || !Objects.requireNonNull(caller).isOverElsewhere(call, result, failure);
    }

    /** The handler asks for what only an attempt like any other has, unless that is what it is already. */
    void leave(PlainCall call) {
        if (underWay.compareAndSet(call, null)) {
            Objects.requireNonNull(caller).leave(call);
        }
    }

    @Override
    boolean lookAfter() {
        @Nullable PlainCall call = underWay.get();
        int sinceThen = calls - callsSeen;
        if (call != null && seen != null && sinceThen < FEW) {
            call.task().lasts();
        }
        if (call != null && call == seen) {
            leave(call);
        }
        callsSeen += sinceThen;
        seen = call;
        return call != null || sinceThen != 0;
    }

    /** Who calls handlers in a turn. */
    interface Caller {
        /** A call lasts: has another thread go on, which tells the call what it has become. From any thread. */
        void leave(PlainCall call);

        /**
         * A call that lasted is over: has the execution told, on a turn of whoever goes on with it.
         *
         * @param failure null if there is a result
         * @return whether anybody else goes on with it
         */
        boolean isOverElsewhere(PlainCall call, @Nullable JsonNode result, @Nullable Failure failure);
    }
}
