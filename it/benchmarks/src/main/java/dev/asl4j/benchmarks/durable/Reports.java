package dev.asl4j.benchmarks.durable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a child tells its parent. */
final class Reports {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int KILO = 1 << 10;
    private static final int COLLECTIONS = 5;

    private Reports() {}

    /** Prints the seconds since then, after the most memory that the process has had. */
    static void seconds(String name, long begin) throws IOException {
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        System.out.println("resident=" + resident());
        System.out.println(name + "=" + seconds);
        System.out.flush();
    }

    /** The most bytes that the process has had in memory; 0 where the system does not tell. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILO)
                .sum();
    }

    /** Bytes of the heap that are in use. */
    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
