package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One name given twice, to executions and to machines; and an execution that was ended stays what it is. */
@Timeout(30)
final class EngineNamesTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final Scope pause = states().pause("Wait", 60, END).scope();
    private final Workflow<JsonNode, JsonNode> workflow = workflow("machine", "one text");
    private final Workflow<JsonNode, JsonNode> other = workflow("other", "one text");
    private final Engine engine = Engine.builder()
            .environment(time)
            .register(workflow)
            .register(other)
            .build();

    @BeforeEach
    void stopTheClock() {
        time.pause();
    }

    @AfterEach
    void closeTheEngine() {
        engine.close(Duration.ZERO);
    }

    @Test
    void runningWithTheSameInput() {
        Execution<JsonNode> first = start("{'a': 1}");
        time.advance(Duration.ofSeconds(30));
        Execution<JsonNode> again = start("{'a': 1}");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.describe().startTime()).isEqualTo(START);
        time.advance(Duration.ofSeconds(30));
        time.awaitIdle();
        assertThat(again.result().join()).isEqualTo(json("{'a': 1}"));
    }

    @Test
    void runningWithAnotherInput() {
        Execution<JsonNode> first = start("{'a': 1}");
        assertTaken("{'a': 2}");
        assertTaken("{}");
        assertThat(first.describe().status()).isEqualTo(ExecutionStatus.RUNNING);
    }

    @Test
    void closedWithTheSameOrAnotherInput() {
        Execution<JsonNode> first = start("{'a': 1}");
        time.advance(Duration.ofSeconds(60));
        assertThat(first.result().join()).isEqualTo(json("{'a': 1}"));
        assertTaken("{'a': 1}");
        assertTaken("{'a': 2}");
        assertThat(first.describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void theNameIsFreeForAnotherMachine() {
        start("1");
        assertThat(engine.start(other, "name", json("2")).describe().status()).isEqualTo(ExecutionStatus.RUNNING);
    }

    /** AWS compares the texts of definitions; two machines of one name are refused here, whatever their texts. */
    @Test
    void twoMachinesOfOneName() {
        for (String text : new String[] {"one text", "the same, formatted in another way"}) {
            Engine.Builder builder = Engine.builder().register(workflow);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.register(workflow("machine", text)))
                    .withMessageContaining("machine");
        }
        try (Engine twice =
                Engine.builder().register(workflow).register(workflow).build()) {
            assertThat(twice.find(workflow, "name")).isEmpty();
        }
    }

    @Test
    void anExecutionStoppedInAWaitStaysStopped() {
        Execution<JsonNode> execution = start("1");
        time.advance(Duration.ofSeconds(10));
        execution.stop("Stopped", "by hand");
        time.advance(Duration.ofSeconds(1_000));
        time.awaitIdle();
        ExecutionDescription end = execution.describe();
        assertThat(end.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(end.error()).isEqualTo("Stopped");
        assertThat(end.cause()).isEqualTo("by hand");
        assertThat(end.stopTime()).isEqualTo(START.plusSeconds(10));
        execution.stop("Again", null);
        assertThat(execution.describe().error()).isEqualTo("Stopped");
    }

    private Execution<JsonNode> start(String input) {
        Execution<JsonNode> execution = engine.start(workflow, "name", json(input));
        time.awaitIdle();
        return execution;
    }

    private void assertTaken(String input) {
        assertThatThrownBy(() -> engine.start(workflow, "name", json(input)))
                .isInstanceOf(ExecutionAlreadyExistsException.class)
                .hasMessageContaining("name");
    }

    private Workflow<JsonNode, JsonNode> workflow(String name, String fingerprint) {
        StateMachine machine = StateMachine.of(name, fingerprint, 0, pause);
        return new Workflow<>(DataType.JSON, DataType.JSON) {
            @Override
            protected StateMachine machine() {
                return machine;
            }
        };
    }
}
