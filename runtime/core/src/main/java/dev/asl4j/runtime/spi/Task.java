package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskHandler;
import org.jspecify.annotations.Nullable;

/** One resource bound to a handler. */
public final class Task {
    private final String resource;
    private final Invocation invocation;

    private Task(String resource, Invocation invocation) {
        this.resource = resource;
        this.invocation = invocation;
    }

    /**
     * A task whose handler gets the state's effective input and gives its result.
     *
     * @param resource {@code Resource} of the state
     */
    public static <I, O> Task of(String resource, DataType<I> input, DataType<O> output, TaskHandler<I, O> handler) {
        return new Task(resource, (json, context, environment) -> handle(input, output, handler, json, context));
    }

    /**
     * {@code arn:aws:states:::lambda:invoke} with a literal {@code FunctionName}: the handler is that function. It
     * gets {@code Payload} of the parameters ({@code {}} if that is absent or null), and its result is wrapped as the
     * integration does: {@code ExecutedVersion}, {@code Payload}, {@code SdkHttpMetadata}, {@code
     * SdkResponseMetadata}, {@code StatusCode}.
     */
    public static <I, O> Task lambdaInvoke(
            String resource, DataType<I> input, DataType<O> output, TaskHandler<I, O> handler) {
        return new Task(
                resource,
                (json, context, environment) -> LambdaResponse.of(
                        handle(input, output, handler, LambdaResponse.payload(json), context), environment));
    }

    /**
     * {@code arn:aws:states:::lambda:invoke} with a {@code FunctionName} known only at run time: the handler stands for
     * all functions and gets the whole parameters. The result is wrapped as by {@link #lambdaInvoke}.
     */
    public static <I, O> Task lambdaInvokeAny(
            String resource, DataType<I> input, DataType<O> output, TaskHandler<I, O> handler) {
        return new Task(
                resource,
                (json, context, environment) ->
                        LambdaResponse.of(handle(input, output, handler, json, context), environment));
    }

    /** {@code Resource} of the state. */
    public String resource() {
        return resource;
    }

    /**
     * Does the work on this thread; for the driver.
     *
     * @param input the effective input
     * @return any Jackson tree, not yet frozen
     */
    public JsonNode invoke(JsonNode input, TaskContext context, Environment environment) throws Exception {
        return invocation.invoke(input, context, environment);
    }

    @Override
    public String toString() {
        return "Task[" + resource + "]";
    }

    private static <I, O> JsonNode handle(
            DataType<I> input, DataType<O> output, TaskHandler<I, O> handler, JsonNode json, TaskContext context)
            throws Exception {
        @Nullable O result = handler.handle(input.fromJson(json), context);
        if (result == null) {
            return NullNode.getInstance();
        }
        @Nullable JsonNode converted = output.toJson(result);
        return converted == null ? NullNode.getInstance() : converted;
    }

    @FunctionalInterface
    private interface Invocation {
        JsonNode invoke(JsonNode input, TaskContext context, Environment environment) throws Exception;
    }
}
