package dev.asl4j.runtime.internal;

import org.jspecify.annotations.Nullable;

/** Whether this thread is taking a turn of some execution, listeners included. */
final class TurnThread {
    private static final ThreadLocal<@Nullable Boolean> TAKING = new ThreadLocal<>();

    private TurnThread() {}

    /** Whether it is: then it must not wait for a turn. */
    static boolean isTaking() {
        return TAKING.get() != null;
    }

    /** A turn begins; gives whether this is not inside of another one. */
    static boolean begin() {
        boolean outermost = TAKING.get() == null;
        if (outermost) {
            TAKING.set(true);
        }
        return outermost;
    }

    /** What is done in the rest of the turn may wait for turns: nobody but handlers is called. */
    static void pause() {
        TAKING.remove();
    }

    /**
     * It is over.
     *
     * @param outermost as {@link #begin} gave it
     */
    static void end(boolean outermost) {
        if (outermost) {
            TAKING.remove();
        }
    }
}
