package dev.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.internal.CallerThread;
import dev.asl4j.runtime.internal.Identity;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.internal.SystemEnvironment;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.StateMachine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A compiled state machine with its task handlers. Generated classes extend it. Threads may share one, if the handlers
 * allow it.
 *
 * @param <I> input of an execution
 * @param <O> output of an execution
 */
public abstract class Workflow<I, O> {
    private final DataType<I> input;
    private final DataType<O> output;

    /** For generated code. */
    protected Workflow(DataType<I> input, DataType<O> output) {
        this.input = input;
        this.output = output;
    }

    /** The compiled definition. */
    protected abstract StateMachine machine();

    /** The state machine's name: the definition's file name without its ending. */
    public final String name() {
        return machine().name();
    }

    /**
     * Runs an execution on this thread, as {@code StartSyncExecution} does, and waits for its end in real time.
     *
     * @return the output
     * @throws ExecutionFailedException if it ends otherwise; {@code ABORTED} if this thread is interrupted, which it then
     *     stays
     */
    public final O run(I input) {
        return run(input, RunOptions.defaults());
    }

    /**
     * Runs an execution on this thread with time, ids and randomness of one's own, such as {@code VirtualTime}.
     *
     * @return the output
     * @throws ExecutionFailedException if it ends otherwise; {@code ABORTED} if this thread is interrupted, which it then
     *     stays
     */
    public final O run(I input, Environment environment) {
        return run(input, RunOptions.defaults().environment(environment));
    }

    /**
     * Runs an execution on this thread with options.
     *
     * @return the output
     * @throws ExecutionFailedException if it ends otherwise; {@code ABORTED} if this thread is interrupted, which it then
     *     stays
     */
    public final O run(I input, RunOptions options) {
        StateMachine machine = machine();
        Settings settings = options.settings();
        @Nullable Environment given = settings.environment();
        Environment environment = given == null ? SystemEnvironment.shared() : given;
        Identity identity =
                new Identity(machine.name(), options.name(), inputJson(input), options.type(), settings, environment);
        return Outcomes.value(CallerThread.run(machine, identity, settings, environment), identity, output);
    }

    final JsonNode inputJson(I input) {
        return Json.freeze(this.input.toJson(Objects.requireNonNull(input, "input")));
    }

    final DataType<O> outputType() {
        return output;
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "Workflow[" + name() + "]";
    }
}
