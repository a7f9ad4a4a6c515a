package dev.asl4j.opentelemetry;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.equalTo;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.spi.ExecutionEnd;
import dev.asl4j.runtime.spi.ExecutionInfo;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.task.TaskFailedException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** One trace for each execution, in however many processes. */
final class ExecutionTracingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ARN = "arn:aws:states:us-east-1:000000000000:execution:order:42";
    private static final String MACHINE_ARN = "arn:aws:states:us-east-1:000000000000:stateMachine:order";
    private static final String CHARGE = "arn:aws:lambda:us-east-1:000000000000:function:charge";
    private static final JsonNode DATA = TextNode.valueOf("secret");

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final ExecutionIdGenerator ids = ExecutionIdGenerator.around(IdGenerator.random());
    private final OpenTelemetrySdk sdk = sdk();
    private final Tracer handlers = sdk.getTracer("handlers");
    private final ExecutionTracing tracing = ExecutionTracing.of(sdk).rootSpans(ids);

    @Test
    void isOneTreeOverTwoProcesses() {
        tracing.intercept(DATA, new Called(ARN, CHARGE), () -> {
            handlers.spanBuilder("inside").startSpan().end();
            return CompletableFuture.completedFuture(DATA);
        });
        ExecutionTracing later = ExecutionTracing.of(sdk).rootSpans(ids);
        later.executionEnded(execution(), end(ExecutionEnd.Status.SUCCEEDED, null, null));

        SpanData inside = span("inside");
        SpanData task = span("task Charge");
        SpanData execution = span("execution order");
        assertThat(inside).hasParent(task);
        assertThat(task).hasParent(execution).hasTraceId(execution.getTraceId());
        assertThat(execution)
                .hasNoParent()
                .startsAt(START)
                .endsAt(START.plusSeconds(60))
                .hasStatus(StatusData.unset())
                .hasAttributesSatisfyingExactly(
                        equalTo(Names.STATE_MACHINE_ARN, MACHINE_ARN),
                        equalTo(Names.EXECUTION_ARN, ARN),
                        equalTo(Names.STATUS, "SUCCEEDED"),
                        equalTo(Names.REDRIVEN, false));
        assertThat(task)
                .hasAttributesSatisfyingExactly(
                        equalTo(Names.STATE_MACHINE_ARN, MACHINE_ARN),
                        equalTo(Names.EXECUTION_ARN, ARN),
                        equalTo(Names.STATE_NAME, "Charge"),
                        equalTo(Names.RESOURCE, CHARGE),
                        equalTo(Names.ATTEMPT, 3),
                        equalTo(Names.DELIVERY, 2));
    }

    @Test
    void aRedrivenExecutionHasASpanForEachTimeItRan() {
        tracing.executionEnded(execution(), end(ExecutionEnd.Status.FAILED, "Broken", null));
        SpanData first = span("execution order");
        exporter.reset();
        tracing.executionEnded(execution(), end(ExecutionEnd.Status.TIMED_OUT, null, START.plusSeconds(30)));

        assertThat(first).hasStatus(StatusData.error()).hasAttribute(Names.ERROR_TYPE, "Broken");
        assertThat(span("execution order"))
                .hasParent(first)
                .startsAt(START.plusSeconds(30))
                .hasStatus(StatusData.error())
                .hasAttribute(Names.ERROR_TYPE, "_OTHER")
                .hasAttribute(Names.REDRIVEN, true);
    }

    @Test
    void withoutRootSpansAllHaveTheSameParent() {
        ExecutionTracing plain = ExecutionTracing.of(sdk);
        plain.intercept(DATA, new Called(ARN, CHARGE), () -> CompletableFuture.completedFuture(DATA));
        plain.executionEnded(execution(), end(ExecutionEnd.Status.ABORTED, "Mine", null));

        SpanContext root = plain.contextOf(ARN);
        assertThat(span("execution order"))
                .hasTraceId(root.getTraceId())
                .hasParentSpanId(root.getSpanId())
                .hasStatus(StatusData.unset());
        assertThat(span("task Charge")).hasTraceId(root.getTraceId()).hasParentSpanId(root.getSpanId());
    }

    @Test
    void saysOfAFailureItsNameAlone() {
        tracing.intercept(
                DATA,
                new Called(ARN, "arn:aws:states:us-east-1:000000000000:activity:approve"),
                () -> CompletableFuture.failedFuture(new TaskFailedException("Refused", "secret")));
        SpanData task = span("task Charge");
        assertThat(task)
                .hasStatus(StatusData.error())
                .hasAttribute(Names.ERROR_TYPE, "Refused")
                .hasAttribute(Names.ACTIVITY_ARN, "arn:aws:states:us-east-1:000000000000:activity:approve")
                .hasTotalRecordedEvents(0);
        org.assertj.core.api.Assertions.assertThat(task.toString()).doesNotContain("secret");
    }

    @Test
    void lastsUntilTheStageIsDoneAndLetsItBeCancelled() {
        CompletableFuture<JsonNode> handler = new CompletableFuture<>();
        CompletionStage<JsonNode> given = tracing.intercept(DATA, new Called(ARN, CHARGE), () -> handler);
        assertThat(exporter.getFinishedSpanItems()).isEmpty();
        given.toCompletableFuture().cancel(true);
        assertThat(handler).isCancelled();
        assertThat(span("task Charge")).hasAttribute(Names.ERROR_TYPE, CancellationException.class.getName());
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void choosesWholeExecutions() {
        ExecutionTracing half = tracing.sampling(0.5);
        int chosen = 0;
        for (int i = 0; i < 1000; i++) {
            String arn = ARN + i;
            exporter.reset();
            half.intercept(DATA, new Called(arn, CHARGE), () -> {
                assertThat(Span.current().getSpanContext().getTraceId())
                        .isEqualTo(half.contextOf(arn).getTraceId());
                return CompletableFuture.completedFuture(DATA);
            });
            half.executionEnded(
                    new ExecutionInfo(arn, "order", "42" + i, ExecutionType.STANDARD, START),
                    end(ExecutionEnd.Status.SUCCEEDED, null, null));
            assertThat(exporter.getFinishedSpanItems().size()).isIn(0, 2);
            chosen += exporter.getFinishedSpanItems().size() / 2;
        }
        assertThat(chosen).isBetween(400, 600);
        assertThatThrownBy(() -> tracing.sampling(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tracing.sampling(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsTheMachineOfExpressExecutionsToo() {
        String express = "arn:aws:states:us-east-1:000000000000:express:order:42:0b1c";
        assertThat(Names.stateMachineArn(express)).isEqualTo(MACHINE_ARN);
        assertThat(tracing.contextOf(express).getTraceId())
                .isNotEqualTo(tracing.contextOf(ARN).getTraceId());
        assertThat(SpanId.isValid(tracing.contextOf(express).getSpanId())).isTrue();
    }

    private OpenTelemetrySdk sdk() {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        return OpenTelemetrySdk.builder().setTracerProvider(provider).build();
    }

    private SpanData span(String name) {
        List<SpanData> found = exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static ExecutionInfo execution() {
        return new ExecutionInfo(ARN, "order", "42", ExecutionType.STANDARD, START);
    }

    private static ExecutionEnd end(ExecutionEnd.Status status, String error, Instant redriven) {
        return new ExecutionEnd(status, error, START.plusSeconds(60), Duration.ofSeconds(60), redriven);
    }
}
