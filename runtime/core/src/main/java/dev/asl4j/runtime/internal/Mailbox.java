package dev.asl4j.runtime.internal;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The mail of an execution in memory, and whether somebody is at work on it: one at a time. */
final class Mailbox {
    private enum Phase {
        IDLE,
        /** A thread works on it, it waits for one, or for the store. */
        BUSY,
        /** It has ended, or left memory. */
        GONE
    }

    private final ConcurrentLinkedQueue<Mail> mail = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Phase> phase;

    /** @param busy whether whoever made it is at work on it */
    Mailbox(boolean busy) {
        phase = new AtomicReference<>(busy ? Phase.BUSY : Phase.IDLE);
    }

    void add(Mail one) {
        mail.add(one);
    }

    @Nullable
    Mail poll() {
        return mail.poll();
    }

    boolean isEmpty() {
        return mail.isEmpty();
    }

    /** Whether nobody was at work on it: then whoever asks is, from now on. */
    boolean begin() {
        return phase.compareAndSet(Phase.IDLE, Phase.BUSY);
    }

    /** Whoever was at work on it is no more. */
    void rest() {
        phase.set(Phase.IDLE);
    }

    /** Nobody will be at work on it any more; what is in it, and still comes, is to be sent after it. */
    void leave() {
        phase.set(Phase.GONE);
    }

    boolean isGone() {
        return phase.get() == Phase.GONE;
    }
}
