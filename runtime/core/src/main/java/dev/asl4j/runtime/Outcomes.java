package dev.asl4j.runtime;

import dev.asl4j.runtime.internal.Failure;
import dev.asl4j.runtime.internal.Identity;
import dev.asl4j.runtime.internal.Outcome;
import dev.asl4j.runtime.spi.DataType;
import org.jspecify.annotations.Nullable;

/** How an execution ended, in the words of the user's side. */
final class Outcomes {
    private Outcomes() {}

    static ExecutionStatus status(Outcome outcome) {
        return switch (outcome.ending()) {
            case SUCCEEDED -> ExecutionStatus.SUCCEEDED;
            case FAILED -> ExecutionStatus.FAILED;
            case TIMED_OUT -> ExecutionStatus.TIMED_OUT;
            case ABORTED -> ExecutionStatus.ABORTED;
        };
    }

    /** The output, or the exception. */
    static <O> O value(Outcome outcome, Identity identity, DataType<O> type) {
        if (outcome.output() != null) {
            return type.fromJson(outcome.output());
        }
        @Nullable Failure failure = outcome.failure();
        throw new ExecutionFailedException(
                identity.name(),
                status(outcome),
                failure == null ? null : failure.error(),
                failure == null ? null : failure.cause(),
                failure == null ? null : failure.thrown());
    }
}
