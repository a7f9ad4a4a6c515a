package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.model.ErrorName;
import java.util.List;
import java.util.stream.Stream;

/** The names that AWS and the specification give to errors. */
public final class ErrorNames {

    /** Those of the language: nobody else's begin with {@code States.} */
    private static final List<String> RESERVED = List.of(
            ErrorName.ALL,
            ErrorName.TASK_FAILED,
            ErrorName.TIMEOUT,
            ErrorName.HEARTBEAT_TIMEOUT,
            ErrorName.RUNTIME,
            ErrorName.QUERY_EVALUATION_ERROR,
            ErrorName.INTRINSIC_FAILURE,
            ErrorName.DATA_LIMIT_EXCEEDED,
            ErrorName.PERMISSIONS,
            ErrorName.BRANCH_FAILED,
            ErrorName.EXCEED_TOLERATED_FAILURE_THRESHOLD,
            ErrorName.ITEM_READER_FAILED,
            ErrorName.RESULT_WRITER_FAILED,
            ErrorName.HTTP_SOCKET,
            ErrorName.NO_CHOICE_MATCHED,
            ErrorName.PARAMETER_PATH_FAILURE,
            ErrorName.RESULT_PATH_MATCH_FAILURE);

    /** Those of the Lambda integration that AWS's documentation tells to retry, or to catch. */
    private static final List<String> LAMBDA = List.of(
            "Lambda.Unknown",
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.ResourceNotFoundException",
            "Sandbox.Timedout");

    private ErrorNames() {}

    /** Those of the language, without those that begin with {@link ErrorName#HTTP_STATUS}. */
    public static List<String> reserved() {
        return RESERVED;
    }

    /** Those of the language and of Lambda. */
    public static List<String> all() {
        return Stream.concat(RESERVED.stream(), LAMBDA.stream()).toList();
    }

    /** Those of Lambda. */
    public static List<String> lambda() {
        return LAMBDA;
    }

    /** Whether the language has an error of this name. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name) || name.startsWith(ErrorName.HTTP_STATUS);
    }

    /** All that can be raised, and caught. */
    static ErrorSet known() {
        return ErrorSet.of(RESERVED.stream()
                .filter(name -> !name.equals(ErrorName.ALL) && !ErrorMatch.isUncatchable(name))
                .toList());
    }
}
