package dev.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.internal.EngineCore;
import dev.asl4j.runtime.internal.EngineExecution;
import dev.asl4j.runtime.internal.Identity;
import dev.asl4j.runtime.internal.Registered;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.ExecutionListener;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.HistoryListener;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.task.TaskInterceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs many executions at once, in memory. An execution that waits holds no thread. Threads may share an engine.
 *
 * <pre>{@code
 * try (Engine engine = Engine.builder().register(workflow).build()) {
 *   Execution<JsonNode> execution = engine.start(workflow, "order-42", order);
 *   execution.result().get();
 * }
 * }</pre>
 */
public final class Engine implements AutoCloseable {
    private final EngineCore core;
    private final Map<String, Entry> workflows;

    private Engine(EngineCore core, Map<String, Entry> workflows) {
        this.core = core;
        this.workflows = workflows;
    }

    /** A builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts an execution under a new name, a UUID.
     *
     * @throws IllegalArgumentException if the workflow is not registered
     * @throws IllegalStateException if the engine is closed
     */
    public <I, O> Execution<O> start(Workflow<I, O> workflow, I input) {
        return start(workflow, core.environment().newId().toString(), input);
    }

    /**
     * Starts an execution. If one of that name runs with the same input, that one is given; so a start can be repeated
     * safely.
     *
     * @param name 1 to 80 characters, without blanks, control characters and any of
     *     <code>{@literal < > { } [ ] ? * " # % \ ^ | ~ ` $ & , ; : /}</code>
     * @throws ExecutionAlreadyExistsException if one of that name has ended, or runs with another input
     * @throws IllegalArgumentException if the name is not allowed, or the workflow not registered
     * @throws IllegalStateException if the engine is closed
     */
    public <I, O> Execution<O> start(Workflow<I, O> workflow, String name, I input) {
        ExecutionType type = registered(workflow).type();
        JsonNode json = workflow.inputJson(input);
        @Nullable EngineExecution execution = core.start(workflow.machine(), type, Identity.checkName(name), json);
        if (execution == null) {
            throw new ExecutionAlreadyExistsException(name);
        }
        return new Execution<>(execution, workflow.outputType());
    }

    /**
     * Finds an execution that runs, or is one of the last that have ended.
     *
     * @throws IllegalArgumentException if the workflow is not registered
     */
    public <O> Optional<Execution<O>> find(Workflow<?, O> workflow, String name) {
        registered(workflow);
        return Optional.ofNullable(core.find(workflow.name(), name))
                .map(execution -> new Execution<>(execution, workflow.outputType()));
    }

    /**
     * The Map Runs of an execution, in the order in which they started, running or ended; not those inside of its children.
     *
     * @since 0.1.0
     */
    public List<MapRunDescription> mapRuns(Execution<?> execution) {
        return execution.mapRuns();
    }

    /**
     * Describes a Map Run, also one inside of a child execution. Ended ones are remembered as executions are, see {@link
     * Builder#remember}.
     *
     * @param mapRunArn {@code arn:aws:states:us-east-1:000000000000:mapRun:<machine>/<label>:<uuid>}
     * @since 0.1.0
     */
    public Optional<MapRunDescription> describeMapRun(String mapRunArn) {
        return Optional.ofNullable(core.mapRuns().find(mapRunArn)).map(MapRunDescription::of);
    }

    /**
     * Answers a task token: the task succeeded, with this very result.
     *
     * @param token {@code $$.Task.Token}, as the task was given it
     * @throws TaskAnswerException if the token is not known, no longer waited for, or no token, or the tree has no JSON form
     */
    public void sendTaskSuccess(String token, JsonNode output) {
        core.token(token).success(output);
    }

    /**
     * Answers a task token: the task failed. Error and cause are cut at 256 and 32,768 characters.
     *
     * @throws TaskAnswerException if the token is not known, no longer waited for, or no token
     */
    public void sendTaskFailure(String token, @Nullable String error, @Nullable String cause) {
        core.token(token).failure(error, cause);
    }

    /**
     * Says of a task token that the work goes on: the gap of {@code HeartbeatSeconds} starts anew.
     *
     * @throws TaskAnswerException if the token is not known, no longer waited for, or no token
     */
    public void sendTaskHeartbeat(String token) {
        core.token(token).heartbeat();
    }

