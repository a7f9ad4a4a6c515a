package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.task.TaskContext;
import java.util.concurrent.CompletableFuture;

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
}
