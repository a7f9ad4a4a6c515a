package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.Turn;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The commits of an execution, one after the other: the store's answer may come at once, or later on another thread. */
final class Commit implements Consumer<Committed> {
    private static final System.Logger LOG = System.getLogger(Commit.class.getName());

    private enum Phase {
        NONE,
        /** The store has been asked, and that call has not returned. */
        ASKED,
        /** It has returned, and the answer was not there. */
        AWAITED,
        ANSWERED
    }

    private final Consumer<Committed> late;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.NONE);
    private Committed answer = Committed.DONE; // written before the phase, and read after it

    /** @param late is told of an answer that did not come at once */
    Commit(Consumer<Committed> late) {
        this.late = late;
    }

    /**
     * Hands a turn to the store; gives whether the answer is there.
     *
     * @param here whether this thread has nothing better to do than to make it durable
     */
    boolean ask(StoreSession session, Turn turn, boolean here) {
        phase.set(Phase.ASKED);
        try {
            if (here) {
                session.commitHere(turn, this);
            } else {
                session.commit(turn, this);
            }
        } catch (RuntimeException | Error refused) { // whether it will answer all the same is not known
            LOG.log(System.Logger.Level.ERROR, "The store cannot take a turn.", refused);
            answer = Committed.LOST;
            phase.set(Phase.ANSWERED);
            return true;
        }
        return !phase.compareAndSet(Phase.ASKED, Phase.AWAITED);
    }

    /** The store's answer. */
    @Override
    public void accept(Committed said) {
        Phase now = phase.get();
        if (now == Phase.ANSWERED || now == Phase.NONE) {
            return;
        }
        answer = said;
        if (!phase.compareAndSet(Phase.ASKED, Phase.ANSWERED) && phase.compareAndSet(Phase.AWAITED, Phase.ANSWERED)) {
            late.accept(said);
        }
    }

    boolean isAnswered() {
        return phase.get() == Phase.ANSWERED;
    }

    /** There is nothing to be committed. */
    void skip() {
        answer = Committed.DONE;
    }

    /** The answer; then the next turn may be handed over. */
    Committed take() {
        phase.set(Phase.NONE);
        return answer;
    }
}
