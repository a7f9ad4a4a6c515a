package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.Objects;
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

    /** How an execution of a store has ended. */
    static Outcome of(StoredExecution.Progress progress) {
        Ending ending = switch (progress.status()) {
            case SUCCEEDED -> Ending.SUCCEEDED;
            case FAILED -> Ending.FAILED;
            case TIMED_OUT -> Ending.TIMED_OUT;
            case ABORTED -> Ending.ABORTED;
            case RUNNING -> throw new IllegalStateException("it runs");
        };
        @Nullable
        Failure failure = switch (ending) {
            case SUCCEEDED -> null;
            case TIMED_OUT -> Failure.TIMEOUT;
            case FAILED, ABORTED -> Failure.of(progress.error(), progress.cause());
        };
        return new Outcome(ending, progress.output(), failure, Objects.requireNonNull(progress.stop()));
    }

    /** The same, but not before the execution has started, though somebody may have set the clock back. */
    Outcome notBefore(Instant start) {
        return time.isBefore(start) ? new Outcome(ending, output, failure, start) : this;
    }

    /** As a store says it. */
    static StoredExecution.Status status(Ending ending) {
        return switch (ending) {
            case SUCCEEDED -> StoredExecution.Status.SUCCEEDED;
            case FAILED -> StoredExecution.Status.FAILED;
            case TIMED_OUT -> StoredExecution.Status.TIMED_OUT;
            case ABORTED -> StoredExecution.Status.ABORTED;
        };
    }

    /** The ways to end. */
    public enum Ending {
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED
    }
}
