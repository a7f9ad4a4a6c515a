package dev.asl4j.runtime.task;

/**
 * The work behind a task resource.
 *
 * <p>A handler may block. It runs on a virtual thread where the JVM has them, on a pooled daemon thread otherwise, or
 * on the thread that called {@code Workflow.run} when nothing else could go on meanwhile, or the task is
 * known to be quick: if it is not for once, the execution goes on on another thread. When its state times out, or
 * the execution ends first, the thread is interrupted and what the handler returns is ignored.
 *
 * @param <I> what the task is given
 * @param <O> what it returns; {@code null} becomes JSON {@code null}
 */
@FunctionalInterface
public interface TaskHandler<I, O> {
    /**
     * Does the work once.
     *
     * @return the result
     * @throws TaskFailedException to report an error name and cause of one's own, for {@code ErrorEquals}
     * @throws Exception anything else becomes an error named after the exception's class, with the cause AWS Lambda's
     *     Java runtime reports: JSON text with {@code errorMessage}, {@code errorType}, {@code stackTrace}, {@code
     *     cause}
     */
    O handle(I input, TaskContext task) throws Exception;
}
