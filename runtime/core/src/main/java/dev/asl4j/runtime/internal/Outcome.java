package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an execution ended.
 *
 * @param ending the way it ended
 * @param output if it succeeded
 * @param failure if it did not
 * @param time when
 */
public record Outcome(
        Ending ending, @Nullable JsonNode output, @Nullable Failure failure, Instant time) {

    /** The ways to end. */
    public enum Ending {
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED
    }
}
