package dev.asl4j.runtime.spi;

/**
 * The two kinds of workflow. They differ in what the context object shows: an Express execution has an ARN of its own form
 * and no {@code RedriveCount}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Choosing workflow type</a>
 * @since 0.1.0
 */
public enum ExecutionType {
    /** Long-running, with a history. */
    STANDARD,
    /** Short, without tokens, activities and {@code .sync} jobs. */
    EXPRESS
}
