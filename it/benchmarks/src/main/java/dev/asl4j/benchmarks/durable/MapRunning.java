package dev.asl4j.benchmarks.durable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.asl4j.jdbc.JdbcExecutionStore;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.MapRunDescription;
import dev.asl4j.runtime.objects.FileObjectStore;
import dev.asl4j.runtime.store.ExecutionStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Map Run with a child for each row, each of which waits ten seconds and leaves memory for it: URL, count, folder for buckets. */
public final class MapRunning {
    private MapRunning() {}

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        Path buckets = Path.of(arguments[2]);
        write(buckets, count);
        Rows workflow = new Rows();
        long begin = System.nanoTime();
        try (ExecutionStore store = JdbcExecutionStore.open(arguments[0]);
                Engine engine = Engine.builder()
                        .store(store)
                        .objectStore(FileObjectStore.at(buckets))
                        .register(workflow)
                        .build()) {
            Execution<?> execution = engine.start(workflow, "rows", JsonNodeFactory.instance.objectNode());
            execution.result().join();
            Reports.seconds("ended", begin);
            MapRunDescription run = execution.mapRuns().get(0);
            if (run.executionCounts().succeeded() != count) {
                throw new IllegalStateException(run.executionCounts() + " instead of " + count + ".");
            }
        }
    }

    private static void write(Path buckets, int count) throws IOException {
        Files.createDirectories(buckets.resolve("out"));
        Path rows = Files.createDirectories(buckets.resolve("in")).resolve("rows.csv");
        try (BufferedWriter csv = Files.newBufferedWriter(rows)) {
            csv.write("id,name,amount\n");
            for (int i = 0; i < count; i++) {
                csv.write(i + ",customer-" + i + "," + i + ".50\n");
            }
        }
    }
}
