package dev.asl4j.runtime.internal;

import java.util.concurrent.TimeUnit;

/**
 * How much one turn of an execution may do until it is cut, so that other executions, stops and timers get theirs: some transitions, and more
 * as long as they take little time, since each cut is a commit.
 */
final class Slice {
    private static final int TRANSITIONS = 512;

    /** So many times {@link #TRANSITIONS} at most, as what they bring about is kept in memory until the turn is over. */
    private static final int MOST = 8;

    private static final long BRIEF = TimeUnit.MICROSECONDS.toNanos(250);

    private int left;
    private int parts;
    private long since; // the end of the first part

    /** A turn begins. */
    void begin() {
        left = TRANSITIONS;
        parts = 1;
    }

    /** Takes a transition; gives whether there was none left. */
    boolean isUsedUp() {
        return left-- <= 0 && !isExtended();
    }

    private boolean isExtended() {
        long now = SystemEnvironment.nanoseconds();
        if (parts == MOST || (parts > 1 && now - since > BRIEF)) {
            return false;
        }
        parts++;
        since = now;
        left += TRANSITIONS;
        return true;
    }

    /** So many transitions are left of this part. */
    int left() {
        return left;
    }

    /** So many were taken at once. */
    void use(int transitions) {
        left -= transitions;
    }
}
