package dev.asl4j.runtime.task;

import java.util.concurrent.CompletionStage;

/**
 * The work behind a task resource, for work that goes on elsewhere: while it does, the execution holds no thread.
 *
 * <p>The method itself runs as a {@link TaskHandler} does and should return soon. When the state times out, or the execution
 * ends first, the stage is cancelled ({@code toCompletableFuture().cancel(true)}) and what it gives is ignored. In virtual time
 * nothing waits for a stage: time skips on while it is open, as it does while a token is.
 *
 * @param <I> what the task is given
 * @param <O> what it returns; {@code null} becomes JSON {@code null}
 * @since 0.1.0
 */
@FunctionalInterface
public interface AsyncTaskHandler<I, O> {
    /**
     * Begins the work once.
     *
     * @return completed with the result, or exceptionally with what {@link TaskHandler#handle} would throw
     * @throws Exception as {@link TaskHandler#handle} does
     */
    CompletionStage<O> handle(I input, TaskContext task) throws Exception;
}