    /**
     * Refuses new executions, waits until all have ended, however long they wait themselves, and ends the engine's
     * threads. If this thread is interrupted, the executions that still run are aborted. Not for handlers and listeners:
     * they would wait for themselves.
     */
    @Override
    public void close() {
        core.close(null);
    }

    /**
     * Closes as {@link #close()} does, but aborts what still runs when the time is up.
     *
     * @param patience real time to wait; {@link Duration#ZERO} aborts at once
     */
    public void close(Duration patience) {
        core.close(patience);
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "Engine" + workflows.keySet();
    }

    private Entry registered(Workflow<?, ?> workflow) {
        @Nullable Entry registered = workflows.get(workflow.name());
        if (registered == null || registered.workflow() != workflow) {
            throw new IllegalArgumentException("not registered with this engine: " + workflow);
        }
        return registered;
    }

    private record Entry(Workflow<?, ?> workflow, ExecutionType type) {
        Registered machine() {
            return new Registered(workflow.machine(), type);
        }
    }

    /** Collects what an engine is made of. */
    public static final class Builder {
        private static final int RETAINED = 10_000;

        private final Map<String, Entry> workflows = new TreeMap<>();
        private Settings settings = Settings.DEFAULTS;
        private int retained = RETAINED;

        private Builder() {}

        /** Time, ids and randomness; the system's if left out. */
        public Builder environment(Environment environment) {
            settings = settings.environment(environment);
            return this;
        }

        /** Who hears of the states that executions enter and leave; nobody if left out. */
        public Builder listener(ExecutionListener listener) {
            settings = settings.listener(listener);
            return this;
        }

        /** Who hears of the history events; nobody if left out: then none is built. */
        public Builder history(HistoryListener history) {
            settings = settings.history(history);
            return this;
        }

        /** Who stands between the states and the handlers, such as a mock; nobody if left out. */
        public Builder interceptor(TaskInterceptor interceptor) {
            settings = settings.interceptor(interceptor);
            return this;
        }

        /** What becomes of an execution that exceeds a quota; {@link Limits#OFF} if left out. */
        public Builder limits(Limits limits) {
            settings = settings.limits(limits);
            return this;
        }

        /** Where distributed Maps read items and write results; none if left out. */
        public Builder objectStore(ObjectStore store) {
            settings = settings.objectStore(store);
            return this;
        }

        /**
         * The account in ARNs; {@code 000000000000} if left out.
         *
         * @throws IllegalArgumentException if it is not 12 digits
         */
        public Builder account(String account) {
            settings = settings.account(account);
            return this;
        }

        /**
         * The region in ARNs; {@code us-east-1} if left out.
         *
         * @throws IllegalArgumentException if it is not the name of a region
         */
        public Builder region(String region) {
            settings = settings.region(region);
            return this;
        }

        /**
         * Under which name the handlers of activities show in the history, as a worker's that polls for them does; without a name if
         * left out.
         */
        public Builder workerName(String workerName) {
            settings = settings.workerName(workerName);
            return this;
        }

        /**
         * How many ended executions are remembered for {@link Engine#find} and for the uniqueness of names: the last
         * 10,000 if left out. Their names are free again after that.
         */
        public Builder remember(int endedExecutions) {
            if (endedExecutions < 0) {
                throw new IllegalArgumentException("not a number of executions: " + endedExecutions);
            }
            retained = endedExecutions;
            return this;
        }

        /**
         * Adds a workflow, as a Standard one.
         *
         * @throws IllegalArgumentException if another one of the same name was added
         */
        public Builder register(Workflow<?, ?> workflow) {
            return register(workflow, ExecutionType.STANDARD);
        }

        /**
         * Adds a workflow.
         *
         * @throws IllegalArgumentException if another one of the same name was added, or this one as another type
         */
        public Builder register(Workflow<?, ?> workflow, ExecutionType type) {
            @Nullable Entry other = workflows.putIfAbsent(workflow.name(), new Entry(workflow, type));
            if (other != null && (other.workflow() != workflow || other.type() != type)) {
                throw new IllegalArgumentException("two workflows have the name " + workflow.name());
            }
            return this;
        }

        /** The engine, running. */
        public Engine build() {
            Map<String, Registered> machines = new TreeMap<>();
            workflows.forEach((name, entry) -> machines.put(name, entry.machine()));
            return new Engine(new EngineCore(settings, retained, machines), new TreeMap<>(workflows));
        }
    }
}
