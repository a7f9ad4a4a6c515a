package dev.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the states and the handlers: to answer in a handler's place, as a mock does, or to look at what goes in and out. One
 * interceptor sees the calls of all tasks, of nested and child executions too.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TaskInterceptor {
    /**
     * Takes one call. Runs as a {@link AsyncTaskHandler} does.
     *
     * @param parameters what the service is given: of {@code lambda:invoke} with {@code FunctionName} and {@code Payload}
     * @param call the handler that would be called
     * @return completed with what the service gives (of {@code lambda:invoke} with {@code StatusCode}, {@code Payload} and all the rest),
     *     or exceptionally with what {@link TaskHandler#handle} would throw
     * @throws Exception as {@link TaskHandler#handle} does
     */
    CompletionStage<JsonNode> intercept(JsonNode parameters, TaskContext task, Call call) throws Exception;

    /**
     * Why a task cannot even be started, say because its activity does not exist: then nothing is scheduled, and the state fails with
     * {@code States.Runtime}, which nothing retries or catches. Called on the thread that drives the execution, so it should be quick.
     *
     * @param resource {@code Resource} of the state
     * @return the cause, as AWS words it, without the prefix that names the state; null: it can
     */
    default @Nullable String refusal(String stateName, String resource, JsonNode parameters) {
        return null;
    }

    /**
     * This interceptor around another one: its {@link Call} is the other's {@link #intercept}. A task is refused if either refuses it.
     *
     * @since 0.1.0
     */
    default TaskInterceptor around(TaskInterceptor inner) {
        return new NestedInterceptors(this, inner);
    }

    /** The call of the handler. */
    @FunctionalInterface
    interface Call {
        /** Calls the handler, on this thread. Gives what the service gives; what the handler throws is in the stage. */
        CompletionStage<JsonNode> proceed();
    }
}
