package dev.asl4j.runtime;

import static dev.asl4j.runtime.DistributedMaps.distributed;
import static dev.asl4j.runtime.DistributedMaps.failingFor;
import static dev.asl4j.runtime.DistributedMaps.items;
import static dev.asl4j.runtime.DistributedMaps.passing;
import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.internal.ManualEngine;
import dev.asl4j.runtime.internal.MapRunView;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.objects.FileObjectStore;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.ItemBatcher;
import dev.asl4j.runtime.spi.ItemReader;
import dev.asl4j.runtime.spi.ItemReader.InputType;
import dev.asl4j.runtime.spi.ItemReader.Resource;
import dev.asl4j.runtime.spi.ResultWriter;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMapRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Map Runs whose engine dies again and again, between any two steps: result, counts, files and children are those of one whose engine lives
 * from the beginning to the end.
 */
@Timeout(120)
final class MapRunCrashTest {
    private static final int SEEDS = 25;

    @TempDir
    private Path folder;

    private Settings settings = Settings.DEFAULTS;

    private record End(Status status, JsonNode output, String error, List<String> runs) {}

    /** Runs it without and with deaths. */
    private End check(StateMachine machine, JsonNode input) throws IOException {
        End undisturbed = end(new ManualEngine(machine, settings, 1, 0), input);
        int deaths = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            ManualEngine engine = new ManualEngine(machine, settings, seed, seed % 2 == 0 ? 0.02 : 0.2);
            assertThat(end(engine, input)).as("seed %s", seed).isEqualTo(undisturbed);
            deaths += engine.deaths();
        }
        assertThat(deaths).isGreaterThan(SEEDS);
        return undisturbed;
    }

    private End end(ManualEngine engine, JsonNode input) throws IOException {
        long key = engine.start(input);
        StoredExecution ended = engine.finish(key);
        JsonNode output = ended.progress().output();
        return new End(
                ended.progress().status(),
                output == null ? Json.EMPTY : output,
                String.valueOf(ended.progress().error()),
                runs(engine, key));
    }

    /** What there is to know of the Map Runs and their children, without ids. */
    private List<String> runs(ManualEngine engine, long key) throws IOException {
        List<String> all = new ArrayList<>();
        for (StoredMapRun stored : engine.store().mapRuns(key)) {
            MapRunView run = MapRunView.of(stored);
            all.add(run.status() + " " + run.redriveCount() + " " + run.items() + " " + run.executions());
            all.addAll(files(run.arn()));
            List<StoredExecution> children = engine.store().children(run.arn(), -1, 100_000);
            Set<Integer> positions = new HashSet<>();
            for (StoredExecution child : children) {
                assertThat(positions.add(child.head().parent().position())).isTrue();
                all.add(child.head().parent().position() + ": "
                        + Json.write(child.head().input()) + " "
                        + child.progress().status());
                all.addAll(runs(engine, child.key()));
            }
        }
        return all;
    }

    private static StateMachine machine(States states) {
        return states.workflow().machine();
    }

    private static Scope doubling() {
        return states().pass("Before", 1)
                .task("Work", task((input, call) -> IntNode.valueOf(2 * input.asInt())), END)
                .scope();
    }

    @Test
    void resultsAreThoseOfTheItems() throws IOException {
        End end = check(machine(distributed("Map", doubling(), map -> map.maxConcurrency(7))), items(40));
        assertThat(end.output.get(39)).isEqualTo(json("78"));
        assertThat(end.runs).hasSize(41);
    }

    @Test
    void childrenWait() throws IOException {
        check(machine(distributed("Map", states().pause("Wait", 60, END).scope(), map -> map)), items(20));
    }

    @Test
    void entriesOfAnObjectAndASelectorThatSeesTheIndex() throws IOException {
        Scope processor = new Scope(passing().states(), 0, true) {
            @Override
            public void enter(dev.asl4j.runtime.spi.Frame frame) {
                frame.succeed(frame.input());
            }

            @Override
            public void resume(dev.asl4j.runtime.spi.Frame frame, JsonNode result) {}

            @Override
            public JsonNode itemInput(dev.asl4j.runtime.spi.Frame map, JsonNode input, int index, JsonNode item) {
                return Json.array(IntNode.valueOf(index), map.itemKey(), item);
            }
        };
        End end = check(
                machine(distributed("Map", processor, map -> map.maxConcurrency(2))),
                json("{'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5}"));
        assertThat(end.output.get(4)).isEqualTo(json("[4, 'e', 5]"));
    }

    @Test
    void batchesAreTheSame() throws IOException {
        check(
                machine(distributed(
                        "Map",
                        passing(),
                        map -> map.batcher(ItemBatcher.of(4, 24)).maxConcurrency(3))),
                items(50));
    }

    @Test
    void itemsAreReadAndResultsAreWritten() throws IOException {
        StringBuilder csv = new StringBuilder("id\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i).append('\n');
        }
        Files.createDirectories(folder.resolve("in"));
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("in/rows.csv"), csv);
        settings = settings.objectStore(FileObjectStore.at(folder));
        UnaryOperator<Distribution> with =
                map -> map.reader(ItemReader.of(Resource.GET_OBJECT, json("{'Bucket': 'in', 'Key': 'rows.csv'}"))
                                .inputType(InputType.CSV))
                        .writer(ResultWriter.export(json("{'Bucket': 'out', 'Prefix': 'p'}"))
                                .transformation(ResultWriter.Transformation.COMPACT))
                        .maxConcurrency(5)
                        .toleratedFailureCount(2);
        StateMachine machine = machine(states().state(
                        StateType.MAP,
                        "Map",
                        frame -> frame.distribute(with.apply(Distribution.of(failingRows(), frame.input()))),
                        (frame, result) -> frame.succeed(TextNode.valueOf("done")))
                .with(failingRows()));
        End end = check(machine, json("{}"));
        assertThat(end.runs.stream().filter(it -> it.startsWith("SUCCEEDED_0.json")))
                .hasSize(58);
        assertThat(end.runs.stream().filter(it -> it.startsWith("FAILED_0.json")))
                .hasSize(2);
    }

    private static Scope failingRows() {
        return states().state(StateType.PASS, "Check", frame -> {
                    int id = frame.input().path("id").asInt();
                    if (id == 7 || id == 31) {
                        frame.fail("Bad", "row " + id);
                    } else {
                        frame.succeed(IntNode.valueOf(id));
                    }
                })
                .scope();
    }

    /** The entries of the files of a Map Run, without what differs from run to run. */
    private List<String> files(String arn) throws IOException {
        Path written = folder.resolve("out/p").resolve(arn.substring(arn.lastIndexOf(':') + 1));
        List<String> entries = new ArrayList<>();
        if (!Files.exists(written)) {
            return entries;
        }
        JsonNode manifest = Json.parse(Files.readString(written.resolve("manifest.json")));
        for (JsonNode kind : manifest.get("ResultFiles")) {
            for (JsonNode file : kind) {
                Path path = folder.resolve("out").resolve(file.get("Key").asText());
                for (JsonNode entry : Json.parse(Files.readString(path))) {
                    entries.add(path.getFileName() + " "
                            + (entry.isObject() ? entry.get("Input") + " " + entry.get("Status") : entry));
                }
            }
        }
        Collections.sort(entries);
        return entries;
    }

    @Test
    void tooManyFailuresFailIt() throws IOException {
        End end = check(
                machine(distributed(
                        "Map",
                        failingFor(Set.of(0, 1, 2)),
                        map -> map.toleratedFailureCount(1).maxConcurrency(1))),
                items(6));
        assertThat(end.error).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(end.runs.get(0)).startsWith("FAILED");
    }

    @Test
    void aRetryStartsAnotherMapRun() throws IOException {
        End end = check(
                machine(distributed("Map", failingFor(Set.of(1)), map -> map.maxConcurrency(1))
                        .retry(Retrier.on("States.ALL").maxAttempts(2))),
                items(3));
        assertThat(end.runs.stream().filter(it -> it.startsWith("FAILED"))).hasSize(3);
    }

    @Test
    void mapRunsInsideOfMapRuns() throws IOException {
        Scope inner =
                distributed("Inner", doubling(), map -> map.label("inner")).scope();
        End end = check(
                machine(distributed("Outer", inner, map -> map.label("outer").maxConcurrency(2))),
                json("[[1, 2], [3], [], [4, 5, 6]]"));
        assertThat(end.output).isEqualTo(json("[[2, 4], [6], [], [8, 10, 12]]"));
    }

    @Test
    void inABranchBesideAnother() throws IOException {
        Scope map = distributed("Map", doubling(), it -> it).scope();
        check(
                machine(states().parallel(
                                "Both", END, map, states().pause("Wait", 5, END).scope())),
                items(9));
    }
}
