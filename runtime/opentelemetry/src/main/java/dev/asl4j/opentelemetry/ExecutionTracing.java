package dev.asl4j.opentelemetry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.ExecutionEnd;
import dev.asl4j.runtime.spi.ExecutionInfo;
import dev.asl4j.runtime.spi.LifecycleListener;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.task.TaskInterceptor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Makes a trace of each execution: a span for the whole, recorded at its end, and one for each call of a handler, around it, so that what
 * the handler does shows inside.
 *
 * <pre>{@code
 * ExecutionTracing tracing = ExecutionTracing.of(openTelemetry);
 * Engine engine = Engine.builder().lifecycle(tracing).interceptor(tracing).register(workflow).build();
 * }</pre>
 *
 * <p>The ids of the trace and of its root are made of the execution's ARN. So the spans of an execution that lives for days in several
 * processes belong together, and whoever knows the ARN can {@linkplain #contextOf link} to it. Spans have names, times and errors' names,
 * never data.
 *
 * @since 0.1.0
 */
public final class ExecutionTracing implements LifecycleListener, TaskInterceptor {
    private static final String INSTRUMENTATION = "dev.asl4j";
    private static final String OTHER_ERROR = "_OTHER"; // OpenTelemetry's word for an error without a name

    private final Tracer tracer;
    private final double ratio;
    private final @Nullable ExecutionIdGenerator ids;

    private ExecutionTracing(Tracer tracer, double ratio, @Nullable ExecutionIdGenerator ids) {
        this.tracer = tracer;
        this.ratio = ratio;
        this.ids = ids;
    }

    /** Traces all executions. */
    public static ExecutionTracing of(OpenTelemetry openTelemetry) {
        return new ExecutionTracing(openTelemetry.getTracer(INSTRUMENTATION), 1, null);
    }

    /**
     * Traces a part of the executions, each with all of its spans or with none; every process with the same ratio chooses the same ones.
     * The SDK's sampler has to heed the parent, as its default does.
     *
     * @param ratio from 0 to 1
     */
    public ExecutionTracing sampling(double ratio) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("not a ratio from 0 to 1: " + ratio);
        }
        return new ExecutionTracing(tracer, ratio, ids);
    }

    /** Makes the span of an execution the root of its trace. */
    public ExecutionTracing rootSpans(ExecutionIdGenerator ids) {
        return new ExecutionTracing(tracer, ratio, ids);
    }

    /**
     * The span of a whole execution: for links to it, and as the parent of what a worker does for it elsewhere.
     *
     * @param executionArn {@code Execution.id()}, {@code $$.Execution.Id}
     */
    public SpanContext contextOf(String executionArn) {
        return ExecutionIds.root(executionArn, ratio);
    }

    @Override
    public void executionEnded(ExecutionInfo execution, ExecutionEnd end) {
        SpanContext root = contextOf(execution.arn());
        if (!root.isSampled()) {
            return;
        }
        boolean again = end.redriven() != null;
        SpanBuilder builder = tracer.spanBuilder("execution " + execution.machine())
                .setStartTimestamp(again ? end.redriven() : execution.start())
                .setAttribute(Names.STATE_MACHINE_ARN, Names.stateMachineArn(execution.arn(), execution.machine()))
                .setAttribute(Names.EXECUTION_ARN, execution.arn())
                .setAttribute(Names.STATUS, end.status().name())
                .setAttribute(Names.REDRIVEN, again);
        if (ids == null || again) { // the root's id is taken by the span that ended first
            end(builder.setParent(parent(root)).startSpan(), end);
        } else {
            ids.with(root, () -> end(builder.setNoParent().startSpan(), end));
        }
    }

    private static void end(Span span, ExecutionEnd end) {
        switch (end.status()) {
            case SUCCEEDED, ABORTED -> {}
            case FAILED, TIMED_OUT -> failed(span, end.error());
        }
        span.end(end.stop());
    }

    @Override
    public CompletionStage<JsonNode> intercept(JsonNode parameters, TaskContext task, Call call) {
        Span span = start(task);
        CompletionStage<JsonNode> stage =
                Context.current().with(span).wrapSupplier(call::proceed).get();
        stage.whenComplete((result, thrown) -> {
            if (thrown != null) {
                failed(span, error(thrown));
            }
            span.end();
        });
        return stage; // itself, as whoever cancels it must reach the handler
    }

    private Span start(TaskContext task) {
        String arn = task.executionId();
        SpanBuilder builder = tracer.spanBuilder("task " + task.stateName())
                .setParent(parent(contextOf(arn)))
                .setAttribute(Names.STATE_MACHINE_ARN, Names.stateMachineArn(arn))
                .setAttribute(Names.EXECUTION_ARN, arn)
                .setAttribute(Names.STATE_NAME, task.stateName())
                .setAttribute(Names.RESOURCE, task.resource())
                .setAttribute(Names.ATTEMPT, task.attempt())
                .setAttribute(Names.DELIVERY, task.delivery());
        if (Names.isActivity(task.resource())) {
            builder.setAttribute(Names.ACTIVITY_ARN, task.resource());
        }
        return builder.startSpan();
    }

    private static Context parent(SpanContext root) {
        return Context.root().with(Span.wrap(root));
    }

    private static void failed(Span span, @Nullable String error) {
        span.setAttribute(Names.ERROR_TYPE, error == null ? OTHER_ERROR : error);
        span.setStatus(StatusCode.ERROR);
    }

    /** The name alone: messages of exceptions show data. */
    private static @Nullable String error(Throwable thrown) {
        Throwable origin =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return origin instanceof TaskFailedException failed
                ? failed.error()
                : origin.getClass().getName();
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "ExecutionTracing[" + ratio + "]";
    }
}
