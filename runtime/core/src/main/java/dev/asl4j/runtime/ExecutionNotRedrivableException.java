package dev.asl4j.runtime;

/**
 * An execution cannot be redriven, as {@code RedriveExecution} says by {@code ExecutionNotRedrivable}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html">RedriveExecution</a>
 * @since 0.1.0
 */
public final class ExecutionNotRedrivableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RedriveStatus status;
    private final String reason;

    ExecutionNotRedrivableException(String name, RedriveStatus status, String reason) {
        super("execution " + name + ": " + reason);
        this.status = status;
        this.reason = reason;
    }

    /** {@code NOT_REDRIVABLE} or {@code REDRIVABLE_BY_MAP_RUN}. */
    public RedriveStatus status() {
        return status;
    }

    /** Why, in AWS's words: {@code Execution redrivable period exceeded}. */
    public String reason() {
        return reason;
    }
}
