package dev.asl4j.runtime;

/**
 * Whether an execution can be redriven at a given moment.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">DescribeExecution</a>
 * @since 0.1.0
 */
public enum RedriveStatus {
    /** It can. */
    REDRIVABLE,
    /** It cannot; there is a reason. */
    NOT_REDRIVABLE,
    /** It is a child of a Map Run: redriving the execution whose Map it is redrives it. */
    REDRIVABLE_BY_MAP_RUN
}
