package dev.asl4j.runtime.store;

import dev.asl4j.runtime.store.ExecutionStore.Receipt;
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
     * Makes a turn durable, all of it or nothing. The turn starts an execution or is of one that is held here. If it releases an
     * execution that has mail by then, the execution is due at once (a parked one only for a STOP); if it ends one, mail for those that
     * run is dropped. Turns of one execution are to be committed one after the other. Does not wait for a store that is slow or away:
     * then it is tried again until it is there.
     *
     * @param done is told what became of it: on a thread of the store, or on this one before this returns; must be quick
     */
    void commit(Turn turn, Consumer<Committed> done);

    /**
     * As {@link #commit}, by a thread that has nothing else to do until the turn is durable: if no other turn waits it may be made durable
     * on this thread, which saves the way to another one and back. Still does not wait for a store that is away.
     */
    default void commitHere(Turn turn, Consumer<Committed> done) {
        commit(turn, done);
    }

    /**
     * Whether what the session holds is still its own, as of now: not if this process stood still for so long that another one took it for
     * dead. Then the session is lost. Asked before something is done that cannot be undone, such as calling the handler of a task. Where
     * sessions have a lease this is a look at the clock as long as the store was heard of lately; otherwise it waits for the store.
     */
    default boolean isCurrent() {
        return true;
    }

    /**
     * Takes up executions that nobody holds and that should go on by now: those that are due at once (mail, or the engine that held it
     * is gone), then those that are due longest. Ended ones are among them if they have mail. Mail does not make a {@linkplain
     * StoredExecution.Progress#parked parked} one due, unless there is a {@link StoredMessage.Kind#STOP} among it: it would only be
     * parked again.
     *
     * @param limit at most so many, from 1
     */
    List<Claimed> claimDue(Instant now, int limit);

    /**
     * Takes up an execution that nobody holds, running or ended; empty if there is none, or if a session holds it, be it this one. An
     * ended one that was claimed must be released by a turn, too.
     */
    Optional<Claimed> claim(long key);

    /** When the next execution that nobody holds is to go on, a time long past if at once; empty if none is. */
    Optional<Instant> nextDue();

    /**
     * Asks to be told of the end of an execution that is not held here, see {@link StoreClient#ended}: at once, perhaps before this
     * returns, if it does not run any more or there is none.
     */
    void watch(long key);

    /**
     * Puts a message into the mailbox of an execution, as {@link ExecutionStore#send} does, for somebody who waits to hear whether it was
     * of use. What is {@linkplain StoredMessage.Kind#isSaidOnce said once} and is in the mailbox is not kept twice: whoever says it again
     * hears what becomes of the first, but a {@link StoredMessage.Kind#REDRIVE} is {@link Receipt#RUNNING}.
     *
     * @param judged is told what became of it, once, if it was accepted: on a thread of the store, perhaps before this returns; must be quick
     */
    Receipt post(long key, StoredMessage.Kind kind, StoredMessage.Body body, Consumer<Verdict> judged);

    /**
     * Leaves: what is still held here and runs becomes due for others at once. Waits for turns that are being committed; turns that
     * come later are {@link Committed#LOST}.
     */
    @Override
    void close();

    /** What became of a message that was posted. */
    enum Verdict {
        /** A turn has taken it, and it had effect. */
        TAKEN,
        /** A turn {@linkplain Turn#refused refused} it, or the execution ended without taking it. */
        REFUSED,
        /** The session ended before: it may still be in the mailbox. */
        UNKNOWN
    }

    /** What became of a turn. */
    enum Committed {
        /** It is durable. */
        DONE,
        /**
         * The execution was to be started, and there is a Standard one of that name (if it is Standard and no child of a Map Run), or one
         * for that visit of the parent and that position; nothing was changed. But an Express child of a Map Run that has ended without
         * success does not take its position: it is removed, with all that belongs to it, for the one that is started in its stead.
         */
        NAME_TAKEN,
        /** The session is lost; nothing was changed. */
        LOST,
        /**
         * The store cannot keep this turn for what is in it, such as a value that is too large for it, however often it is tried; nothing
         * was changed. The execution is held as before.
         */
        REFUSED
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
