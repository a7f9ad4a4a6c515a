package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.testing.VirtualTime;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Moving on costs no memory when nobody listens and nothing is limited. */
@Timeout(60)
final class AllocationTest {
    private static final int TURNS = 200_000;

    private int turn;

    @Test
    void aTransitionAllocatesNothing() {
        Workflow<JsonNode, JsonNode> workflow = states().state(
                        StateType.PASS, "A", frame -> frame.next(1, frame.input()))
                .state(
                        StateType.CHOICE,
                        "B",
                        frame -> States.leave(frame, ++turn % TURNS == 0 ? END : 0, frame.input()))
                .workflow();
        VirtualTime time = VirtualTime.startingAt(START);
        workflow.run(json("{}"), time); // loads classes
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        workflow.run(json("{}"), time);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(bytes).isLessThan(TURNS); // less than half a byte for each of the two transitions of a turn
    }
}
