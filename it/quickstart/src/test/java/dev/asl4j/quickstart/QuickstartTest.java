package dev.asl4j.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.ExecutionAdmin;
import dev.asl4j.runtime.ExecutionStatus;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final Quickstart quickstart = new Quickstart(
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            () -> Engine.builder().environment(time));

    @Test
    void aGoodOrderEndsWithTheReceipt() throws IOException {
        assertThat(quickstart.work(Path.of("orders", "order-1042.json"))).isEqualTo(ExecutionStatus.SUCCEEDED);

        List<String> lines = lines();
        assertThat(lines)
                .containsSubsequence("  > CheckOrder", "  > GatherFacts", "  > ReserveLines", "  > OrderDone")
                .containsSubsequence(
                        "  receipt SE/1042 for Ada of c-7",
                        "    2 x espresso-500g                   25.00",
                        "    12 x filter-papers                  23.76",
                        "    1 x grinder                         89.00",
                        "    shipping, courier-SE1042             9.90",
                        "    total                              147.66");
        assertThat(lines).last().isEqualTo("SUCCEEDED");
        assertThat(time.now())
                .as("one retry and the settlement, a second each")
                .isEqualTo(START.plus(Duration.ofSeconds(2)));
    }

    @Test
    void anOrderForWhatIsSoldOutReleasesTheStockAndFails() throws IOException {
        assertThat(quickstart.work(Path.of("orders", "order-1043.json"))).isEqualTo(ExecutionStatus.FAILED);

        assertThat(lines())
                .containsSubsequence(
                        "  > ReleaseStock",
                        "    released what was reserved for NO/1043",
                        "  OutOfStock: antique-roaster is sold out",
                        "FAILED");
    }

    @Test
    void theStoreKnowsHowTheOrdersEnded() throws IOException {
        ExecutionStore store = ExecutionStore.inMemory();
        Quickstart withStore = new Quickstart(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                () -> Engine.builder().environment(time).store(store));
        withStore.work(Path.of("orders", "order-1043.json"));
        withStore.work(Path.of("orders", "order-1042.json"));
        withStore.list(ExecutionAdmin.of(store).environment(time));

        List<String> lines = lines();
        assertThat(lines.subList(lines.size() - 2, lines.size()))
                .satisfiesExactly(
                        line -> assertThat(line).matches("order-.*1042 SUCCEEDED, \\d+ events, NOT_REDRIVABLE"),
                        line -> assertThat(line).matches("order-.*1043 FAILED, \\d+ events, REDRIVABLE"));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
