package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another definition under the same name: who goes on with it, and who waits, parked, for the one it needs. */
@Timeout(60)
final class DefinitionChangeTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final ExecutionStore store = ExecutionStore.inMemory();
    private final List<String> called = Collections.synchronizedList(new ArrayList<>());
    private final Workflow<JsonNode, JsonNode> old = version("old", "Wait", "After old");
    private final Workflow<JsonNode, JsonNode> fitting = version("fitting", "Wait", "After fitting");
    private final Workflow<JsonNode, JsonNode> unfitting = version("unfitting", "Pause", "After unfitting");

    @BeforeEach
    void stopTheClock() {
        time.pause();
    }

    @Test
    void itGoesOnInTheNewOneIfItsStatesAreThere() {
        startAndLeave(builder -> builder.register(old));
        try (Engine engine = engine(builder -> builder.register(fitting))) {
            time.resume();
            assertThat(execution(engine, fitting).result().join()).isEqualTo(json("1"));
        }
        assertThat(called).containsExactly("After fitting");
    }

    @Test
    void itIsParkedIfTheyAreNotAndGoesOnWithAnEngineThatHasThem() {
        startAndLeave(builder -> builder.register(old));
        try (Engine engine = engine(builder -> builder.register(unfitting))) {
            time.advance(Duration.ofHours(2));
            time.awaitIdle();
            ExecutionDescription parked = execution(engine, unfitting).describe();
            assertThat(parked.status()).isEqualTo(ExecutionStatus.RUNNING);
            assertThat(parked.parkedReason())
                    .isEqualTo("the registered definition unfitting has no WAIT state \"Wait\";"
                            + " the execution began with old");
            assertThat(engine.executionsHeld()).isZero();
        }
        try (Engine engine = engine(builder -> builder.register(unfitting).registerPrevious(old))) {
            assertThat(execution(engine, unfitting).result().join()).isEqualTo(json("1"));
            assertThat(execution(engine, unfitting).describe().parkedReason()).isNull();
        }
        assertThat(called).containsExactly("After old");
    }

    @Test
    void aPinnedOneKeepsToItsDefinition() {
        startAndLeave(builder -> builder.register(old).pin(old));
        try (Engine engine = engine(builder -> builder.register(fitting))) {
            time.advance(Duration.ofHours(2));
            time.awaitIdle();
            assertThat(execution(engine, fitting).describe().parkedReason()).contains("pinned");
        }
        try (Engine engine = engine(builder -> builder.register(fitting).registerPrevious(old))) {
            assertThat(execution(engine, fitting).result().join()).isEqualTo(json("1"));
        }
        assertThat(called).containsExactly("After old");
    }

    @Test
    void aParkedOneCanBeStopped() {
        startAndLeave(builder -> builder.register(old));
        try (Engine engine = engine(builder -> builder.register(unfitting))) {
            time.advance(Duration.ofHours(2));
            time.awaitIdle();
            Execution<JsonNode> parked = execution(engine, unfitting);
            assertThat(parked.describe().parkedReason()).isNotNull();
            parked.stop("Enough", "by hand");
            assertThat(parked.describe().status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(parked.describe().error()).isEqualTo("Enough");
        }
        long key = store.find("machine", "one").orElseThrow().key();
        assertThat(store.history(key, 0, 100, false))
                .extracting(event -> event.id() + " " + event.type().text())
                .containsExactly("1 ExecutionStarted", "2 WaitStateEntered", "3 ExecutionAborted");
    }

    private void startAndLeave(UnaryOperator<Engine.Builder> built) {
        Engine engine = engine(built);
        engine.start(old, "one", json("1"));
        time.awaitIdle();
        engine.close();
    }

    private static Execution<JsonNode> execution(Engine engine, Workflow<JsonNode, JsonNode> workflow) {
        return engine.find(workflow, "one").orElseThrow();
    }

    private Engine engine(UnaryOperator<Engine.Builder> built) {
        return built.apply(Engine.builder().environment(time).store(store)).build();
    }

    private Workflow<JsonNode, JsonNode> version(String fingerprint, String wait, String after) {
        StateMachine machine = StateMachine.of(
                "machine",
                fingerprint,
                0,
                states().pause(wait, 3_600, 1)
                        .task(
                                after,
                                task((input, call) -> {
                                    called.add(call.stateName());
                                    return input;
                                }),
                                END)
                        .scope());
        return new Workflow<>(DataType.JSON, DataType.JSON) {
            @Override
            protected StateMachine machine() {
                return machine;
            }
        };
    }
}
