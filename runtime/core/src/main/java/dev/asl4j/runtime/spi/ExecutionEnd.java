package dev.asl4j.runtime.spi;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an execution ended.
 *
 * @param error name of the error; null if there is none. The text of a definition or a task: not one of a few
 * @param stop when it ended
 * @param duration from its start until then, also if it was redriven in between
 * @param redriven when it was redriven last; null if it never was
 * @since 0.1.0
 */
public record ExecutionEnd(
        Status status,
        @Nullable String error,
        Instant stop,
        Duration duration,
        @Nullable Instant redriven) {
    /** How executions end, with AWS's words. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED
    }

    /** Shows no data: an error's name may be made of it. */
    @Override
    public String toString() {
        return "ExecutionEnd[" + status + ", " + stop + "]";
    }
}
