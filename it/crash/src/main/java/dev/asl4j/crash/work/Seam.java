package dev.asl4j.crash.work;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Where a process can be made to die: at the n-th time that it passes a point. */
public final class Seam {
    private static final int KILLED = 137;

    private final @Nullable Point point;
    private final int time;
    private final AtomicInteger passed = new AtomicInteger();

    private Seam(@Nullable Point point, int time) {
        this.point = point;
        this.time = time;
    }

    /** The points. */
    public enum Point {
        /** A turn is about to be committed. */
        BEFORE_COMMIT,
        /** A turn is durable; the engine has not heard of it. */
        COMMITTED,
        /** The engine has heard of it, and has begun the effects. */
        TOLD,
        /** A turn that gives the execution out of memory is about to be committed. */
        BEFORE_RELEASE,
        /** It is durable. */
        RELEASED,
        /** A turn that ends the execution is about to be committed. */
        BEFORE_END,
        /** It is durable. */
        ENDED,
        /** Executions are about to be claimed. */
        BEFORE_CLAIM,
        /** They are held. */
        CLAIMED,
        /** A message is about to be sent. */
        BEFORE_SEND,
        /** It is in the mailbox. */
        SENT,
        /** A handler was called. */
        HANDLER_CALLED,
        /** Its work is done. */
        HANDLER_DONE,
        /** A worker has polled the task of an activity. */
        POLLED
    }

    /** Nothing happens. */
    public static Seam none() {
        return new Seam(null, 0);
    }

    /** {@code COMMITTED:17}, say: the process ends the 17th time; empty: nothing happens. */
    public static Seam of(String text) {
        if (text.isEmpty()) {
            return none();
        }
        String[] parts = text.split(":", 2);
        return new Seam(Point.valueOf(parts[0]), Integer.parseInt(parts[1]));
    }

    /** The process passes a point. No hook runs, nothing is flushed, no lock is given back: as with {@code kill -9}. */
    public void pass(Point here) {
        if (here == point && passed.incrementAndGet() == time) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
