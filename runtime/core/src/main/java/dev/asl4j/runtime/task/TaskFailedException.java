package dev.asl4j.runtime.task;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task's failure under a name of its own choice, as {@code SendTaskFailure} reports it: what {@code ErrorEquals} of
 * Retry and Catch compare.
 *
 * <p>Names that begin with {@code States.} are the language's. A handler that stands for a service integration may
 * report them ({@code States.TaskFailed}, {@code States.Timeout}, {@code States.Permissions}); they then behave as
 * when the service does: {@code States.Runtime}, for one, is neither retried nor caught.
 */
public final class TaskFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final @Nullable String cause;

    /**
     * A failure to be thrown by a handler.
     *
     * @param error the name; longer than 256 characters is cut
     * @param cause what happened, in free text or JSON text; longer than 32,768 characters is cut
     */
    public TaskFailedException(String error, @Nullable String cause) {
        super(cause == null ? error : error + ": " + cause);
        this.error = Objects.requireNonNull(error, "error");
        this.cause = cause;
    }

    /** The error's name. */
    public String error() {
        return error;
    }

    /** What happened; null if the handler did not say. */
    public @Nullable String cause() {
        return cause;
    }
}
