package dev.asl4j.benchmarks.durable;

import java.util.List;

/** Bytes of the heap for an execution that waits in memory. */
final class Memory {
    private static final String HEAP = "2g";
    private static final int TARGET = 1_024;

    private final int executions;

    Memory(boolean quick) {
        this.executions = quick ? 10_000 : 200_000;
    }

    void run() throws Exception {
        Table table = new Table("waits for", "history", "executions", "bytes for each", "target", "");
        for (String waitsFor : List.of("time", "token")) {
            for (boolean history : List.of(false, true)) {
                try (Child child = Child.start(HEAP, MemoryOfWaiting.class, waitsFor, history, executions)) {
                    double bytes = child.number("bytes");
                    table.row(
                            waitsFor,
                            history ? "on" : "off",
                            String.format("%,d", executions),
                            String.format("%.0f", bytes),
                            "< " + TARGET,
                            bytes < TARGET ? "met" : "missed");
                }
            }
        }
        System.out.printf("%n## Memory%n%n");
        table.print();
    }
}
