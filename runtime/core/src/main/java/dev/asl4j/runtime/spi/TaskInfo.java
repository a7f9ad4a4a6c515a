package dev.asl4j.runtime.spi;

import java.time.Instant;

/**
 * One attempt of a task: what AWS counts as one function, activity or service integration that is scheduled.
 *
 * @param state name of the state
 * @param resource {@code Resource} of the state, as in the definition
 * @param attempt how often this visit of the state was retried before: 0 at first
 * @param scheduled when it was scheduled
 * @since 0.1.0
 */
public record TaskInfo(String state, Kind kind, String resource, int attempt, Instant scheduled) {
    /** What kind of resource it is; AWS has metrics of their own for each. */
    public enum Kind {
        /** The ARN of a Lambda function, directly as the {@code Resource}. */
        LAMBDA_FUNCTION,
        /** An activity. */
        ACTIVITY,
        /** Any other: {@code arn:aws:states:::lambda:invoke}, {@code arn:aws:states:::aws-sdk:dynamodb:getItem}. */
        SERVICE_INTEGRATION
    }
}
