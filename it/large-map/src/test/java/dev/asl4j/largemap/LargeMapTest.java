package dev.asl4j.largemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A million rows pass through a JVM with a heap of 256 MB, one by one and by the thousand. */
final class LargeMapTest {
    private static final int ROWS = 1_000_000;

    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void aMillionRowsNeedLittleMemory() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("in"));
        Files.createDirectory(folder.resolve("out"));
        try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve("in/rows.csv"))) {
            csv.write("id,name,amount,city\n");
            for (int i = 0; i < ROWS; i++) {
                csv.write(i + ",customer-" + i % 5_000 + "," + i % 10_000 + ".50,city-" + i % 97 + "\n");
            }
        }
        assertThat(run("each-row")).matches(ROWS + " " + ROWS + " rows/[0-9a-f-]{36}/manifest\\.json\n");
        assertThat(run("row-batches")).matches(ROWS + " 1000 batches/[0-9a-f-]{36}/manifest\\.json\n");
    }

    private String run(String workflow) throws IOException, InterruptedException {
        Path output = folder.resolve(workflow + ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        folder.toString(),
                        workflow)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(280, TimeUnit.SECONDS))
                    .describedAs(workflow)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).describedAs(said).isZero();
        return said.replace("\r\n", "\n");
    }
}
