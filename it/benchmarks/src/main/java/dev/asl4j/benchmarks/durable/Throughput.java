package dev.asl4j.benchmarks.durable;

import dev.asl4j.jdbc.JdbcExecutionStore;
import dev.asl4j.runtime.store.ExecutionStore;
import java.time.Duration;
import java.util.List;

/** Durable steps in a second, as a ratio to raw commits of one row that is as large as what a step writes. */
final class Throughput {
    private static final double TARGET_ALONE = 0.8;
    private static final double TARGET_MANY = 10;
    private static final int MANY = 64;
    private static final List<Integer> IN_FLIGHT = List.of(1, 8, MANY);

    private final Database database;
    private final Duration warmUp;
    private final Duration time;
    private final int rounds;

    Throughput(Database database, boolean quick) {
        this.database = database;
        this.warmUp = Duration.ofSeconds(quick ? 2 : 5);
        this.time = Duration.ofSeconds(quick ? 2 : 10);
        this.rounds = quick ? 1 : 3;
    }

    void run() throws Exception {
        int bytes = bytesOfAStep();
        System.out.printf("%n## Steps on %s%n%nA step writes %d bytes.%n%n", database.name(), bytes);
        Table table = new Table("in flight", "raw commits/s", "steps/s", "ratio", "target", "");
        for (int inFlight : IN_FLIGHT) {
            for (int round = 1; round <= rounds; round++) {
                row(table, inFlight, bytes, round);
            }
        }
        table.print();
    }

    /** Raw commits are measured before and after: disks have moods. */
    private void row(Table table, int inFlight, int bytes, int round) throws Exception {
        double before = RawCommits.measure(database, bytes, time.dividedBy(2));
        double steps;
        try (ExecutionStore store = JdbcExecutionStore.open(database.url("steps-" + inFlight + "-" + round))) {
            steps = new StepLoad().measure(store, inFlight, warmUp, time);
        }
        double after = RawCommits.measure(database, bytes, time.dividedBy(2));
        double raw = (before + after) / 2;
        double ratio = steps / raw;
        double target = target(inFlight);
        table.row(
                inFlight,
                String.format("%.0f (%.0f, %.0f)", raw, before, after),
                String.format("%.0f", steps),
                String.format("%.2f", ratio),
                target == 0 ? "" : String.format(">= %.1f", target),
                target == 0 ? "" : ratio >= target ? "met" : "missed");
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
            new StepLoad().once(store);
        }
        return sizes.mean();
    }
}
