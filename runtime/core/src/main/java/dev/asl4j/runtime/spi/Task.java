package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.data.Intake;
import dev.asl4j.runtime.task.AsyncTaskHandler;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One resource bound to a handler.
 *
 * <p>The handler of {@code arn:aws:states:::states:startExecution} and its {@code .sync} forms need not be the user's: generated code
 * binds {@link #startExecution}, or lets a user override it by a default method of {@code Tasks} that calls {@link
 * TaskContext#startExecution} and is bound by {@link #async}.
 */
public final class Task {
    /** A call that takes less than this, in nanoseconds, costs less than the way to another thread and back. */
    private static final long QUICK = 100_000;

    private static final int ENOUGH = 3;
    private static final int AFTER_A_LONG_ONE = -5;

    private final String resource;
    private final @Nullable Invocation invocation;
    private final @Nullable AsyncInvocation asyncInvocation;

    /** What it is called for, without a conversion before or after it; null if there are some. */
    private final @Nullable TaskHandler<JsonNode, JsonNode> direct;

    private final boolean job;
    private final boolean plain;
    private final Intake results = new Intake();
    private int quickCalls; // threads may lose what others count

    private Task(
            String resource,
            @Nullable Invocation invocation,
            @Nullable AsyncInvocation asyncInvocation,
            @Nullable TaskHandler<JsonNode, JsonNode> direct) {
        this.resource = resource;
        this.invocation = invocation;
        this.asyncInvocation = asyncInvocation;
        this.direct = direct;
        job = resource.endsWith(".waitForTaskToken") || resource.endsWith(".sync") || resource.endsWith(".sync:2");
        plain = invocation != null
                && !job
                && !resource.contains(":activity:")
                && !resource.endsWith(":apigateway:invoke");
    }

    /**
     * A task whose handler gets the state's effective input and gives its result. If the resource ends in {@code .waitForTaskToken} what
     * it gives is the service's first answer, and the result is the answer to the token.
     *
     * @param resource {@code Resource} of the state
     */
    public static <I, O> Task of(String resource, DataType<I> input, DataType<O> output, TaskHandler<I, O> handler) {
        return new Task(
                resource,
                (json, context, environment) -> handle(input, output, handler, json, context),
                null,
                isJson(input) && isJson(output) ? onJson(handler) : null);
    }

    /**
     * A task whose work goes on without a thread, otherwise as {@link #of}.
     *
     * @param resource {@code Resource} of the state
     */
    public static <I, O> Task async(
            String resource, DataType<I> input, DataType<O> output, AsyncTaskHandler<I, O> handler) {
        return stage(resource, (json, context, environment) -> begin(input, output, handler, json, context));
    }

    /**
     * {@code arn:aws:states:::lambda:invoke} with a literal {@code FunctionName}: the handler is that function. It
     * gets {@code Payload} of the parameters ({@code {}} if that is absent or null), and its result is wrapped as the
     * integration does: {@code ExecutedVersion}, {@code Payload}, {@code SdkHttpMetadata}, {@code
     * SdkResponseMetadata}, {@code StatusCode}.
     */
    public static <I, O> Task lambdaInvoke(
            String resource, DataType<I> input, DataType<O> output, TaskHandler<I, O> handler) {
        return blocking(
                resource,
                (json, context, environment) -> LambdaResponse.of(
                        handle(input, output, handler, LambdaResponse.payload(json), context), environment));
    }

    /** {@link #lambdaInvoke} with a function whose work goes on without a thread. */
    public static <I, O> Task lambdaInvokeAsync(
            String resource, DataType<I> input, DataType<O> output, AsyncTaskHandler<I, O> handler) {
        return stage(
                resource,
                (json, context, environment) ->
                        wrapped(begin(input, output, handler, LambdaResponse.payload(json), context), environment));
    }

    /**
     * {@code arn:aws:states:::lambda:invoke} with a {@code FunctionName} known only at run time: the handler stands for
     * all functions and gets the whole parameters. The result is wrapped as by {@link #lambdaInvoke}.
     */
    public static <I, O> Task lambdaInvokeAny(
            String resource, DataType<I> input, DataType<O> output, TaskHandler<I, O> handler) {
        return blocking(
                resource,
                (json, context, environment) ->
                        LambdaResponse.of(handle(input, output, handler, json, context), environment));
    }

    /** {@link #lambdaInvokeAny} with a handler whose work goes on without a thread. */
    public static <I, O> Task lambdaInvokeAnyAsync(
            String resource, DataType<I> input, DataType<O> output, AsyncTaskHandler<I, O> handler) {
        return stage(
                resource,
                (json, context, environment) -> wrapped(begin(input, output, handler, json, context), environment));
    }

    /**
     * {@code arn:aws:states:::states:startExecution}, also with {@code .sync}, {@code .sync:2} or {@code .waitForTaskToken}: runs another
     * workflow of the same engine, see {@link TaskContext#startExecution}. Needs no handler.
     */
    public static Task startExecution(String resource) {
        return async(resource, DataType.JSON, DataType.JSON, (input, task) -> task.startExecution(input));
    }

    /**
     * What a handler answers its token with, of the type that is declared for it.
     *
     * @return its methods throw IllegalStateException if the state does not wait for a token
     */
    public static <A> TaskCallback<A> callback(TaskContext context, DataType<A> answer) {
        return new TypedCallback<>(context, answer);
    }

    /** {@code Resource} of the state. */
    public String resource() {
        return resource;
    }

    /** Whether a service first takes it on, and reports its end later, or somebody else does. */
    public boolean isJob() {
        return job;
    }

    /**
     * Whether it is nothing but a call: no job, no token, no activity, which workers may ask for, and nothing that Step Functions itself looks
     * at in the parameters.
     */
    public boolean isPlain() {
        return plain;
    }

    /** Whether it is {@linkplain #isPlain plain}, and calls have taken so little time lately that others may wait for them. */
    public boolean isQuick() {
        return plain && quickCalls >= ENOUGH;
    }

    /** A call took so many nanoseconds. */
    public void took(long nanoseconds) {
        quickCalls = nanoseconds < QUICK ? Math.min(ENOUGH, quickCalls + 1) : AFTER_A_LONG_ONE;
    }

    /** A call takes so long that others should not have to wait for it. */
    public void lasts() {
        quickCalls = AFTER_A_LONG_ONE;
    }

    /** Whether the work is done by {@link #invokeAsync}. */
    public boolean isAsync() {
        return asyncInvocation != null;
    }

    /**
     * Does the work on this thread; for the driver, if the task is not {@linkplain #isAsync async}.
     *
     * @param input the effective input
     * @return any Jackson tree, not yet frozen
     */
    public JsonNode invoke(JsonNode input, TaskContext context, Environment environment) throws Exception {
        if (invocation == null) {
            throw new IllegalStateException("an asynchronous task");
        }
        return invocation.invoke(input, context, environment);
    }

    /**
     * Begins the work on this thread; for the driver, if the task is {@linkplain #isAsync async}.
     *
     * @param input the effective input
     * @return gives any Jackson tree, not yet frozen; cancelling it cancels the handler's stage
     */
    public CompletableFuture<JsonNode> invokeAsync(JsonNode input, TaskContext context, Environment environment)
            throws Exception {
        if (asyncInvocation == null) {
            throw new IllegalStateException("not an asynchronous task");
        }
        return asyncInvocation.invoke(input, context, environment);
    }

    /**
     * The handler, if {@link #invoke} does nothing but call it: for the driver, which has one method less on the way by that. Null
     * otherwise.
     *
     * @return may give null for JSON's null
     */
    public @Nullable TaskHandler<JsonNode, JsonNode> direct() {
        return direct;
    }

    /**
     * What it gave, frozen; for the driver.
     *
     * @param result null means JSON's null
     */
    public JsonNode frozen(@Nullable JsonNode result) {
        return result == null ? NullNode.getInstance() : results.freeze(result);
    }

    @Override
    public String toString() {
        return "Task[" + resource + "]";
    }

    private static Task blocking(String resource, Invocation invocation) {
        return new Task(resource, invocation, null, null);
    }

    private static Task stage(String resource, AsyncInvocation invocation) {
        return new Task(resource, null, invocation, null);
    }

    private static boolean isJson(DataType<?> type) {
        return type == DataType.JSON;
    }

    @SuppressWarnings("unchecked") // of a handler whose types are both JSON
    private static TaskHandler<JsonNode, JsonNode> onJson(TaskHandler<?, ?> handler) {
        return (TaskHandler<JsonNode, JsonNode>) handler;
    }

    private static <I, O> JsonNode handle(
            DataType<I> input, DataType<O> output, TaskHandler<I, O> handler, JsonNode json, TaskContext context)
            throws Exception {
        return toJson(output, handler.handle(input.fromJson(json), context));
    }

    private static <I, O> CompletableFuture<JsonNode> begin(
            DataType<I> input, DataType<O> output, AsyncTaskHandler<I, O> handler, JsonNode json, TaskContext context)
            throws Exception {
        CompletionStage<O> stage = handler.handle(input.fromJson(json), context);
        return derived(stage.toCompletableFuture(), result -> toJson(output, result));
    }

    private static CompletableFuture<JsonNode> wrapped(CompletableFuture<JsonNode> payload, Environment environment) {
        return derived(payload, result -> LambdaResponse.of(result, environment));
    }

    /** {@code thenApply}, but cancelling what it gives cancels what it hangs on. */
    private static <T> CompletableFuture<JsonNode> derived(
            CompletableFuture<T> source, Function<? super T, JsonNode> conversion) {
        CompletableFuture<JsonNode> result = source.thenApply(conversion);
        CompletionStage<JsonNode> end = result;
        end.whenComplete((value, thrown) -> {
            if (result.isCancelled()) {
                source.cancel(true);
            }
        });
        return result;
    }

    private static <O> JsonNode toJson(DataType<O> output, @Nullable O result) {
        if (result == null) {
            return output.nothing();
        }
        @Nullable JsonNode converted = output.toJson(result);
        return converted == null ? NullNode.getInstance() : converted;
    }

    @FunctionalInterface
    private interface Invocation {
        JsonNode invoke(JsonNode input, TaskContext context, Environment environment) throws Exception;
    }

    @FunctionalInterface
    private interface AsyncInvocation {
        CompletableFuture<JsonNode> invoke(JsonNode input, TaskContext context, Environment environment)
                throws Exception;
    }
}
