package dev.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.internal.EngineCore;
import dev.asl4j.runtime.internal.EngineExecution;
import dev.asl4j.runtime.internal.Identity;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.ExecutionListener;
import java.time.Duration;
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
    private final Map<String, Workflow<?, ?>> workflows;

    private Engine(EngineCore core, Map<String, Workflow<?, ?>> workflows) {
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
        checkRegistered(workflow);
        JsonNode json = workflow.inputJson(input);
        @Nullable EngineExecution execution = core.start(workflow.machine(), Identity.checkName(name), json);
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
        checkRegistered(workflow);
        return Optional.ofNullable(core.find(workflow.name(), name))
                .map(execution -> new Execution<>(execution, workflow.outputType()));
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

    private void checkRegistered(Workflow<?, ?> workflow) {
        if (workflows.get(workflow.name()) != workflow) {
            throw new IllegalArgumentException("not registered with this engine: " + workflow);
        }
    }

    /** Collects what an engine is made of. */
    public static final class Builder {
        private static final int RETAINED = 10_000;

        private final Map<String, Workflow<?, ?>> workflows = new TreeMap<>();
        private @Nullable Environment environment;
        private @Nullable ExecutionListener listener;
        private int retained = RETAINED;

        private Builder() {}

        /** Time, ids and randomness; the system's if left out. */
        public Builder environment(Environment environment) {
            this.environment = environment;
            return this;
        }

        /** Who hears of the states that executions enter and leave; nobody if left out. */
        public Builder listener(ExecutionListener listener) {
            this.listener = listener;
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
         * Adds a workflow.
         *
         * @throws IllegalArgumentException if another one of the same name was added
         */
        public Builder register(Workflow<?, ?> workflow) {
            @Nullable Workflow<?, ?> other = workflows.putIfAbsent(workflow.name(), workflow);
            if (other != null && other != workflow) {
                throw new IllegalArgumentException("two workflows have the name " + workflow.name());
            }
            return this;
        }

        /** The engine, running. */
        public Engine build() {
            return new Engine(new EngineCore(environment, listener, retained), new TreeMap<>(workflows));
        }
    }
}
