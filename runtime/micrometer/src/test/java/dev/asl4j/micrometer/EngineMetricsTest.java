package dev.asl4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an engine does shows in the registry once the engine is closed. */
@Timeout(60)
final class EngineMetricsTest {
    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void countsExecutionsAndTasks() {
        OneTask workflow = new OneTask((input, task) -> {
            time.advance(Duration.ofSeconds(3));
            if (input.has("bad")) {
                throw new TaskFailedException("Refused", "no money");
            }
            return input;
        });
        try (Engine engine = Engine.builder()
                .environment(time)
                .lifecycle(MicrometerListener.of(registry))
                .register(workflow)
                .build()) {
            engine.start(workflow, Json.parse("{}")).result().join();
            engine.start(workflow, Json.parse("{}")).result().join();
            assertThat(catchThrowable(() -> engine.start(workflow, Json.parse("{\"bad\": true}"))
                            .result()
                            .join()))
                    .isNotNull();
        }
        assertThat(count("states.executions.started")).isEqualTo(3);
        assertThat(count("states.executions.succeeded")).isEqualTo(2);
        assertThat(count("states.executions.failed")).isEqualTo(1);
        assertThat(count("states.lambda.functions.scheduled")).isEqualTo(3);
        assertThat(count("states.lambda.functions.started")).isEqualTo(3);
        assertThat(count("states.lambda.functions.succeeded")).isEqualTo(2);
        assertThat(count("states.lambda.functions.failed")).isEqualTo(1);
        assertThat(seconds("states.execution.time")).isEqualTo(9);
        assertThat(seconds("states.lambda.function.run.time")).isEqualTo(9);
        assertThat(seconds("states.lambda.function.schedule.time")).isZero();
        assertThat(registry.get("asl4j.commit.time").timer().count()).isEqualTo(6);
        assertThat(registry.get("asl4j.executions.held").gauge().value()).isZero();
    }

    private double count(String name) {
        return registry.get(name).tag("state.machine", "order").counter().count();
    }

    private double seconds(String name) {
        return registry.get(name).tag("state.machine", "order").timer().totalTime(TimeUnit.SECONDS);
    }
}
