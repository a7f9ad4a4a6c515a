package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.objects.FileObjectStore;
import dev.asl4j.runtime.objects.ObjectListing;
import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.ItemBatcher;
import dev.asl4j.runtime.spi.ItemReader;
import dev.asl4j.runtime.spi.ItemReader.InputType;
import dev.asl4j.runtime.spi.ResultWriter;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Distributed Maps that read objects and write objects. */
@Timeout(60)
final class DistributedDataTest {
    private static final ResultWriter EXPORT = ResultWriter.export(json("{'Bucket': 'out', 'Prefix': 'jobs'}"));

    private final VirtualTime time = VirtualTime.startingAt(START);

    @TempDir
    Path folder;

    @BeforeEach
    void buckets() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        Files.createDirectory(folder.resolve("out"));
    }

    private Workflow<JsonNode, JsonNode> workflow(
            Scope processor, ItemReader reader, UnaryOperator<Distribution> with) {
        return states().state(
                        StateType.MAP,
                        "Map",
                        frame -> {
                            frame.mapStarted(0);
                            frame.distribute(with.apply(Distribution.of(processor, frame.input())
                                    .label("Rows")
                                    .reader(reader)));
                        },
                        (frame, result) -> frame.succeed(result))
                .workflow();
    }

    private static ItemReader csv(String key) {
        return ItemReader.of(ItemReader.Resource.GET_OBJECT, json("{'Bucket': 'in', 'Key': '" + key + "'}"))
                .inputType(InputType.CSV);
    }

    private RunOptions options() {
        return RunOptions.defaults().environment(time).objectStore(FileObjectStore.at(folder));
    }

    private ExecutionFailedException failure(Workflow<JsonNode, JsonNode> workflow) {
        return catchThrowableOfType(ExecutionFailedException.class, () -> workflow.run(json("{}"), options()));
    }

    private void rows(String key, int count) throws IOException {
        Files.writeString(
                folder.resolve("in").resolve(key),
                IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining("\n", "n\n", "\n")));
    }

    private static Scope passing() {
        return states().pass("Pass", END).pure();
    }

    private static Scope failingFor(Set<String> rows) {
        return states().task(
                        "Work",
                        task((input, call) -> {
                            if (rows.contains(input.get("n").asText())) {
                                throw new TaskFailedException(
                                        "Bad", "row " + input.get("n").asText());
                            }
                            return input.get("n");
                        }),
                        END)
                .scope();
    }

    @Test
    void rowsOfAFileAreItemsInOrder() throws IOException {
        rows("rows.csv", 5_000);
        JsonNode result = workflow(passing(), csv("rows.csv"), map -> map).run(json("{}"), options());
        assertThat(result).hasSize(5_000);
        for (int i = 0; i < 5_000; i++) {
            assertThat(result.get(i).get("n").asText()).isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void anEngineReadsTheSame() throws IOException {
        rows("rows.csv", 3_000);
        Workflow<JsonNode, JsonNode> workflow =
                workflow(passing(), csv("rows.csv").maxItems(2_500), map -> map.batcher(ItemBatcher.items(100)));
        try (Engine engine = Engine.builder()
                .environment(time)
                .objectStore(FileObjectStore.at(folder))
                .register(workflow)
                .build()) {
            Execution<JsonNode> execution = engine.start(workflow, "e", json("{}"));
            JsonNode result = execution.result().join();
            assertThat(result).hasSize(25);
            assertThat(result.get(24).get("Items").get(99).get("n").asText()).isEqualTo("2499");
            MapRunDescription run = execution.mapRuns().get(0);
            assertThat(run.itemCounts().succeeded()).isEqualTo(2_500);
            assertThat(run.executionCounts().succeeded()).isEqualTo(25);
            assertThat(run.maxConcurrency()).isEqualTo(10_000);
            assertThat(run.mapRunArn()).contains(":mapRun:machine/Rows:");
        }
    }

    @Test
    void resultsAreExported() throws IOException {
        rows("rows.csv", 2_000);
        JsonNode result = workflow(
                        failingFor(Set.of("7", "1999")),
                        csv("rows.csv"),
                        map -> map.writer(EXPORT.transformation(ResultWriter.Transformation.COMPACT))
                                .toleratedFailurePercentage(1))
                .run(json("{}"), options());
        String manifestKey = result.at("/ResultWriterDetails/Key").asText();
        assertThat(manifestKey).matches("jobs/[0-9a-f-]{36}/manifest.json");
        assertThat(result.get("MapRunArn").asText()).endsWith(manifestKey.split("/", -1)[1]);
        JsonNode manifest = Json.parse(Files.readString(folder.resolve("out").resolve(manifestKey)));
        JsonNode succeeded = entries(manifest, "SUCCEEDED");
        assertThat(succeeded).hasSize(1_998);
        JsonNode failed = entries(manifest, "FAILED");
        assertThat(failed).hasSize(2);
        Set<String> causes = new TreeSet<>();
        failed.forEach(entry -> causes.add(entry.get("Cause").asText()));
        assertThat(causes).containsExactly("row 1999", "row 7");
        assertThat(manifest.at("/ResultFiles/PENDING")).isEmpty();
    }

    private JsonNode entries(JsonNode manifest, String kind) throws IOException {
        String key = manifest.at("/ResultFiles/" + kind + "/0/Key").asText();
        return Json.parse(Files.readString(folder.resolve("out").resolve(key)));
    }

    @Test
    void aMapThatFailsExportsWhatItHas() throws IOException {
        rows("rows.csv", 10);
        Workflow<JsonNode, JsonNode> workflow = workflow(
                failingFor(Set.of("3")),
                csv("rows.csv"),
                map -> map.writer(EXPORT).maxConcurrency(1));
        assertThat(failure(workflow).error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        Path manifestFile;
        try (var files = Files.walk(folder.resolve("out"))) {
            manifestFile = files.filter(file -> file.endsWith("manifest.json"))
                    .findAny()
                    .orElseThrow();
        }
        JsonNode manifest = Json.parse(Files.readString(manifestFile));
        assertThat(entries(manifest, "SUCCEEDED")).hasSize(3);
        assertThat(entries(manifest, "FAILED")).hasSize(1);
        JsonNode pending = entries(manifest, "PENDING");
        assertThat(pending).hasSize(6);
        assertThat(pending.get(0))
                .isEqualTo(json(
                        "{'Input': '{\\'n\\':\\'4\\'}', 'InputDetails': {'Included': true}, 'Status': 'PENDING'}"));
    }

    @Test
    void aFileThatCannotBeReadFailsTheMap() {
        ExecutionFailedException failure = failure(workflow(passing(), csv("missing.csv"), map -> map));
        assertThat(failure.error()).isEqualTo("States.ItemReaderFailed");
        assertThat(failure.cause()).isEqualTo("The specified key does not exist: s3://in/missing.csv");
    }

    @Test
    void aFileThatBreaksOffFailsTheMapAndEndsItsChildren() throws IOException {
        Files.writeString(folder.resolve("in/rows.csv"), "n\n1\n2\n\"3");
        CountDownLatch interrupted = new CountDownLatch(2);
        Scope endless = states().task(
                        "Work",
                        task((input, call) -> {
                            TimeoutTest.sleepUntilInterrupted(interrupted);
                            return input;
                        }),
                        END)
                .scope();
        ExecutionFailedException failure = failure(workflow(endless, csv("rows.csv"), map -> map));
        assertThat(failure.error()).isEqualTo("States.ItemReaderFailed");
        assertThat(failure.cause()).startsWith("Unterminated quoted field at end of CSV line.");
    }

    @Test
    void resultsThatCannotBeWrittenFailTheMap() throws IOException {
        rows("rows.csv", 3);
        ResultWriter elsewhere = ResultWriter.export(json("{'Bucket': 'none'}"));
        ExecutionFailedException failure = failure(workflow(passing(), csv("rows.csv"), map -> map.writer(elsewhere)));
        assertThat(failure.error()).isEqualTo("States.ResultWriterFailed");
        assertThat(failure.cause()).isEqualTo("The specified bucket does not exist: none");
    }

    @Test
    void withoutAStoreThereIsNothingToRead() {
        ExecutionFailedException failure = catchThrowableOfType(
                ExecutionFailedException.class,
                () -> workflow(passing(), csv("rows.csv"), map -> map).run(json("{}"), time));
        assertThat(failure.error()).isEqualTo("States.ItemReaderFailed");
        assertThat(failure.cause()).isEqualTo("There is no object store to read from; give the engine or the run one.");
    }

    @Test
    void objectsOfABucketAreItems() throws IOException {
        for (String key : new String[] {"a", "b"}) {
            Files.writeString(folder.resolve("in").resolve(key), "hello");
        }
        JsonNode result = workflow(
                        passing(),
                        ItemReader.of(ItemReader.Resource.LIST_OBJECTS, json("{'Bucket': 'in'}")),
                        map -> map)
                .run(json("{}"), options());
        assertThat(result).hasSize(2);
        assertThat(result.get(1).get("Key").asText()).isEqualTo("b");
        assertThat(result.get(1).get("Size").asInt()).isEqualTo(5);
    }

    @Test
    void errorsOfAStoreEndTheMapRun() throws IOException {
        rows("rows.csv", 3);
        Broken reads = new Broken(FileObjectStore.at(folder), "out");
        Broken writes = new Broken(FileObjectStore.at(folder), "in");
        Workflow<JsonNode, JsonNode> workflow = workflow(passing(), csv("rows.csv"), map -> map.writer(EXPORT));
        assertThat(errorWith(workflow, reads)).isEqualTo("States.ItemReaderFailed");
        assertThat(errorWith(workflow, writes)).isEqualTo("States.ResultWriterFailed");
    }

    private String errorWith(Workflow<JsonNode, JsonNode> workflow, ObjectStore store) {
        try (Engine engine =
                Engine.builder().objectStore(store).register(workflow).build()) {
            CompletionException failure = catchThrowableOfType(
                    CompletionException.class,
                    () -> engine.start(workflow, "one", json("{}")).result().join());
            return ((ExecutionFailedException) failure.getCause()).error();
        }
    }

    /** Lacks a class for all buckets but one. */
    private record Broken(ObjectStore sound, String bucket) implements ObjectStore {
        @Override
        public InputStream open(String wanted, String key, @Nullable String versionId) throws IOException {
            check(wanted);
            return sound.open(wanted, key, versionId);
        }

        @Override
        public ObjectListing list(String wanted, String prefix) throws IOException {
            check(wanted);
            return sound.list(wanted, prefix);
        }

        @Override
        public void write(String wanted, String key, InputStream content, long length) throws IOException {
            check(wanted);
            sound.write(wanted, key, content, length);
        }

        private void check(String wanted) {
            if (!wanted.equals(bucket)) {
                throw new NoClassDefFoundError("some/optional/Class");
            }
        }
    }
}
