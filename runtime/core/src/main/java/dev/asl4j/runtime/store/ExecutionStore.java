package dev.asl4j.runtime.store;

import dev.asl4j.runtime.spi.HistoryEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps executions: what they are, where they stand (their frames), their history, and the messages they have not taken yet.
 *
 * <p>An engine {@linkplain #join joins} the store and commits turns through its {@link StoreSession}. All other methods need no session:
 * tools may look at a store, and send messages, beside running engines. Threads may share a store. Every method throws {@link
 * StoreException} if the store cannot be reached, and each that reads {@link DamagedExecutionException} if what it is to give cannot be read.
 *
 * <p>Times are kept to the microsecond. Executions are known by a key, a positive number that no two executions of a store share: the
 * number of the session that started it in the upper bits (see {@link StoreSession#newKey}).
 *
 * @since 0.1.0
 */
public interface ExecutionStore extends AutoCloseable {
    /** How many executions that have ended a store in memory keeps, unless told otherwise. */
    int ENDED_KEPT = 10_000;

    /** A store in memory, which keeps the last {@value #ENDED_KEPT} executions that have ended. */
    static ExecutionStore inMemory() {
        return inMemory(ENDED_KEPT);
    }

    /**
     * A store in memory. It lives as long as it is referred to, and several engines may share it. Its times are kept to the nanosecond.
     *
     * @param ended how many executions that have ended are kept, from 0: those that ended last, and fewer if their histories take more
     *     than an eighth of the heap. What {@link #purge} would have to spare is kept beyond that.
     */
    static ExecutionStore inMemory(int ended) {
        if (ended < 0) {
            throw new IllegalArgumentException("A store cannot keep " + ended + " executions.");
        }
        return new MemoryStore(ended);
    }

    /** An engine begins to work on this store; what a dead engine held becomes due. */
    StoreSession join(StoreClient client);

    /**
     * The execution of that name. Names of Standard executions are unique in their machine, those of Express executions are not: if
     * there is no Standard one, it is the Express one that was started last. Children of Map Runs are found if the name of the machine
     * is {@code <machine>/<label>}.
     */
    Optional<StoredExecution> find(String machine, String name);

    /** The execution of that key. */
    Optional<StoredExecution> get(long key);

    /**
     * The execution that a task of another one started.
     *
     * @param visit id of the task's scheduling event in the parent
     */
    Optional<StoredExecution> nested(long parent, long visit);

    /** How many executions run, children of Map Runs left out. May take its time. */
    long openExecutions();

    /**
     * Whether children of Map Runs stay as long as the execution whose Map Run it is. Otherwise some of those that have ended may be gone
     * before, once that has taken in their ends; so it stays in memory.
     */
    default boolean keepsChildren() {
        return true;
    }

    /** The frames of an execution: where it stands, or, if it did not succeed, where it stood when it ended. By id. */
    List<StoredFrame> frames(long key);

    /** The messages that an execution has not taken yet, oldest first. */
    List<StoredMessage> messages(long key);

    /** Executions, newest first: by start (to the microsecond), then key, both descending. */
    List<StoredExecution> list(ExecutionQuery query);

    /**
     * Events of an execution, by id.
     *
     * @param after the id after which to begin (before which, if reversed); 0 for the first page, reversed or not
     * @param limit at most so many, from 1
     */
    List<HistoryEvent> history(long key, long after, int limit, boolean reversed);

    /** The Map Run of that ARN. */
    Optional<StoredMapRun> mapRun(String arn);

    /** The Map Runs of an execution, by their start. */
    List<StoredMapRun> mapRuns(long key);

    /**
     * The child executions of a Map Run, by position.
     *
     * @param after the position after which to begin; -1 for the first page
     * @param limit at most so many, from 1
     */
    List<StoredExecution> children(String mapRunArn, int after, int limit);

    /**
     * Puts a message into the mailbox of an execution: it is durable when this returns, and the engine that has the execution, or one
     * that takes it up for this, hears of it soon. A second answer to a token is not accepted while the first is in the mailbox;
     * that one was taken before shows in the frames, which hold the tokens that are open. What is {@linkplain
     * StoredMessage.Kind#isSaidOnce said once} is accepted again, and not kept twice: so a worker that gives signs of life for an
     * execution that nobody takes up does not fill the mailbox.
     */
    Receipt send(long key, StoredMessage.Kind kind, StoredMessage.Body body);

    /**
     * The activity task that waits longest for a worker: of the frames of executions that run and are not parked, the one with the
     * earliest {@link StoredFrame#since}, whoever holds it.
     */
    Optional<StoredFrame.Address> nextActivityTask(String activity);

    /**
     * How many open executions of a machine stand at which states, by fingerprint. An execution is counted once, with all the places of
     * its frames that are not {@link StoredFrame.Phase#DONE}. For reports: may take its time.
     */
    List<Census> census(String machine);

    /**
     * Removes executions that ended before that instant, with all that belongs to them: frames, history, messages, Map Runs, and the
     * children of these with all that belongs to those. The name is free again. Spared are executions that are held, that have mail, or
     * that have a Map Run with such a child or one that runs; children of Map Runs, which go with their parent; and executions that a
     * task started, as long as the parent runs, which may still want to know the end.
     *
     * @param limit at most so many, from 1; children of Map Runs do not count
     * @return how many were removed
     */
    int purge(Instant endedBefore, int limit);

    /** What became of a message. */
    enum Receipt {
        /** It is in the mailbox, or one that says the same is. */
        ACCEPTED,
        /** There is no such execution. */
        UNKNOWN,
        /** The execution has ended, and the message is not for one that has. */
        ENDED,
        /** The execution runs, and the message is for one that has ended. */
        RUNNING,
        /** An answer to the token is in the mailbox. */
        ANSWERED
    }

    /**
     * So many executions with that fingerprint stand at these places and at no other.
     *
     * @param places in the order of their texts, each once, however many frames are there
     */
    record Census(String fingerprint, boolean pinned, List<Place> places, long executions) {
        /** Copies the list. */
        public Census {
            places = List.copyOf(places);
        }
    }

    /**
     * A state that frames are at.
     *
     * @param place names of the states from the outermost to the one in question, each but the last followed by the number of its
     *     branch: as {@link StoredFrame#place} gives it
     * @param type of the state, such as {@code TASK}
     */
    record Place(String place, String type) {}

    /** Closes connections; engines must have left before. */
    @Override
    void close();
}
