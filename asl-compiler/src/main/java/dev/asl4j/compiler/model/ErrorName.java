package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;

/**
 * An error's name in {@code ErrorEquals}. Names are compared exactly, with case.
 *
 * @see <a href="https://states-language.net/#appendix-a">States Language, appendix A</a>
 */
public record ErrorName(String name, Subject origin) {

    /** What the names of the language itself begin with. */
    public static final String RESERVED = "States.";

    /** The name that stands for every error. */
    public static final String ALL = "States.ALL";

    /** A task failed; in {@code ErrorEquals} AWS takes it for every error but {@link #TIMEOUT}. */
    public static final String TASK_FAILED = "States.TaskFailed";

    /** A task ran too long. */
    public static final String TIMEOUT = "States.Timeout";

    /** A task sent no heartbeat in time; AWS reports {@link #TIMEOUT}, and takes either name in {@code ErrorEquals}. */
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

    /** A state cannot be executed: never retried, never caught. */
    public static final String RUNTIME = "States.Runtime";

    /** A JSONata expression could not be evaluated. */
    public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";

    /** An intrinsic function failed. */
    public static final String INTRINSIC_FAILURE = "States.IntrinsicFailure";

    /** Input, result or output is too large. */
    public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";

    /** The right to run a task is missing. */
    public static final String PERMISSIONS = "States.Permissions";

    /** A branch failed; AWS reports the branch's own error. */
    public static final String BRANCH_FAILED = "States.BranchFailed";

    /** More executions of a distributed Map state failed than it tolerates. */
    public static final String EXCEED_TOLERATED_FAILURE_THRESHOLD = "States.ExceedToleratedFailureThreshold";

    /** A distributed Map state could not read its items. */
    public static final String ITEM_READER_FAILED = "States.ItemReaderFailed";

    /** A distributed Map state could not write its results. */
    public static final String RESULT_WRITER_FAILED = "States.ResultWriterFailed";

    /** An HTTP task got no answer in time. */
    public static final String HTTP_SOCKET = "States.Http.Socket";

    /** What stands before the status that an HTTP task got. */
    public static final String HTTP_STATUS = "States.Http.StatusCode.";

    /** No choice rule held; AWS reports {@link #RUNTIME}. */
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";

    /** A path in a template led nowhere; AWS reports {@link #RUNTIME}. */
    public static final String PARAMETER_PATH_FAILURE = "States.ParameterPathFailure";

    /** A result could not be put where it belongs; AWS reports {@link #RUNTIME}. */
    public static final String RESULT_PATH_MATCH_FAILURE = "States.ResultPathMatchFailure";
}
