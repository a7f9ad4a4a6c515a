package dev.asl4j.runtime.error;

/**
 * Error names that the States Language and AWS Step Functions define. They are compared exactly, with case.
 *
 * @see <a href="https://states-language.net/#appendix-a">States Language, appendix A</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">AWS: handling
 *     errors</a>
 */
public final class ErrorNames {
    /** What every error name of the language itself begins with; errors of tasks must not. */
    public static final String RESERVED_PREFIX = "States.";

    /** Wildcard in {@code ErrorEquals}: every error that can be caught. */
    public static final String ALL = "States.ALL";

    /** A state could not be executed: bad path, wrong type, no choice. Never retried, never caught. */
    public static final String RUNTIME = "States.Runtime";

    /** A task failed; in {@code ErrorEquals} a wildcard for every error but {@link #TIMEOUT}. */
    public static final String TASK_FAILED = "States.TaskFailed";

    /** A task ran longer than {@code TimeoutSeconds}, or the execution exceeded its budget. */
    public static final String TIMEOUT = "States.Timeout";

    /** A task did not send a heartbeat within {@code HeartbeatSeconds}. */
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

    /** The right to run a task is missing. */
    public static final String PERMISSIONS = "States.Permissions";

    /** Input, output or result of a state exceeds the quota. */
    public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";

    /** An intrinsic function could not be evaluated. */
    public static final String INTRINSIC_FAILURE = "States.IntrinsicFailure";

    /** A branch of a Parallel state failed. AWS reports the branch's own error instead. */
    public static final String BRANCH_FAILED = "States.BranchFailed";

    /** A JSONata expression could not be evaluated. */
    public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";

    /** No rule of a Choice state was true and it has no default. AWS reports {@link #RUNTIME} instead. */
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";

    /** A path in a payload template found nothing. AWS reports {@link #RUNTIME} instead. */
    public static final String PARAMETER_PATH_FAILURE = "States.ParameterPathFailure";

    /** {@code ResultPath} could not be applied. AWS reports {@link #RUNTIME} instead. */
    public static final String RESULT_PATH_MATCH_FAILURE = "States.ResultPathMatchFailure";

    /** More items of a distributed Map failed than tolerated. */
    public static final String EXCEED_TOLERATED_FAILURE_THRESHOLD = "States.ExceedToleratedFailureThreshold";

    /** The {@code ItemReader} of a distributed Map failed. */
    public static final String ITEM_READER_FAILED = "States.ItemReaderFailed";

    /** The {@code ResultWriter} of a distributed Map failed. */
    public static final String RESULT_WRITER_FAILED = "States.ResultWriterFailed";

    private ErrorNames() {}
}
