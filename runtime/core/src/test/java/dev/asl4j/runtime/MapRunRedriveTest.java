package dev.asl4j.runtime;

import static dev.asl4j.runtime.DistributedMaps.distributed;
import static dev.asl4j.runtime.DistributedMaps.items;
import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.internal.ManualEngine;
import dev.asl4j.runtime.internal.MapRunView;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.objects.FileObjectStore;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.spi.ResultWriter;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import dev.asl4j.runtime.task.TaskFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Map Runs that are redriven, stopped and updated, also by engines that die. */
@Timeout(120)
final class MapRunRedriveTest {
    private static final int SEEDS = 20;

    private final Set<Integer> bad = new HashSet<>();
    private final Map<Integer, Integer> calls = new HashMap<>();

    private Scope work() {
        return states().pause("Before", 1, 1)
                .task(
                        "Work",
                        task((input, call) -> {
                            calls.merge(input.asInt(), 1, Integer::sum);
                            if (bad.contains(input.asInt())) {
                                throw new TaskFailedException("Bad", "item " + input);
                            }
                            return IntNode.valueOf(10 * input.asInt());
                        }),
                        END)
                .scope();
    }

    private StateMachine machine(UnaryOperator<Distribution> with) {
        return distributed("Map", work(), with).workflow().machine();
    }

    private static MapRunView run(ManualEngine engine, long key) {
        List<StoredMapRun> runs = engine.store().mapRuns(key);
        return MapRunView.of(runs.get(runs.size() - 1));
    }

    private static List<StoredExecution> children(ManualEngine engine, long key) {
        return engine.store().children(run(engine, key).arn(), -1, 100_000);
    }

