package dev.asl4j.runtime.task;

import org.jspecify.annotations.Nullable;

/**
 * Answers one call of a {@code .waitForTaskToken} task, from any thread and long after the handler has returned. The first answer
 * counts.
 *
 * @param <A> what it is answered with: any Jackson tree, or the type that is declared for the answers of a task
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Wait for a callback</a>
 * @since 0.1.0
 */
public interface TaskCallback<A> {
    /** The token, {@code $$.Task.Token}: opaque, not to be guessed, at most 2,048 characters. */
    String token();

    /**
     * The task succeeded, with this very result.
     *
     * @throws TaskAnswerException {@code TaskTimedOut} if it was answered before, or is no longer waited for; {@code InvalidOutput}
     *     if it has no JSON form
     */
    void success(A output);

    /**
     * The task failed.
     *
     * @param error the name; longer than 256 characters is cut
     * @param cause longer than 32,768 characters is cut
     * @throws TaskAnswerException {@code TaskTimedOut} if it was answered before, or is no longer waited for
     */
    void failure(@Nullable String error, @Nullable String cause);

    /**
     * The work goes on: the gap of {@code HeartbeatSeconds} starts anew.
     *
     * @throws TaskAnswerException {@code TaskTimedOut} if it was answered before, or is no longer waited for
     */
    void heartbeat();
}
