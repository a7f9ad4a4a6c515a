package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a driver needs of the thing that gives it threads. */
interface Host {
    /** Puts a message into the mailbox; from any thread. */
    void post(Message message);

    /** As {@link #post}, by a thread that has just run a handler, and has nothing more to do for it. */
    default void postLast(Message message) {
        post(message);
    }

    /** Whether a handler may be called for the execution: not if it was taken over by others. May wait for the store. */
    default boolean isCurrent() {
        return true;
    }

    /** Whether handlers of plain tasks may be called in a turn, if nothing else can happen meanwhile. */
    default boolean performsPlainCalls() {
        return false;
    }

    /**
     * By whom one of a quick task may be called in a turn though others could go on meanwhile; null if none may. To be asked before each
     * call.
     */
    default @Nullable Guard guard() {
        return null;
    }

    /** {@link #guard}, if the history hears of what happens. */
    default @Nullable Guard guardOfTold() {
        return null;
    }

    /** Whether an interruption of the thread that calls a handler in a turn is meant for the execution. */
    default boolean endsWhenInterrupted() {
        return false;
    }

    /** Has a handler run; its message is to be posted. Called after the commit of a turn. */
    void launch(TaskAttempt attempt);

    /** To answer a token with, for whoever is in this process; stays of use when the execution has left memory. */
    TaskCallback<JsonNode> callback(Token token);

    /** Runs another workflow for a task, see {@link TaskContext#startExecution}. */
    CompletableFuture<JsonNode> startExecution(TaskAttempt attempt, TaskContext task, JsonNode parameters);

    /** The key of the execution in the store; 0 if there is no store. */
    long key();

    /** Where executions are kept, to be asked on handler threads; null if nowhere. */
    @Nullable
    ExecutionStore store();

    /**
     * Starts a child of a Map Run. Called after the commit of a turn. {@link Message.ChildEnded} follows when it has ended.
     *
     * @param stored told when the store, if there is one, has it ({@code DONE}), or has another one at its place ({@code NAME_TAKEN}); on
     *     whatever thread, must be quick
     * @return its key
     */
    long start(StateMachine machine, Identity identity, ChildPlace place, Consumer<Committed> stored);

    /**
     * Ends a child soon, if it is held here and has not ended, also one whose first turn is still being committed; its end is told as
     * any other. Called after the commit of a turn.
     */
    void stop(long child);

    /** Has a child that is parked taken up, if it can go on here. Called after the commit of a turn. */
    void takeUp(long child);

    /** Whether executions that only wait should leave memory at once. */
    boolean isCrowded();

    /** Has something done that may block, on a handler thread. Called after the commit of a turn. */
    void work(Runnable work);

    /** A Map Run is not what it was. */
    void changed(StoredMapRun run);

    /**
     * Which child of which Map Run of this execution: what becomes its {@link dev.asl4j.runtime.store.StoredExecution.Parent}.
     *
     * @param visit id of the event {@code MapRunStarted}
     * @param mapRun ARN of the Map Run
     * @param position among its children, from 0
     * @param items how many items it stands for
     */
    record ChildPlace(long visit, String mapRun, int position, int items) {}
}