    @Test
    void whatFailedGoesOnAndWhatWasNotStartedIsStarted() {
        for (int seed = 0; seed < SEEDS; seed++) {
            calls.clear();
            bad.addAll(Set.of(2, 4));
            boolean deadly = seed > 0;
            ManualEngine engine = new ManualEngine(
                    machine(map -> map.maxConcurrency(3).toleratedFailureCount(1)),
                    Settings.DEFAULTS,
                    seed,
                    deadly ? 0.05 : 0);
            long key = engine.start(items(20));
            StoredExecution failed = engine.finish(key);
            assertThat(failed.progress().error()).isEqualTo("States.ExceedToleratedFailureThreshold");
            Map<Integer, Long> keys = new HashMap<>();
            children(engine, key).forEach(it -> keys.put(it.head().parent().position(), it.key()));
            assertThat(keys).hasSizeBetween(5, 12);

            bad.clear();
            engine.send(key, Kind.REDRIVE, Body.NONE);
            StoredExecution ended = engine.finish(key);
            assertThat(ended.progress().status()).as("seed %s", seed).isEqualTo(Status.SUCCEEDED);
            JsonNode output = ended.progress().output();
            for (int i = 0; i < 20; i++) {
                assertThat(output.get(i).asInt()).isEqualTo(10 * i);
            }
            assertThat(engine.store().mapRuns(key)).hasSize(1);
            MapRunView run = run(engine, key);
            assertThat(run.redriveCount()).isEqualTo(1);
            assertThat(run.redriven()).isNotNull();
            assertThat(run.items()).isEqualTo(run.executions());
            assertThat(run.items()).isEqualTo(new MapRunView.Tally(0, 0, 20, 0, 0, 0, 20, 0, 0));
            for (StoredExecution child : children(engine, key)) {
                int position = child.head().parent().position();
                Long before = keys.get(position);
                if (before != null) {
                    assertThat(child.key()).isEqualTo(before);
                }
                boolean again = position == 2 || position == 4;
                if (again) {
                    assertThat(child.progress().redriveCount()).isEqualTo(1);
                }
            }
            if (!deadly) {
                assertThat(calls.get(2)).isEqualTo(2);
                assertThat(calls.get(0)).isEqualTo(1);
                assertThat(engine.store().history(key, 0, 100, false))
                        .extracting(HistoryEvent::type)
                        .containsSubsequence(
                                HistoryEventType.MAP_RUN_FAILED,
                                HistoryEventType.EXECUTION_FAILED,
                                HistoryEventType.EXECUTION_REDRIVEN,
                                HistoryEventType.MAP_RUN_REDRIVEN,
                                HistoryEventType.MAP_RUN_SUCCEEDED,
                                HistoryEventType.EXECUTION_SUCCEEDED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, 0.1})
    void expressChildrenAreStartedAnew(double mortality) {
        for (int seed = 0; seed < SEEDS; seed++) {
            calls.clear();
            bad.addAll(Set.of(1, 3, 5, 7));
            ManualEngine engine = new ManualEngine(
                    machine(map -> map.express().maxConcurrency(3).toleratedFailureCount(3)),
                    Settings.DEFAULTS,
                    seed,
                    mortality);
            long key = engine.start(items(12));
            engine.finish(key);
            Map<Integer, Long> keys = new HashMap<>();
            children(engine, key).stream()
                    .filter(it -> it.progress().status() != Status.SUCCEEDED)
                    .forEach(it -> keys.put(it.head().parent().position(), it.key()));
            assertThat(keys).hasSizeGreaterThanOrEqualTo(4);
            engine.send(key, Kind.REDRIVE, Body.NONE);
            engine.finish(key); // in vain
            bad.clear();
            engine.send(key, Kind.REDRIVE, Body.NONE);
            StoredExecution ended = engine.finish(key);
            assertThat(ended.progress().status()).as("seed %s", seed).isEqualTo(Status.SUCCEEDED);
            assertThat(ended.progress().output().get(7)).isEqualTo(json("70"));
            assertThat(run(engine, key).redriveCount()).isEqualTo(2);
            assertThat(run(engine, key).executions()).isEqualTo(new MapRunView.Tally(0, 0, 12, 0, 0, 0, 12, 0, 0));
            for (StoredExecution child : children(engine, key)) {
                Long before = keys.get(child.head().parent().position());
                assertThat(child.key()).isNotEqualTo(before == null ? 0 : before.longValue());
                assertThat(child.progress().redriveCount()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.03})
    void aStopEndsTheChildrenAndARedriveLetsThemGoOn(double mortality) {
        for (int seed = 0; seed < SEEDS; seed++) {
            calls.clear();
            ManualEngine engine =
                    new ManualEngine(machine(map -> map.maxConcurrency(4)), Settings.DEFAULTS, seed, mortality);
            long key = engine.start(items(10));
            engine.steps(5 + 3 * seed);
            engine.send(key, Kind.STOP, new Body(null, null, "Why", "not"));
            StoredExecution stopped = engine.finish(key);
            assertThat(stopped.progress().status()).isEqualTo(Status.ABORTED);
            assertThat(run(engine, key).status()).isEqualTo(StoredMapRun.Status.ABORTED);
            assertThat(run(engine, key).executions().running()).isZero();
            assertThat(children(engine, key))
                    .as("seed %s", seed)
                    .extracting(it -> it.progress().status())
                    .doesNotContain(Status.RUNNING);
            engine.send(key, Kind.REDRIVE, Body.NONE);
            StoredExecution ended = engine.finish(key);
            assertThat(ended.progress().status()).as("seed %s", seed).isEqualTo(Status.SUCCEEDED);
            assertThat(ended.progress().output()).hasSize(10);
            assertThat(run(engine, key).executions()).isEqualTo(new MapRunView.Tally(0, 0, 10, 0, 0, 0, 10, 0, 0));
        }
    }

    @Test
    void aRedriveRightAfterAStopWaitsForTheChildrenToEnd() {
        for (int seed = 0; seed < SEEDS; seed++) {
            ManualEngine engine = new ManualEngine(machine(map -> map.maxConcurrency(4)), Settings.DEFAULTS, seed, 0);
            long key = engine.start(items(10));
            engine.steps(10 + seed);
            engine.send(key, Kind.STOP, Body.NONE);
            while (engine.store().get(key).orElseThrow().progress().status() == Status.RUNNING) {
                engine.steps(1);
            }
            engine.send(key, Kind.REDRIVE, Body.NONE);
            StoredExecution ended = engine.finish(key);
            assertThat(ended.progress().status()).as("seed %s", seed).isEqualTo(Status.SUCCEEDED);
            assertThat(ended.progress().output()).hasSize(10);
            assertThat(run(engine, key).items()).isEqualTo(new MapRunView.Tally(0, 0, 10, 0, 0, 0, 10, 0, 0));
        }
    }

    @Test
    void theFilesAreWrittenAnew(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("out"));
        bad.addAll(Set.of(2, 3));
        ManualEngine engine = new ManualEngine(
                machine(map -> map.writer(ResultWriter.export(json("{'Bucket': 'out'}"))
                                .transformation(ResultWriter.Transformation.COMPACT))
                        .maxConcurrency(2)),
                Settings.DEFAULTS.objectStore(FileObjectStore.at(folder)),
                5,
                0.05);
        long key = engine.start(items(8));
        engine.finish(key);
        bad.clear();
        engine.send(key, Kind.REDRIVE, Body.NONE);
        JsonNode output = engine.finish(key).progress().output();
        JsonNode manifest = json(Files.readString(folder.resolve("out")
                .resolve(output.at("/ResultWriterDetails/Key").asText())));
        assertThat(manifest.at("/ResultFiles/FAILED")).isEmpty();
        JsonNode written = json(Files.readString(folder.resolve("out")
                .resolve(manifest.at("/ResultFiles/SUCCEEDED/0/Key").asText())));
        Set<Integer> values = new HashSet<>();
        written.forEach(value -> values.add(value.asInt()));
        assertThat(written).hasSize(8);
        assertThat(values).containsExactlyInAnyOrder(0, 10, 20, 30, 40, 50, 60, 70);
        assertThat(run(engine, key).items().resultsWritten()).isEqualTo(8);
    }

    @Test
    void limitsAreUpdatedWhileItRuns() {
        bad.addAll(Set.of(0, 1, 2));
        ManualEngine engine = new ManualEngine(
                machine(map -> map.maxConcurrency(1).toleratedFailureCount(0)), Settings.DEFAULTS, 3, 0.1);
        long key = engine.start(items(9));
        engine.send(
                key,
                Kind.MAP_RUN_UPDATE,
                new Body(
                        run(engine, key).arn(),
                        MapRunUpdate.nothing()
                                .maxConcurrency(5)
                                .toleratedFailureCount(3)
                                .toJson(),
                        null,
                        null));
        assertThat(engine.finish(key).progress().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(run(engine, key).maxConcurrency()).isEqualTo(5);
        assertThat(run(engine, key).toleratedFailureCount()).isEqualTo(3);
        assertThat(run(engine, key).executions().failed()).isEqualTo(3);
    }

    @Test
    void aTighterThresholdFailsItAtOnce() {
        bad.add(0);
        ManualEngine engine = new ManualEngine(
                machine(map -> map.maxConcurrency(1).toleratedFailureCount(5)), Settings.DEFAULTS, 3, 0);
        long key = engine.start(items(9));
        while (run(engine, key).executions().failed() == 0) {
            engine.steps(1);
        }
        engine.send(
                key,
                Kind.MAP_RUN_UPDATE,
                new Body(
                        run(engine, key).arn(),
                        MapRunUpdate.nothing().toleratedFailureCount(0).toJson(),
                        null,
                        null));
        assertThat(engine.finish(key).progress().error()).isEqualTo("States.ExceedToleratedFailureThreshold");
    }
}
