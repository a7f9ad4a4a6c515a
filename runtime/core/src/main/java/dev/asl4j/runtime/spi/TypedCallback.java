package dev.asl4j.runtime.spi;

import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Answers a call with values of a type. The call's own callback is asked for late: a function that some states wait for the token of, and
 * others do not, has the same handler for both.
 *
 * @param <A> the type
 */
record TypedCallback<A>(TaskContext context, DataType<A> type) implements TaskCallback<A> {
    @Override
    public String token() {
        return context.callback().token();
    }

    @Override
    public void success(A output) {
        context.callback().success(type.answer(output));
    }

    @Override
    public void failure(@Nullable String error, @Nullable String cause) {
        context.callback().failure(error, cause);
    }

    @Override
    public void heartbeat() {
        context.callback().heartbeat();
    }

    /** Does not show the token. */
    @Override
    public String toString() {
        return "TaskCallback";
    }
}
