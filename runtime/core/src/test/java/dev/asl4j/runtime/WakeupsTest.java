package dev.asl4j.runtime;

import static dev.asl4j.runtime.DistributedMaps.distributed;
import static dev.asl4j.runtime.DistributedMaps.items;
import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.testing.VirtualTime;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What wakes executions that are in the store alone. */
@Timeout(60)
final class WakeupsTest {
    private final VirtualTime time = VirtualTime.startingAt(START);

    @Test
    void nothingIsDueWhenWhatWaitedWasStopped() {
        assertNothingDue(states().pause("Wait", 1_000_000, END).workflow(), json("{}"));
    }

    @Test
    void nothingIsDueWhenTheParentOfWhatWaitedWasStopped() {
        assertNothingDue(
                distributed("Map", states().pause("Wait", 1_000_000, END).scope(), UnaryOperator.identity())
                        .workflow(),
                items(3));
    }

    @Test
    void theNextOneIsDueWhenTheFirstWasStopped() {
        Workflow<JsonNode, JsonNode> soon =
                States.workflow("soon", 0, states().pause("Wait", 100, END).scope());
        Workflow<JsonNode, JsonNode> later =
                States.workflow("later", 0, states().pause("Wait", 300, END).scope());
        time.pause();
        try (Engine engine = Engine.builder()
                .environment(time)
                .register(soon)
                .register(later)
                .build()) {
            Execution<JsonNode> first = engine.start(soon, "e", json("{}"));
            Execution<JsonNode> second = engine.start(later, "e", json("{}"));
            time.awaitIdle();
            first.stop(null, null);
            time.awaitIdle();
            time.resume();
            second.result().join();
            assertThat(time.now()).isEqualTo(START.plusSeconds(300));
        }
    }

    private void assertNothingDue(Workflow<JsonNode, JsonNode> workflow, JsonNode input) {
        time.pause();
        try (Engine engine =
                Engine.builder().environment(time).register(workflow).build()) {
            Execution<JsonNode> execution = engine.start(workflow, "e", input);
            time.awaitIdle();
            execution.stop(null, null);
            time.awaitIdle();
            time.resume();
            assertThat(time.now()).isEqualTo(START);
        }
    }
}
