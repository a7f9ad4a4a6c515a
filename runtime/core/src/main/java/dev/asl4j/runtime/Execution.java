package dev.asl4j.runtime;

import dev.asl4j.runtime.internal.ExecutionHandle;
import dev.asl4j.runtime.spi.DataType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An execution of an engine, running or ended.
 *
 * @param <O> its output
 */
public final class Execution<O> {
    private final ExecutionHandle execution;
    private final DataType<O> output;

    Execution(ExecutionHandle execution, DataType<O> output) {
        this.execution = execution;
        this.output = output;
    }

    /** Its ARN: {@code arn:aws:states:us-east-1:000000000000:execution:<machine>:<name>}. */
    public String id() {
        return execution.identity().id();
    }

    /** Its name, unique among the executions of its state machine. */
    public String name() {
        return execution.identity().name();
    }

    /**
     * How it stands after its last turn: one consistent view, also while it goes on.
     *
     * @throws IllegalStateException if the store does not have it any more, or, for a listener that hears of its first turn, not yet
     */
    public ExecutionDescription describe() {
        return StoredViews.describe(execution);
    }

    /** Its Map Runs, in the order in which they started, running or ended; not those inside of its children. */
    public List<MapRunDescription> mapRuns() {
        return execution.engine().store().mapRuns(execution.key()).stream()
                .map(MapRunDescription::of)
                .toList();
    }

    /**
     * Its output, once it has ended; exceptionally, with {@link ExecutionFailedException} as the cause that {@code get}
     * and {@code join} report. What hangs on it runs on a handler thread. Each call gives a new future: completing or
     * cancelling it has no effect on the execution.
     */
    public CompletableFuture<O> result() {
        return execution.result().thenApply(outcome -> Outcomes.value(outcome, execution.identity(), output));
    }

    /**
     * Ends it as {@code ABORTED}: when this returns, it has ended. Running handlers are interrupted. Does nothing if it
     * has ended before. A listener that is being told of an execution cannot end one, this or another, on the spot: it ends
     * soon after.
     *
     * @param error for the description; may be left out
     * @param cause for the description; may be left out
     */
    public void stop(@Nullable String error, @Nullable String cause) {
        execution.stop(error, cause);
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "Execution[" + id() + "]";
    }
}
