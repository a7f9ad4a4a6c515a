package dev.asl4j.benchmarks.durable;

import dev.asl4j.benchmarks.report.Child;
import dev.asl4j.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Bytes of the heap for an execution that waits in memory. */
public final class Memory {
    /** How many bytes it may be at most. */
    public static final int TARGET = 1_024;

    private static final String HEAP = "2g";

    private final int executions;

    /** With few executions, or with as many as it takes. */
    public Memory(boolean quick) {
        this.executions = quick ? 10_000 : 200_000;
    }

    /**
     * A figure.
     *
     * @param waitsFor {@code time} or {@code token}
     * @param history whether it is kept
     * @param bytes of each execution
     */
    public record Figure(String waitsFor, boolean history, double bytes) {}

    /** Measures each kind in a process of its own. */
    public List<Figure> measure() throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (String waitsFor : List.of("time", "token")) {
            for (boolean history : List.of(false, true)) {
                try (Child child = Child.start(HEAP, MemoryOfWaiting.class, waitsFor, history, executions)) {
                    figures.add(new Figure(waitsFor, history, child.number("bytes")));
                }
            }
        }
        return figures;
    }

    void run() throws IOException {
        Table table = new Table("waits for", "history", "executions", "bytes for each", "target", "");
        for (Figure figure : measure()) {
            table.row(
                    figure.waitsFor(),
                    figure.history() ? "on" : "off",
                    String.format("%,d", executions),
                    String.format("%.0f", figure.bytes()),
                    "< " + TARGET,
                    figure.bytes() < TARGET ? "met" : "missed");
        }
        System.out.printf("%n## Memory%n%n");
        table.print();
    }
}
