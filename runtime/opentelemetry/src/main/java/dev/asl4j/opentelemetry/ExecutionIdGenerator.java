package dev.asl4j.opentelemetry;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Lets the span of an execution have the very id that the spans of its tasks name as their parent, so that it is the root of its trace.
 * Part of the SDK's configuration:
 *
 * <pre>{@code
 * ExecutionIdGenerator ids = ExecutionIdGenerator.around(IdGenerator.random());
 * SdkTracerProvider provider = SdkTracerProvider.builder().setIdGenerator(ids).build();
 * ExecutionTracing tracing = ExecutionTracing.of(openTelemetry).rootSpans(ids);
 * }</pre>
 *
 * <p>Without one the span of an execution is a sibling of those of its tasks, all below a span that does not exist.
 *
 * @since 0.1.0
 */
public final class ExecutionIdGenerator implements IdGenerator {
    private static final ThreadLocal<@Nullable SpanContext> NEXT = new ThreadLocal<>();

    private final IdGenerator others;

    private ExecutionIdGenerator(IdGenerator others) {
        this.others = others;
    }

    /**
     * A generator.
     *
     * @param others gives all ids but those of executions
     */
    public static ExecutionIdGenerator around(IdGenerator others) {
        return new ExecutionIdGenerator(others);
    }

    @Override
    public String generateTraceId() {
        @Nullable SpanContext context = NEXT.get();
        return context == null ? others.generateTraceId() : context.getTraceId();
    }

    @Override
    public String generateSpanId() {
        @Nullable SpanContext context = NEXT.get();
        return context == null ? others.generateSpanId() : context.getSpanId();
    }

    /** What this thread does starts the span with these ids. */
    void with(SpanContext context, Runnable start) {
        NEXT.set(context);
        try {
            start.run();
        } finally {
            NEXT.remove();
        }
    }
}
