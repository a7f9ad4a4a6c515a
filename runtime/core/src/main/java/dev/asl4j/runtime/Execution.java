package dev.asl4j.runtime;

import dev.asl4j.runtime.internal.ClientTokens;
import dev.asl4j.runtime.internal.EngineCore;
import dev.asl4j.runtime.internal.ExecutionHandle;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredMessage;
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

    /**
     * How it stands after its last turn, with or without its data.
     *
     * @throws IllegalStateException as by {@link #describe()}
     * @since 0.1.0
     */
    public ExecutionDescription describe(IncludedData included) {
        ExecutionDescription description = describe();
        return switch (included) {
            case ALL_DATA -> description;
            case METADATA_ONLY -> description.withoutData();
        };
    }

    /**
     * Its whole history so far, in the order of the events. One that goes on writes on meanwhile.
     *
     * @throws IllegalStateException if it was not recorded, see {@link Engine.Builder#recordHistory}
     * @since 0.1.0
     */
    public List<HistoryEvent> history() {
        return queries().history(execution.key());
    }

    /**
     * A page of its history.
     *
     * @throws IllegalArgumentException if the token of the query is none, or that of another query
     * @throws IllegalStateException if it was not recorded, see {@link Engine.Builder#recordHistory}
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">GetExecutionHistory</a>
     * @since 0.1.0
     */
    public Page<HistoryEvent> history(HistoryQuery query) {
        return queries().history(execution.key(), query);
    }

    private StoreQueries queries() {
        return StoreQueries.of(execution.engine());
    }

    /**
     * Lets it go on from where it failed, timed out or was aborted, with the same input and name; what succeeded before is kept. When this
     * returns, that is durable. It goes on with the definition by which it would go on after a restart; if there is none it waits until there
     * is, as it is. Futures that {@link #result} gave before are those of the end before.
     *
     * <p>It has to be Standard, no child of a Map Run, and not to have succeeded. It ended less than 14 days ago, started less than a year
     * ago, and, with {@link Limits#AWS}, has fewer than 24,999 events.
     *
     * @throws ExecutionNotRedrivableException if it is not as it has to be, with AWS's reason
     * @throws IllegalStateException if the store does not have it any more
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html">RedriveExecution</a>
     * @since 0.1.0
     */
    public void redrive() {
        tellToRedrive(StoredMessage.Body.NONE);
    }

    /**
     * Redrives it as {@link #redrive()} does, unless it was redriven by the same token before: then nothing happens, whatever became of it
     * since. So a request can be repeated safely. Tokens are kept as durably as the redrive is, the last 10 of an execution, each for 15 minutes
     * by the engine's time.
     *
     * @param clientToken 1 to 64 characters of ASCII, without blanks, which nobody uses for anything else
     * @throws ExecutionNotRedrivableException if it is not as it has to be, with AWS's reason
     * @throws IllegalArgumentException if it is no such token
     * @throws IllegalStateException if the store does not have it any more
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html">RedriveExecution</a>
     * @since 0.1.0
     */
    public void redrive(String clientToken) {
        StoredMessage.Body body = new StoredMessage.Body(ClientTokens.check(clientToken), null, null, null);
        try {
            if (!isRedrivenBy(clientToken)) {
                tellToRedrive(body);
            }
        } catch (ExecutionNotRedrivableException no) {
            if (!isRedrivenBy(clientToken)) { // otherwise it was at the same time
                throw no;
            }
        }
    }

    private boolean isRedrivenBy(String clientToken) {
        EngineCore engine = execution.engine();
        return ClientTokens.isKnown(
                engine.store(),
                execution.key(),
                clientToken,
                engine.environment().now());
    }

    private void tellToRedrive(StoredMessage.Body body) {
        EngineCore engine = execution.engine();
        StoredExecution stored = engine.store().get(execution.key()).orElseThrow(this::gone);
        Redrivability.of(stored, engine.environment().now(), engine.settings().limits())
                .check(name());
        switch (engine.requests().tell(execution.key(), StoredMessage.Kind.REDRIVE, body)) {
            case ACCEPTED -> {}
            case RUNNING, ENDED, ANSWERED -> throw Redrivability.running(name()); // somebody was faster
            case UNKNOWN -> throw gone();
        }
    }

    private IllegalStateException gone() {
        return new IllegalStateException("Execution Does Not Exist: '" + id() + "'");
    }

    /** Its Map Runs, in the order in which they started, running or ended; not those inside of its children. */
    public List<MapRunDescription> mapRuns() {
        return execution.engine().store().mapRuns(execution.key()).stream()
                .map(run -> MapRunDescription.of(run, execution.engine().store()))
                .toList();
    }

    /**
     * Its output, once it has ended; exceptionally, with {@link ExecutionFailedException} as the cause that {@code get}
     * and {@code join} report. What hangs on it runs on a thread of the engine, and may block: then others go on. Each call gives a new
     * future: completing or cancelling it has no effect on the execution.
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
