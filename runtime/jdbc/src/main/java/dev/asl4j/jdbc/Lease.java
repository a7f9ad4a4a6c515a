package dev.asl4j.jdbc;

import java.time.Duration;

/**
 * Until when nobody can take a session for dead, as this process sees it: for a time from before its last sign of life was given. A process
 * that stood still finds that out here.
 */
final class Lease {
    private final long nanos;
    private volatile long until;

    Lease(Duration duration) {
        nanos = duration.toNanos();
        given(RealTime.nanos());
    }

    /**
     * A sign of life was given.
     *
     * @param before by {@link RealTime#nanos}, when that was begun
     */
    void given(long before) {
        until = before + nanos;
    }

    /** How long a sign of life counts. */
    long nanos() {
        return nanos;
    }

    /** Whether nobody can have taken the session for dead by now. */
    boolean isSure() {
        return until - RealTime.nanos() > 0;
    }
}
