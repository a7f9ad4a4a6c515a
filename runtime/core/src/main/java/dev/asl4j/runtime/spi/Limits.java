package dev.asl4j.runtime.spi;

/**
 * What becomes of an execution that exceeds a quota of AWS Step Functions: 256 KiB of data, 25,000 events, the sizes of
 * variables.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Quotas</a>
 * @since 0.1.0
 */
public enum Limits {
    /** Nothing: nothing is measured. */
    OFF,
    /** It goes on, and a warning is logged, once for each execution and kind of quota. */
    WARN,
    /** It fails as it would on AWS. */
    AWS
}
