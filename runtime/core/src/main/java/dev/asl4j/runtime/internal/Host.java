package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.task.TaskContext;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What a driver needs of the thing that gives it threads. */
interface Host {
    /** Puts a message into the mailbox; from any thread. */
    void post(Message message);

    /** Has a handler run; its message is to be posted. Called after the commit of a turn. */
    void launch(TaskAttempt attempt);

    /** A token waits for its answer. */
    void open(Token token);

    /** It no longer does. */
    void close(Token token);

    /** Runs another workflow for a task, see {@link TaskContext#startExecution}. */
    CompletableFuture<JsonNode> startExecution(TaskContext task, JsonNode parameters);

    /**
     * Runs another execution beside this one. Called after the commit of a turn.
     *
     * @param ended is told of its end, on whatever thread; must be quick
     */
    Running start(StateMachine machine, Identity identity, Consumer<Outcome> ended);

    /** Has something done that may block, on a handler thread. Called after the commit of a turn. */
    void work(Runnable work);

    /** A Map Run has started. */
    void started(MapRun run);

    /** An execution that was started beside another one. */
    interface Running {
        /** Ends it soon, if it has not ended; its end is told as any other. */
        void stop();
    }
}
