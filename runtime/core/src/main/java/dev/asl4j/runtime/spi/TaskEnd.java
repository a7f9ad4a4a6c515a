package dev.asl4j.runtime.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt of a task ended.
 *
 * @param error name of the error; null if it succeeded, or failed without a name. The text of a handler: not one of a few
 * @param scheduleTime from when it was scheduled until it was started; all of it, if it never was
 * @param runTime from when it was started until it ended; zero, if it never was
 * @since 0.1.0
 */
public record TaskEnd(Status status, @Nullable String error, Duration scheduleTime, Duration runTime) {
    /** How attempts end. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        /** By the state's {@code TimeoutSeconds}, or with {@code States.Timeout} from its handler. */
        TIMED_OUT,
        /** By the state's {@code HeartbeatSeconds}. */
        HEARTBEAT_TIMED_OUT
    }

    /** From when it was scheduled until it ended. */
    public Duration time() {
        return scheduleTime.plus(runTime);
    }

    /** Shows no data: an error's name may be made of it. */
    @Override
    public String toString() {
        return "TaskEnd[" + status + ", " + runTime + "]";
    }
}
