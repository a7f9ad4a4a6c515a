package dev.asl4j.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An execution ended without an output. {@link #getCause} is what the task handler threw, if that ended it in this
 * process.
 */
public final class ExecutionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExecutionStatus status;
    private final @Nullable String error;
    private final @Nullable String cause;

    ExecutionFailedException(
            String name,
            ExecutionStatus status,
            @Nullable String error,
            @Nullable String cause,
            @Nullable Throwable thrown) {
        super(message(name, status, error, cause), thrown);
        this.status = status;
        this.error = error;
        this.cause = cause;
    }

    /** {@code FAILED}, {@code TIMED_OUT} or {@code ABORTED}. */
    public ExecutionStatus status() {
        return status;
    }

    /** The error's name; null if there is none, as with a Fail state without {@code Error}. */
    public @Nullable String error() {
        return error;
    }

    /** What happened, as Step Functions would report it; null if there is nothing to say. */
    public @Nullable String cause() {
        return cause;
    }

    private static String message(String name, ExecutionStatus status, @Nullable String error, @Nullable String cause) {
        String head = "execution " + name + " " + status;
        String withError = error == null ? head : head + ": " + error;
        return Objects.requireNonNullElse(cause, "").isEmpty() ? withError : withError + ": " + cause;
    }
}
