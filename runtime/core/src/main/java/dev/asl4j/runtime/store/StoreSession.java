package dev.asl4j.runtime.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An engine's part in a store. No two sessions ever hold the same execution: an execution is held by the session that started or claimed
 * it until a turn releases it or ends it, or the session is lost.
 *
 * @since 0.1.0
 */
public interface StoreSession extends AutoCloseable {
    /** Keys are made of a session's number, from 1, and so many bits of a counter of its own. */
    int COUNTER_BITS = 40;

    /** The number of this session, from 1, which no session of the store had before. */
    int number();

    /** A key that was never given before. */
    long newKey();

    /**
     * Makes a turn durable, all of it or nothing. Turns of one execution are to be committed one after the other. Does not wait for a
     * store that is slow or away: then it is tried again until it is there.
     *
     * @param done is told what became of it: on a thread of the store, or on this one before this returns; must be quick
     */
    void commit(Turn turn, Consumer<Committed> done);

    /**
     * Takes up executions that nobody holds and that should go on by now, those first that are due longest.
     *
     * @param limit at most so many, from 1
     */
    List<Claimed> claimDue(Instant now, int limit);

    /** Takes up an execution that nobody holds, running or ended; empty if there is none or another session holds it. */
    Optional<Claimed> claim(long key);

    /** When the next execution that nobody holds is to go on; empty if none is. */
    Optional<Instant> nextDue();

    /** Asks to be told of the end of an execution that is not held here, see {@link StoreClient#ended}. */
    void watch(long key);

    /** Leaves: what is still held here becomes due for others at once. Waits for turns that are being committed. */
    @Override
    void close();

    /** What became of a turn. */
    enum Committed {
        /** It is durable. */
        DONE,
        /** The execution was to be started, and there is one of that name, or one for that visit of the parent; nothing was changed. */
        NAME_TAKEN,
        /** The session is lost; nothing was changed. */
        LOST
    }

    /**
     * An execution that this session holds now.
     *
     * @param messages that it has not taken yet
     */
    record Claimed(StoredExecution execution, List<StoredFrame> frames, List<StoredMessage> messages) {
        /** Copies the lists. */
        public Claimed {
            frames = List.copyOf(frames);
            messages = List.copyOf(messages);
        }
    }
}
