package dev.asl4j.jdbc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as the tables have them: whole microseconds since 1970. */
final class Micros {
    /** Due at once. */
    static final long AT_ONCE = 0;

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

    static @Nullable Long orNull(@Nullable Instant time) {
        return time == null ? null : of(time);
    }

    /** Rounded up. */
    static long notBefore(Instant time) {
        long before = of(time);
        return instant(before).isBefore(time) ? before + 1 : before;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
    }

    static @Nullable Instant instantOrNull(@Nullable Long micros) {
        return micros == null ? null : instant(micros);
    }
}
