package dev.asl4j.jdbc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** The clock of the machine, and its chance, for patience, leases and polling: these wait for others, whatever time an engine has. */
final class RealTime {
    private RealTime() {}

    /** Nanoseconds since some instant. */
    static long nanos() {
        return System.nanoTime();
    }

    /** Microseconds since 1970. */
    static long micros() {
        return Micros.of(java.time.Instant.now());
    }

    /** Waits so long, or shorter. */
    static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    /** Waits for some time up to this, so that two who wait for each other do not stay in step. */
    static void pauseUpTo(Duration duration) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(duration.toNanos()));
    }
}
