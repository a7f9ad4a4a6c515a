package dev.asl4j.jdbc;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The clock of the machine, for patience, leases and polling: these wait for databases and processes, whatever time an engine has. */
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
}
