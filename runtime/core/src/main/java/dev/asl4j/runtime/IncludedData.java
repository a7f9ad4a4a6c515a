package dev.asl4j.runtime;

/**
 * Whether a description shows the data of an execution.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">DescribeExecution</a>
 * @since 0.1.0
 */
public enum IncludedData {
    /** It does. */
    ALL_DATA,
    /** Input, output and the inputs of current states are left out. */
    METADATA_ONLY
}
