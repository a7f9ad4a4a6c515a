package dev.asl4j.benchmarks.durable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The machine: without it no figure says anything. */
final class Surroundings {
    private static final int SYNCS = 300;
    private static final int BLOCK = 4_096;
    private static final double NANOS_PER_MILLI = 1e6;

    private Surroundings() {}

    static void print(Path folder) throws IOException {
        System.out.printf(
                "%s, %d cores, Java %s, databases in %s%n",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                Files.getFileStore(folder).type());
        long[] nanos = syncs(folder);
        System.out.printf(
                "4 KB written and forced to disk: median %.2f ms, 99 %% within %.2f ms (%d times)%n",
                nanos[SYNCS / 2] / NANOS_PER_MILLI, nanos[SYNCS * 99 / 100] / NANOS_PER_MILLI, SYNCS);
    }

    private static long[] syncs(Path folder) throws IOException {
        Path file = folder.resolve("sync");
        long[] nanos = new long[SYNCS];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(BLOCK));
                channel.force(false);
                nanos[i] = System.nanoTime() - begin;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        Arrays.sort(nanos);
        return nanos;
    }
}
