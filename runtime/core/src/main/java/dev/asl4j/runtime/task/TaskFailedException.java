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
 *
 * <p>Errors that are declared for a task have classes of their own in the generated class, which extend this one.
 */
public class TaskFailedException extends RuntimeException {
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

    /**
     * A failure as an optimized integration reports it: error {@code DynamoDB.AmazonDynamoDBException}, cause {@code <message>
     * (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ValidationException; Request ID: ...; Proxy: null)}.
     *
     * @param prefix of the error's name: {@code Lambda}, {@code DynamoDB}, {@code SQS}, {@code SNS}, {@code StepFunctions}
     * @param exception the rest of the name: {@code ResourceNotFoundException}
     * @param service as the service calls itself: {@code AWSLambda}, {@code AmazonDynamoDBv2}, {@code AmazonSNS}
     */
    public static TaskFailedException service(
            String prefix,
            String exception,
            String message,
            String service,
            int statusCode,
            String errorCode,
            String requestId) {
        return new TaskFailedException(
                prefix + "." + exception,
                message + " (Service: " + service + "; Status Code: " + statusCode + "; Error Code: " + errorCode
                        + "; Request ID: " + requestId + "; Proxy: null)");
    }

    /**
     * A failure as an SDK integration ({@code aws-sdk:dynamodb:putItem}) reports it: error {@code DynamoDb.DynamoDbException}, cause
     * {@code <message> (Service: DynamoDb, Status Code: 400, Request ID: ...)}.
     *
     * @param service as the SDK calls it: {@code DynamoDb}, {@code S3}, {@code Sfn}, {@code SecretsManager}
     * @param exception the rest of the name: {@code ResourceNotFoundException}
     */
    public static TaskFailedException sdkService(
            String service, String exception, String message, int statusCode, String requestId) {
        return new TaskFailedException(
                service + "." + exception,
                message + " (Service: " + service + ", Status Code: " + statusCode + ", Request ID: " + requestId
                        + ")");
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
