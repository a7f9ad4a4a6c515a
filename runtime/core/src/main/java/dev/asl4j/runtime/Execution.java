package dev.asl4j.runtime;

import dev.asl4j.runtime.ExecutionDescription.CurrentState;
import dev.asl4j.runtime.internal.EngineExecution;
import dev.asl4j.runtime.internal.Failure;
import dev.asl4j.runtime.internal.Identity;
import dev.asl4j.runtime.internal.Outcome;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.internal.Snapshot;
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
    private final EngineExecution execution;
    private final DataType<O> output;

    Execution(EngineExecution execution, DataType<O> output) {
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
     * How it stands at this moment: one consistent view, also while it goes on. Waits for a step of the execution that is under way; so
     * listeners, which are told in the middle of one, should ask for no other execution than their own: two could wait for each other.
     */
    public ExecutionDescription describe() {
        Snapshot snapshot = execution.snapshot();
        Identity identity = execution.identity();
        List<CurrentState> states = snapshot.positions().stream()
                .map(position -> new CurrentState(position.state(), position.input(), position.since()))
                .toList();
        @Nullable Outcome outcome = snapshot.outcome();
        @Nullable Failure failure = outcome == null || outcome.ending() == Ending.TIMED_OUT ? null : outcome.failure();
        return new ExecutionDescription(
                identity.id(),
                identity.name(),
                identity.machine(),
                outcome == null ? ExecutionStatus.RUNNING : Outcomes.status(outcome),
                states,
                identity.input(),
                outcome == null ? null : outcome.output(),
                failure == null ? null : failure.error(),
                failure == null ? null : failure.cause(),
                identity.start(),
                outcome == null ? null : outcome.time(),
                0,
                null,
                RedriveStatus.NOT_REDRIVABLE,
                null,
                null,
                null);
    }

    /** Its Map Runs, in the order in which they started, running or ended; not those inside of its children. */
    public List<MapRunDescription> mapRuns() {
        return execution.mapRuns().stream().map(MapRunDescription::of).toList();
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
