package dev.asl4j.runtime.store;

/**
 * As many executions are open as the engine keeps in its own memory: none is started before one has ended. An engine that is given a
 * store has no such limit.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">StartExecution,
 *     ExecutionLimitExceeded</a>
 * @since 0.1.0
 */
public final class ExecutionLimitExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    /**
     * With AWS's message.
     *
     * @param limit so many may be open
     */
    public ExecutionLimitExceededException(int limit) {
        super(
                "The maximum number of running executions has been reached. Running executions must end or be stopped before"
                        + " a new execution can be started. There may be " + limit + ".");
        this.limit = limit;
    }

    /** So many may be open. */
    public int limit() {
        return limit;
    }
}
