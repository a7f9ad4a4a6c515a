package dev.asl4j.benchmarks.durable;

import dev.asl4j.benchmarks.report.Table;
import dev.asl4j.jdbc.JdbcExecutionStore;
import dev.asl4j.runtime.store.ExecutionStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Durable steps in a second, as a ratio to raw commits of one row that is as large as what a step writes. Both are measured by turns, a
 * quarter of a second each, as disks and machines have moods; of all such slices the medians count.
 */
final class Throughput {
    private static final double TARGET_ALONE = 0.8;
    private static final double TARGET_MANY = 10;
    private static final int MANY = 64;
    private static final List<Integer> IN_FLIGHT = List.of(1, 8, MANY);
    private static final Duration SLICE = Duration.ofMillis(250);
    private static final int QUARTERS = 4;

    private final Database database;
    private final int warmUp;
    private final int slices;

    Throughput(Database database, boolean quick) {
        this.database = database;
        this.warmUp = quick ? 12 : 40;
        this.slices = quick ? 20 : 80;
    }

    void run() throws Exception {
        int bytes = bytesOfAStep();
        System.out.printf("%n## Steps on %s%n%nA step writes %d bytes.%n%n", database.name(), bytes);
        Table table = new Table(
                "database", "in flight", "raw commits/s", "steps/s", "ratio", "half of the slices", "target", "");
        for (int inFlight : IN_FLIGHT) {
            try (ExecutionStore store = JdbcExecutionStore.open(database.url("steps-" + inFlight));
                    Side raw = new RawCommits(database, bytes);
                    Side steps = new StepLoad(store, inFlight)) {
                row(table, inFlight, raw, steps);
            }
        }
        table.print();
    }

    private void row(Table table, int inFlight, Side raw, Side steps) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            raw.slice(SLICE.toNanos());
            steps.slice(SLICE.toNanos());
        }
        double[] raws = new double[slices];
        double[] rates = new double[slices];
        double[] ratios = new double[slices];
        for (int i = 0; i < slices; i++) {
            raws[i] = raw.slice(SLICE.toNanos());
            rates[i] = steps.slice(SLICE.toNanos());
            ratios[i] = rates[i] / raws[i];
        }
        double target = target(inFlight);
        double ratio = part(rates, 2) / part(raws, 2);
        table.row(
                database.name(),
                inFlight,
                String.format("%,.0f", part(raws, 2)),
                String.format("%,.0f", part(rates, 2)),
                String.format("%.2f", ratio),
                String.format("%.2f to %.2f", part(ratios, 1), part(ratios, QUARTERS - 1)),
                target == 0 ? "" : String.format(">= %.1f", target),
                target == 0 ? "" : ratio >= target ? "met" : "missed");
    }

    /** So many quarters of all are not larger than that: 2 is the median. */
    private static double part(double[] all, int quarters) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) * quarters / QUARTERS];
    }

    private static double target(int inFlight) {
        return switch (inFlight) {
            case 1 -> TARGET_ALONE;
            case MANY -> TARGET_MANY;
            default -> 0;
        };
    }

    private static int bytesOfAStep() throws Exception {
        TurnSizes sizes = new TurnSizes();
        try (ExecutionStore store = sizes.of(ExecutionStore.inMemory())) {
            StepLoad.once(store);
        }
        return sizes.mean();
    }
}
