package dev.asl4j.opentelemetry;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Traces of real executions. */
@Timeout(60)
final class EngineTracesTest {
    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final ExecutionIdGenerator ids = ExecutionIdGenerator.around(IdGenerator.random());
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .setIdGenerator(ids)
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();
    private final Tracer handlers = sdk.getTracer("handlers");
    private final ExecutionStore store = ExecutionStore.inMemory();

    @Test
    void anExecutionInTwoEnginesIsOneTrace() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        OneTask workflow = new OneTask((input, task) -> {
            handlers.spanBuilder("inside").startSpan().end();
            called.countDown();
            if (calls.incrementAndGet() == 1) {
                new CountDownLatch(1).await();
            }
            return input;
        });
        Engine first = engine(workflow);
        String arn = first.start(workflow, "order-42", Json.parse("{}")).id();
        called.await();
        first.shutdownNow();
        try (Engine second = engine(workflow)) {
            second.find(workflow, "order-42").orElseThrow().result().join();
        }

        SpanData execution = spans("execution order").get(0);
        assertThat(execution)
                .hasNoParent()
                .hasTraceId(ExecutionTracing.of(sdk).contextOf(arn).getTraceId());
        List<SpanData> tasks = spans("task Charge");
        assertThat(tasks).hasSize(2);
        tasks.forEach(task -> assertThat(task).hasParent(execution));
        assertThat(tasks.get(0))
                .hasStatus(StatusData.error())
                .hasAttribute(Names.ERROR_TYPE, InterruptedException.class.getName());
        assertThat(tasks.get(1)).hasStatus(StatusData.unset());
        assertThat(spans("inside"))
                .extracting(SpanData::getParentSpanId)
                .containsExactlyInAnyOrderElementsOf(
                        tasks.stream().map(SpanData::getSpanId).toList());
    }

    @Test
    void failuresShowTheirNames() {
        OneTask workflow = new OneTask((input, task) -> {
            throw new TaskFailedException("Refused", "secret");
        });
        try (Engine engine = engine(workflow)) {
            assertThat(catchThrowable(() ->
                            engine.start(workflow, Json.parse("{}")).result().join()))
                    .isNotNull();
        }
        for (String name : List.of("execution order", "task Charge")) {
            assertThat(spans(name).get(0)).hasStatus(StatusData.error()).hasAttribute(Names.ERROR_TYPE, "Refused");
        }
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    private Engine engine(OneTask workflow) {
        ExecutionTracing tracing = ExecutionTracing.of(sdk).rootSpans(ids);
        return Engine.builder()
                .environment(time)
                .store(store)
                .lifecycle(tracing)
                .interceptor(tracing)
                .register(workflow)
                .build();
    }

    private List<SpanData> spans(String name) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }
}
