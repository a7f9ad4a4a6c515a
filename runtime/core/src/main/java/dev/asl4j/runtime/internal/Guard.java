package dev.asl4j.runtime.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands by while a thread calls handlers in its turn though other frames of the execution could go on meanwhile. If one of them lasts, it
 * has somebody else go on.
 */
final class Guard {
    /** A task whose calls are fewer than that from one look to the next, while one is always under way, is not as quick as it was. */
    private static final int FEW = 8;

    private final BiConsumer<PlainCall, CompletableFuture<TaskAttempt>> lasts;
    private final AtomicReference<@Nullable PlainCall> underWay = new AtomicReference<>();
    private int calls; // written by the calling thread; the other one may read an old value

    private @Nullable PlainCall seen; // of the watch, as below
    private int callsSeen;

    /**
     * No call is under way.
     *
     * @param lasts is told of a call that lasts, on a thread that must not be kept, and tells what has become of it: from then on the
     *     execution is not the caller's
     */
    Guard(BiConsumer<PlainCall, CompletableFuture<TaskAttempt>> lasts) {
        this.lasts = lasts;
    }

    /**
     * Lets a frame go on without telling, unless somebody wants to hear of it, and call handlers, unless somebody stands before them or the host
     * has them called elsewhere.
     *
     * @param moves so many at most
     */
    static void free(Driver driver, RunningFrame frame, int moves) {
        boolean free = driver.history().isSilent() && frame.visit().isPlain();
        Quotas quotas = driver.quotas();
        int events = free
                ? (int) Math.min(2L * moves, quotas.freeEvents(driver.history().last()))
                : 0;
        Host host = driver.host();
        boolean calls = free && driver.settings().interceptor() == null && host.performsPlainCalls();
        boolean alone = calls && driver.isAlone();
        @Nullable Guard guard = !calls || alone ? null : host.guard();
        frame.view().freely(events, quotas.freeBytes(), alone || guard != null, guard);
    }

    /** A handler is about to be called. */
    void begin(PlainCall call) {
        calls++;
        underWay.setRelease(call);
    }

    /** It is over; gives whether the execution is still the caller's. */
    boolean end(PlainCall call) {
        return underWay.compareAndSet(call, null);
    }

    /** Looks whether the call lasts that was under way when this was called before. */
    void look() {
        @Nullable PlainCall call = underWay.get();
        int sinceThen = calls - callsSeen;
        if (call != null && seen != null && sinceThen < FEW) {
            call.task().lasts();
        }
        if (call != null && call == seen) {
            CompletableFuture<TaskAttempt> fate = call.lasts();
            if (underWay.compareAndSet(call, null)) {
                lasts.accept(call, fate);
            }
        }
        callsSeen = calls;
        seen = call;
    }
}
