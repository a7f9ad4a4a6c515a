package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.task.TaskCallback;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An engine in memory: the threads, and the executions by name. */
public final class EngineCore {
    private static final long PATIENCE_SECONDS = 10;
    private static final String CLOSED = "The engine was closed.";

    private final Environment environment;
    private final @Nullable SystemEnvironment ownEnvironment;
    private final Settings settings;
    private final Tokens tokens = new Tokens();
    private final MapRuns mapRuns;
    private final Registry registry;
    private final Map<String, Registered> machines;
    private final NestedExecutions nested = new NestedExecutions(this);
    private final Activity activity;
    private final ExecutorService handlers = HandlerThreads.create();
    private final ExecutorService turns = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()), HandlerThreads.daemons("asl4j-engine-"));

    /**
     * An engine.
     *
     * @param settings without an environment: the system's, with a timer thread of the engine's own
     * @param retained how many ended executions are remembered, the last ones
     * @param machines by name, for executions that start others
     */
    public EngineCore(Settings settings, int retained, Map<String, Registered> machines) {
        @Nullable Environment environment = settings.environment();
        ownEnvironment = environment == null ? new SystemEnvironment() : null;
        this.environment = ownEnvironment == null ? Objects.requireNonNull(environment) : ownEnvironment;
        this.settings = settings;
        registry = new Registry(retained);
        this.machines = Map.copyOf(machines);
        mapRuns = new MapRuns(retained);
        activity = new Activity(this.environment);
    }

    /**
     * Starts an execution, or finds the one that runs under that name with the same input.
     *
     * @return null if the name is taken otherwise
     * @throws IllegalStateException if the engine is closed
     */
    public @Nullable EngineExecution start(StateMachine machine, ExecutionType type, String name, JsonNode input) {
        return start(new Registered(machine, type), name, input, false);
    }

    /** {@link #start} by an execution, which an engine that is being closed still waits for. */
    @Nullable
    EngineExecution startNested(Registered registered, String name, JsonNode input) {
        return start(registered, name, input, true);
    }

    private @Nullable EngineExecution start(Registered registered, String name, JsonNode input, boolean isNested) {
        StateMachine machine = registered.machine();
        Quotas.checkInput(settings.limits(), input);
        Registry.Place place = registry.add(machine.name(), name, isNested, () -> {
            Identity identity = new Identity(machine.name(), name, input, registered.type(), settings, environment);
            return new EngineExecution(this, machine, identity, null);
        });
        EngineExecution execution = place.execution();
        if (place.isNew()) {
            execution.post(new Message.Start());
            return execution;
        }
        // asked outside of the registry: it may be in a turn whose listener asks the registry
        return execution.isRunningWith(input) ? execution : null;
    }

    /** Starts a child of another execution; also while the engine waits for the end of those that run. */
    EngineExecution startChild(StateMachine machine, Identity identity, Consumer<Outcome> parent) {
        EngineExecution child = new EngineExecution(this, machine, identity, parent);
        registry.childStarted();
        child.post(new Message.Start());
        return child;
    }

    /** The execution of that name; null if there is none. */
    public @Nullable EngineExecution find(String machine, String name) {
        return registry.find(machine, name);
    }

    /**
     * Refuses new executions, waits until all have ended, and ends the threads. What still runs after the time is up, or
     * when this thread is interrupted, is aborted.
     *
     * @param patience how long to wait, by the system's clock; null means without limit
     */
    public void close(@Nullable Duration patience) {
        boolean interrupted = false;
        try {
            registry.awaitEnd(patience);
        } catch (InterruptedException wantsToGo) {
            interrupted = true;
        }
        for (EngineExecution execution : registry.close()) {
            execution.stop(null, CLOSED);
        }
        interrupted |= registry.awaitCompletions();
        turns.shutdown();
        handlers.shutdownNow();
        if (ownEnvironment != null) {
            ownEnvironment.close();
        }
        interrupted |= awaitThreads(interrupted);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What new executions get their ids from. */
    public Environment environment() {
        return environment;
    }

    /** The callback of an open token. */
    public TaskCallback token(String text) {
        return tokens.find(text);
    }

    NestedExecutions nested() {
        return nested;
    }

    @Nullable
    Registered registered(String machine) {
        return machines.get(machine);
    }

    /** The Map Runs that are known. */
    public MapRuns mapRuns() {
        return mapRuns;
    }

    Settings settings() {
        return settings;
    }

    Tokens tokens() {
        return tokens;
    }

    Activity activity() {
        return activity;
    }

    ExecutorService handlers() {
        return handlers;
    }

    /** Gives an execution a turn; false if the engine is closed. */
    boolean enqueue(EngineExecution execution) {
        try {
            turns.execute(execution);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** Makes the end known, on a handler thread: what users hang on the result must not hold up an engine's thread. */
    void ended(EngineExecution execution, Outcome outcome) {
        @Nullable Consumer<Outcome> parent = execution.parent();
        if (parent != null) {
            parent.accept(outcome);
            registry.childEnded();
            return;
        }
        activity.begin();
        Runnable news = () -> {
            try {
                execution.result().complete(outcome);
            } finally {
                registry.ended(execution);
                activity.end();
            }
        };
        try {
            handlers.execute(news);
        } catch (OutOfMemoryError noThread) { // better here than never
            news.run();
        }
    }

    /** Waits for handlers that were cancelled and are slow to notice; a thread that was interrupted does not. */
    private boolean awaitThreads(boolean hurry) {
        if (hurry) {
            return true;
        }
        try {
            boolean gone = turns.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    && handlers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    && (ownEnvironment == null || ownEnvironment.awaitEnd(PATIENCE_SECONDS));
            return !gone && Thread.interrupted();
        } catch (InterruptedException wantsToGo) {
            return true;
        }
    }
}
