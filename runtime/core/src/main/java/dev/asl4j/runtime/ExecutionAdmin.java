package dev.asl4j.runtime;

import dev.asl4j.runtime.internal.Arns;
import dev.asl4j.runtime.internal.ClientTokens;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.internal.SystemEnvironment;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the executions of a store, and manages them, without running any: for tools beside the engines that work on it. What is told to an
 * execution is durable when the method returns; the engine that has it, or takes it up for this, does it soon.
 *
 * <pre>{@code
 * ExecutionAdmin admin = ExecutionAdmin.of(store);
 * Page.all(token -> admin.list(filter.nextToken(token))).forEach(found -> admin.redrive(found.stateMachine(), found.name()));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ExecutionAdmin {
    private final ExecutionStore store;
    private final Settings settings;
    private final Environment environment;
    private final Arns arns;
    private final StoredViews views;
    private final StoreQueries queries;

    private ExecutionAdmin(ExecutionStore store, Settings settings) {
        this.store = store;
        this.settings = settings;
        @Nullable Environment given = settings.environment();
        environment = given == null ? SystemEnvironment.shared() : given;
        arns = Arns.of(settings);
        views = new StoredViews(store, settings);
        queries = new StoreQueries(store, views, environment);
    }

    /** Over a store, with the account and the region that an engine has by default, and the system's time. */
    public static ExecutionAdmin of(ExecutionStore store) {
        return new ExecutionAdmin(store, Settings.DEFAULTS);
    }

    /**
     * With the account of the engines in ARNs.
     *
     * @throws IllegalArgumentException if it is not 12 digits
     */
    public ExecutionAdmin account(String account) {
        return new ExecutionAdmin(store, settings.account(account));
    }

    /**
     * With the region of the engines in ARNs.
     *
     * @throws IllegalArgumentException if it is not the name of a region
     */
    public ExecutionAdmin region(String region) {
        return new ExecutionAdmin(store, settings.region(region));
    }

    /** With the limits of the engines: {@link Limits#AWS} lets no execution be redriven that has 24,999 events. */
    public ExecutionAdmin limits(Limits limits) {
        return new ExecutionAdmin(store, settings.limits(limits));
    }

    /** With the time by which it is told whether an execution can be redriven. */
    public ExecutionAdmin environment(Environment environment) {
        return new ExecutionAdmin(store, settings.environment(environment));
    }

    /**
     * Executions, newest first.
     *
     * @throws IllegalArgumentException if the token of the filter is none, or that of another filter
     */
    public Page<ExecutionSummary> list(ExecutionFilter filter) {
        return queries.list(filter);
    }

    /** How an execution stands after its last turn. */
    public Optional<ExecutionDescription> describe(String workflow, String name) {
        return describe(workflow, name, IncludedData.ALL_DATA);
    }

    /** How an execution stands after its last turn, with or without its data. */
    public Optional<ExecutionDescription> describe(String workflow, String name, IncludedData included) {
        return store.find(workflow, name).map(found -> {
            ExecutionDescription description = views.description(found, store.frames(found.key()), environment.now());
            return switch (included) {
                case ALL_DATA -> description;
                case METADATA_ONLY -> description.withoutData();
            };
        });
    }

    /**
     * A page of the history of an execution.
     *
     * @throws IllegalArgumentException if there is no such execution, or the token of the query is none or that of another query
     * @throws IllegalStateException if the history was not recorded
     */
    public Page<HistoryEvent> history(String workflow, String name, HistoryQuery query) {
        return queries.history(existing(workflow, name).key(), query);
    }

    /**
     * The whole history of an execution, in the order of the events.
     *
     * @throws IllegalArgumentException if there is no such execution
     * @throws IllegalStateException if the history was not recorded
     */
    public List<HistoryEvent> history(String workflow, String name) {
        return queries.history(existing(workflow, name).key());
    }

    /**
     * Has an execution end as {@code ABORTED}. Does nothing if it has ended.
     *
     * @param error for the description; may be left out
     * @param cause for the description; may be left out
     * @throws IllegalArgumentException if there is no such execution
     */
    public void stop(String workflow, String name, @Nullable String error, @Nullable String cause) {
        store.send(
                existing(workflow, name).key(),
                StoredMessage.Kind.STOP,
                new StoredMessage.Body(null, null, error, cause));
    }

    /**
     * Has an execution that did not succeed go on from where it failed, as {@code RedriveExecution} does.
     *
     * @throws ExecutionNotRedrivableException if it cannot be redriven
     * @throws IllegalArgumentException if there is no such execution
     */
    public void redrive(String workflow, String name) {
        redrive(existing(workflow, name), StoredMessage.Body.NONE);
    }

    /**
     * Redrives an execution, unless that was done by the same token before, as {@link Execution#redrive(String)} does.
     *
     * @param clientToken 1 to 64 characters of ASCII, without blanks, which nobody uses for anything else
     * @throws ExecutionNotRedrivableException if it cannot be redriven
     * @throws IllegalArgumentException if there is no such execution, or it is no such token
     */
    public void redrive(String workflow, String name, String clientToken) {
        ClientTokens.check(clientToken);
        StoredExecution execution = existing(workflow, name);
        if (!ClientTokens.isKnown(store, execution.key(), clientToken, environment.now())) {
            redrive(execution, new StoredMessage.Body(clientToken, null, null, null));
        }
    }

    private void redrive(StoredExecution execution, StoredMessage.Body body) {
        Redrivability.of(execution, environment.now(), settings.limits())
                .check(execution.head().name());
        store.send(execution.key(), StoredMessage.Kind.REDRIVE, body);
    }

    private StoredExecution existing(String workflow, String name) {
        return store.find(workflow, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Execution Does Not Exist: '" + arns.execution(workflow, name) + "'"));
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "ExecutionAdmin";
    }
}
