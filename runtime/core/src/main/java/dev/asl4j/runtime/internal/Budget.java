package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Environment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time a whole execution has: {@code TimeoutSeconds} of its machine, if that has any. */
final class Budget {
    private static final Budget WITHOUT_LIMIT = new Budget(null);
    private static final long LONGEST_SECONDS = 9_000_000_000L; // some 285 years; keeps instants in range

    private final @Nullable Instant deadline;
    private final Timers timers = new Timers();

    /** Until an instant; null means for ever. */
    Budget(@Nullable Instant deadline) {
        this.deadline = deadline;
    }

    /** From then on; 0 seconds mean without limit. */
    static Budget of(Instant start, long seconds) {
        return seconds > 0 ? new Budget(after(start, seconds)) : WITHOUT_LIMIT;
    }

    /** When it is used up; null means never. */
    @Nullable
    Instant deadline() {
        return deadline;
    }

    /** Whether nothing of it is left. */
    boolean isUsedUp(Environment environment) {
        return deadline != null && !environment.now().isBefore(deadline);
    }

    /** This deadline or another one, whichever is earlier. */
    @Nullable
    Instant earlier(@Nullable Instant other) {
        return other == null || (deadline != null && deadline.isBefore(other)) ? deadline : other;
    }

    /** Tells the host when it is used up. */
    void begin(Environment environment, Host host) {
        if (deadline != null) {
            timers.set(environment, deadline, () -> host.post(new Message.OutOfTime()));
        }
    }

    /** The execution has ended. */
    void cancel() {
        if (deadline != null) {
            timers.cancel();
        }
    }

    static Instant after(Instant start, long seconds) {
        return start.plusSeconds(Math.min(seconds, LONGEST_SECONDS));
    }
}
