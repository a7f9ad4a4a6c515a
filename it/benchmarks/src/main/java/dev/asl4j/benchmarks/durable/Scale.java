package dev.asl4j.benchmarks.durable;

import dev.asl4j.benchmarks.report.Child;
import dev.asl4j.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A million executions that wait on SQLite, in a JVM of 256 MB; many that are due at once; many children of a Map Run; many in flight when
 * the power goes.
 */
final class Scale {
    private static final String HEAP = "256m";

    /** What is in flight is in memory: its heap has to be larger. */
    private static final String HEAP_IN_FLIGHT = "2g";

    private static final int MEGA = 1 << 20;

    private final Path folder;
    private final int waiting;
    private final int due;
    private final int inFlight;
    private final int rows;

    Scale(Path folder, boolean quick) {
        this.folder = folder;
        this.waiting = quick ? 20_000 : 1_000_000;
        this.due = quick ? 2_000 : 100_000;
        this.inFlight = quick ? 2_000 : 100_000;
        this.rows = quick ? 2_000 : 100_000;
    }

    void run() throws Exception {
        Files.createDirectories(folder.resolve("scale"));
        Table table =
                new Table("on SQLite", "heap", "executions", "seconds", "a second", "largest process", "database");
        Path file = folder.resolve("scale").resolve("waiting.db");
        double rate = startWaiting(table, file);
        wake(table, file, rate);
        Path other = folder.resolve("scale").resolve("flight.db");
        recover(table, other);
        mapRun(table, folder.resolve("scale").resolve("rows.db"));
        System.out.printf("%n## Scale%n%n");
        table.print();
    }

    private double startWaiting(Table table, Path file) throws IOException {
        try (Child child = Child.start(HEAP, Waiting.class, url(file), waiting)) {
            double seconds = child.number("seconds");
            child.await("counted");
            row(table, "start those that wait a day", HEAP, waiting, seconds, child, file);
            return waiting / seconds;
        }
    }

    private void wake(Table table, Path file, double rate) throws IOException {
        long lead = Math.round(15 + 3 * due / rate);
        try (Child child = Child.start(HEAP, Waking.class, url(file), due, lead)) {
            row(table, "open the store and join", HEAP, waiting, child.number("joined"), child, file);
            row(table, "start those that are due together", HEAP, due, child.number("started"), child, file);
            row(table, "wake them, until all have ended", HEAP, due, child.number("woken"), child, file);
        }
    }

    private void recover(Table table, Path file) throws IOException {
        try (Child child = Child.start(HEAP_IN_FLIGHT, InFlight.class, url(file), inFlight)) {
            row(
                    table,
                    "start those whose task is called",
                    HEAP_IN_FLIGHT,
                    inFlight,
                    child.number("seconds"),
                    child,
                    file);
            child.kill();
        }
        try (Child child = Child.start(HEAP_IN_FLIGHT, Recovering.class, url(file), inFlight)) {
            row(table, "after a kill: open and join", HEAP_IN_FLIGHT, inFlight, child.number("joined"), child, file);
            row(
                    table,
                    "after a kill: until all have ended",
                    HEAP_IN_FLIGHT,
                    inFlight,
                    child.number("ended"),
                    child,
                    file);
        }
    }

    private void mapRun(Table table, Path file) throws IOException {
        try (Child child = Child.start(HEAP, MapRunning.class, url(file), rows, folder.resolve("scale"))) {
            row(table, "children of a Map Run, until all have ended", HEAP, rows, child.number("ended"), child, file);
        }
    }

    private static void row(
            Table table, String what, String heap, int executions, double seconds, Child child, Path file)
            throws IOException {
        table.row(
                what,
                heap,
                String.format("%,d", executions),
                String.format("%.1f", seconds),
                String.format("%,.0f", executions / seconds),
                String.format("%d MB", (long) child.number("resident") / MEGA),
                String.format("%d MB", Durable.size(file) / MEGA));
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }
}
