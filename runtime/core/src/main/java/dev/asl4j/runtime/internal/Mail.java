package dev.asl4j.runtime.internal;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the mailbox of an execution.
 *
 * @param stored id under which the store keeps it; 0 if it does not
 * @param asked who waits for it to be durable; null if nobody does
 */
record Mail(Message message, long stored, @Nullable Asked asked) {
    void answer(Answer answer) {
        if (asked != null) {
            asked.answer.complete(answer == Answer.DONE && isRefused() ? Answer.REFUSED : answer);
        }
    }

    /** Whether it was delivered and found nothing to be taken for. */
    boolean isRefused() {
        return asked != null && asked.reply != null && !asked.reply.isAccepted();
    }

    /**
     * Somebody who waits.
     *
     * @param reply of the message, if it may be refused
     */
    record Asked(CompletableFuture<Answer> answer, @Nullable Reply reply) {}
}
