package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.internal.ManualHost;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.spi.Scope;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A turn writes what it has changed, however much there is besides. */
@Timeout(60)
final class TurnSizeTest {
    private static final int ITEMS = 3_000;

    @Test
    void theEndOfAnIterationWritesItAndTheNextOne() {
        Scope processor = states().pause("Sleep", 1, 1)
                .task("Work", task((input, call) -> input), END)
                .scope();
        int small = written(processor, 10, ITEMS);
        int large = written(processor, 10, 2 * ITEMS);
        // waits, works, is done: three turns of an iteration, each of which writes that one row
        assertThat(small).isBetween(3 * ITEMS, 4 * ITEMS);
        assertThat(large).isLessThan(2 * small + 10);
    }

    @Test
    void iterationsThatWaitAreNotWrittenAgain() {
        Scope processor = states().task("Work", task((input, call) -> input), 1)
                .pause("Sleep", 1, END)
                .scope();
        assertThat(written(processor, 0, ITEMS)).isLessThan(4 * ITEMS);
    }

    @Test
    void whatIsPureIsWrittenOnceForEachSlice() {
        Scope pure = states().pass("A", 1).pass("B", 2).pass("C", END).pure();
        int written = written(pure, 0, ITEMS);
        assertThat(written).isLessThan(2 * ITEMS);
    }

    @Test
    void aBranchDoesNotWriteItsSiblings() {
        States chain = states();
        int last = 200;
        for (int i = 0; i < last; i++) {
            chain.pause("Sleep " + i, 1, i + 1 == last ? END : i + 1);
        }
        Scope chained = chain.scope();
        Scope[] branches = IntStream.range(0, 100)
                .mapToObj(i ->
                        i == 0 ? chained : states().pause("Long", 1_000, END).scope())
                .toArray(Scope[]::new);
        ManualHost host = host(states().parallel("All", END, branches), DistributedMaps.items(1));
        host.run();
        assertThat(host.written()).isLessThan(last + 4 * branches.length);
    }

    private static int written(Scope processor, int limit, int items) {
        ManualHost host = host(states().map("Each", processor, limit, END), DistributedMaps.items(items));
        host.run();
        assertThat(host.frames()).isEmpty();
        return host.written();
    }

    private static ManualHost host(States machine, JsonNode input) {
        return new ManualHost(machine.workflow().machine(), input, Settings.DEFAULTS, false);
    }
}
