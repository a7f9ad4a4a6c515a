package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ended long ago goes, and its name is free again. */
@Timeout(60)
final class EngineRetentionTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final ExecutionStore store = ExecutionStore.inMemory();
    private final Workflow<JsonNode, JsonNode> workflow =
            states().pass("Pass", END).workflow();
    private final Workflow<JsonNode, JsonNode> waiting = States.workflow(
            "waiting", 0, states().pause("Wait", 90 * 86_400, END).scope());

    @Test
    void anEngineThatGoesOnRemovesItWhenAnotherOneEnds() {
        time.pause();
        try (Engine engine = engine(MONTH)) {
            engine.start(waiting, "open", json("1"));
            engine.start(workflow, "old", json("1"));
            time.advance(MONTH.plusSeconds(1));
            engine.start(workflow, "new", json("1"));
            awaitGone(engine, "old");
            assertThat(engine.find(workflow, "new")).isPresent();
            assertThat(engine.find(waiting, "open")).isPresent();
            assertThat(engine.start(workflow, "old", json("2")).result().join()).isEqualTo(json("2"));
        }
    }

    @Test
    void anEngineRemovesItAsItBegins() {
        time.pause();
        try (Engine engine = engine(MONTH)) {
            engine.start(workflow, "old", json("1"));
            time.advance(MONTH.minusSeconds(1));
            engine.start(workflow, "new", json("1"));
        }
        time.advance(Duration.ofSeconds(2));
        try (Engine engine = engine(MONTH)) {
            awaitGone(engine, "old");
            assertThat(engine.find(workflow, "new")).isPresent();
        }
    }

    @Test
    void bounds() {
        for (Duration wrong :
                new Duration[] {Duration.ZERO, Duration.ofSeconds(-1), Duration.ofSeconds(Long.MAX_VALUE)}) {
            assertThatThrownBy(() -> Engine.builder().retention(wrong)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Engine.builder().storePatience(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String wrong : new String[] {"", "w".repeat(81)}) {
            assertThatThrownBy(() -> Engine.builder().workerName(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Engine.builder().maxInMemory(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Engine.builder().maxHandlerThreads(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Engine.builder().remember(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void awaitGone(Engine engine, String name) {
        while (engine.find(workflow, name).isPresent()
                && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        assertThat(engine.find(workflow, name)).isEmpty();
    }

    private Engine engine(Duration retention) {
        return Engine.builder()
                .environment(time)
                .store(store)
                .retention(retention)
                .register(workflow)
                .register(waiting)
                .build();
    }
}
