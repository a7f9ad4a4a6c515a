package dev.asl4j.runtime.store;

import java.time.Instant;

/** Times as stores compare them: whole microseconds since 1970. */
final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    /** Some 70,000 years away: as good as never. */
    private static final long FAR_SECONDS = Long.MAX_VALUE / 4 / PER_SECOND;

    private Micros() {}

    /** Rounded down. */
    static long of(Instant time) {
        long seconds = Math.max(-FAR_SECONDS, Math.min(FAR_SECONDS, time.getEpochSecond()));
        return seconds * PER_SECOND + time.getNano() / NANOS;
    }

    /** Rounded up. */
    static long notBefore(Instant time) {
        long micros = of(time);
        return instant(micros).isBefore(time) ? micros + 1 : micros;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
    }
}
