package dev.asl4j.runtime.spi;

import java.time.Instant;
import java.util.UUID;

/**
 * The one seam for time, ids and randomness. All methods may be called from any thread.
 *
 * <p>{@link #busy} and {@link #idle} let an environment keep a time of its own: a run or an engine is busy while a turn
 * of an execution is queued or running or a task handler works, and idle when it can only go on once a timer is due.
 */
public interface Environment {
    /** The time. */
    Instant now();

    /** A new id, for executions, requests and {@code States.UUID}. */
    UUID newId();

    /** A number from 0 (inclusive) to 1 (exclusive), for jitter and {@code States.MathRandom}. */
    double random();

    /**
     * Runs a short action, which must not block, once the time is reached.
     *
     * @param due when; a past instant means at once
     */
    Timer schedule(Instant due, Runnable action);

    /** One run or engine began to work. Calls of {@code busy} and {@link #idle} come in pairs per run or engine. */
    default void busy() {}

    /** That run or engine can only go on when a timer is due, or is done. */
    default void idle() {}

    /** A scheduled action. */
    @FunctionalInterface
    interface Timer {
        /** Takes the action back if it has not begun; otherwise does nothing. */
        void cancel();
    }
}
