package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists, histories and starts of an engine, also while others do the same. */
@Timeout(60)
final class EngineListTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final Workflow<JsonNode, JsonNode> waiting =
            states().pause("Wait", 60, END).workflow();

    @Test
    void newestFirstInPages() {
        try (Engine engine = engine(waiting)) {
            time.pause();
            for (int i = 0; i < 7; i++) {
                engine.start(waiting, "order-" + i, json("1"));
                time.advance(Duration.ofSeconds(10));
            }
            ExecutionFilter filter = ExecutionFilter.all().workflow(waiting).maxResults(3);
            assertThat(names(engine, filter))
                    .containsExactly("order-6", "order-5", "order-4", "order-3", "order-2", "order-1", "order-0");
            assertThat(names(engine, filter.status(ExecutionStatus.SUCCEEDED))).containsExactly("order-1", "order-0");
            assertThat(names(engine, filter.startedFrom(START.plusSeconds(50)))).containsExactly("order-6", "order-5");
            assertThat(engine.list(filter.namePrefix("order-0")).items())
                    .singleElement()
                    .isEqualTo(new ExecutionSummary(
                            "arn:aws:states:us-east-1:000000000000:execution:machine:order-0",
                            "order-0",
                            "machine",
                            ExecutionStatus.SUCCEEDED,
                            START,
                            START.plusSeconds(60),
                            0,
                            null,
                            null,
                            null,
                            0));
            time.resume();
        }
    }

    /** A place in the list is one by the start, which stays: by ends and redrives, as on AWS, "order-1" would jump over what is left. */
    @Test
    void noPlaceMovesWhileOneGoesThroughThePages() {
        try (Engine engine = engine(waiting)) {
            time.pause();
            for (int i = 0; i < 6; i++) {
                engine.start(waiting, "order-" + i, json("1"));
                time.advance(Duration.ofSeconds(1));
            }
            find(engine, "order-2").stop(null, null);
            ExecutionFilter filter = ExecutionFilter.all().workflow(waiting).maxResults(2);
            Page<ExecutionSummary> first = engine.list(filter);
            assertThat(first.items()).extracting(ExecutionSummary::name).containsExactly("order-5", "order-4");

            time.advance(Duration.ofSeconds(1));
            find(engine, "order-1").stop(null, null);
            find(engine, "order-4").stop(null, null);
            find(engine, "order-2").redrive();
            engine.start(waiting, "order-6", json("1"));
            Page<ExecutionSummary> second = engine.list(filter.nextToken(first.nextToken()));
            assertThat(second.items()).extracting(ExecutionSummary::name).containsExactly("order-3", "order-2");
            Page<ExecutionSummary> third = engine.list(filter.nextToken(second.nextToken()));
            assertThat(third.items()).extracting(ExecutionSummary::name).containsExactly("order-1", "order-0");
            assertThat(third.nextToken()).isNull();
            assertThat(names(engine, filter))
                    .containsExactly("order-6", "order-5", "order-4", "order-3", "order-2", "order-1", "order-0");
            time.resume();
        }
    }

    private Execution<JsonNode> find(Engine engine, String name) {
        return engine.find(waiting, name).orElseThrow();
    }

    @Test
    void pagesWhileExecutionsStartAndEnd() throws Exception {
        Workflow<JsonNode, JsonNode> quick = states().pass("P", END).workflow();
        try (Engine engine = engine(quick)) {
            startAll(engine, quick, "old-", 300);
            ExecutorService others = Executors.newFixedThreadPool(2);
            Future<?> starting = others.submit(() -> startAll(engine, quick, "new-", 500));
            int looked = 0;
            do {
                List<String> names = names(engine, ExecutionFilter.all().maxResults(17));
                assertThat(names).doesNotHaveDuplicates();
                assertThat(names).filteredOn(name -> name.startsWith("old-")).hasSize(300);
                looked++;
            } while (!starting.isDone());
            starting.get();
            others.shutdown();
            assertThat(looked).isPositive();
            assertThat(names(engine, ExecutionFilter.all())).hasSize(800);
        }
    }

    @Test
    void manyStartsOfOneNameAreOneExecution() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Engine engine = engine(waiting)) {
            time.pause();
            List<Future<String>> same = new ArrayList<>();
            List<Future<Boolean>> different = new ArrayList<>();
            engine.start(waiting, "one", json("1"));
            for (int i = 0; i < 200; i++) {
                same.add(threads.submit(
                        () -> engine.start(waiting, "one", json("1")).id()));
                different.add(threads.submit(() -> isTaken(engine, "one", "2")));
                same.add(threads.submit(
                        () -> engine.startAsync(waiting, "one", json("1")).get().id()));
            }
            Set<String> ids = new HashSet<>();
            for (Future<String> id : same) {
                ids.add(id.get());
            }
            for (Future<Boolean> taken : different) {
                assertThat(taken.get()).isTrue();
            }
            assertThat(ids).hasSize(1);
            assertThat(names(engine, ExecutionFilter.all())).containsExactly("one");
            time.resume();
        }
        threads.shutdown();
    }

    @Test
    void oneOfManyStartsOfANewNameWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Engine engine = engine(waiting)) {
            time.pause();
            for (int round = 0; round < 50; round++) {
                String name = "round-" + round;
                List<Future<Boolean>> taken = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String input = Integer.toString(i);
                    taken.add(threads.submit(() -> isTaken(engine, name, input)));
                }
                int won = 0;
                for (Future<Boolean> start : taken) {
                    won += start.get() ? 0 : 1;
                }
                assertThat(won).isEqualTo(1);
            }
            time.resume();
        }
        threads.shutdown();
    }

    private boolean isTaken(Engine engine, String name, String input) {
        try {
            engine.start(waiting, name, json(input));
            return false;
        } catch (ExecutionAlreadyExistsException taken) {
            return true;
        }
    }

    @Test
    void theHistoryIsWhatAListenerHears() {
        Map<String, List<HistoryEvent>> heard = new ConcurrentHashMap<>();
        Scope each = states().pause("Rest", 5, 1).pass("Done", END).scope();
        Workflow<JsonNode, JsonNode> workflow = states().parallel(
                        "Both",
                        1,
                        states().pass("Left", END).scope(),
                        states().pause("Right", 3, END).scope())
                .map("Each", each, 2, 2)
                .fail("Fail", "Wrong", "in the end")
                .workflow();
        try (Engine engine = Engine.builder()
                .environment(time)
                .history((arn, event) -> heard.computeIfAbsent(
                                arn, none -> Collections.synchronizedList(new ArrayList<>()))
                        .add(event))
                .register(workflow)
                .build()) {
            Execution<JsonNode> execution = engine.start(workflow, "one", json("[1, 2]"));
            assertThat(execution.result()).failsWithin(Duration.ofSeconds(10));
            List<HistoryEvent> whole = execution.history();
            assertThat(whole).isEqualTo(heard.get(execution.id())).hasSizeGreaterThan(20);
            assertThat(paged(execution, HistoryQuery.all().maxResults(4))).isEqualTo(whole);
            List<HistoryEvent> reversed = new ArrayList<>(whole);
            Collections.reverse(reversed);
            assertThat(paged(execution, HistoryQuery.all().maxResults(7).reverseOrder(true)))
                    .isEqualTo(reversed);
            assertThat(paged(execution, HistoryQuery.all().includeExecutionData(false)))
                    .allSatisfy(
                            event -> assertThat(event.details().has("input")).isFalse())
                    .hasSameSizeAs(whole);
        }
    }

    @Test
    void withoutRecordingThereIsNoHistory() {
        try (Engine engine = Engine.builder()
                .environment(time)
                .recordHistory(false)
                .register(waiting)
                .build()) {
            Execution<JsonNode> execution = engine.start(waiting, "one", json("1"));
            execution.result().join();
            assertThatIllegalStateException().isThrownBy(execution::history).withMessageContaining("not recorded");
            assertThatIllegalStateException().isThrownBy(() -> execution.history(HistoryQuery.all()));
        }
    }

    @Test
    void runGivesTheOutput() throws Exception {
        try (Engine engine = engine(waiting)) {
            assertThat(engine.run(waiting, "one", json("7"))).isEqualTo(json("7"));
            CompletableFuture<Execution<JsonNode>> started = engine.startAsync(waiting, "two", json("8"));
            assertThat(started.join().result().join()).isEqualTo(json("8"));
            assertThatIllegalArgumentException().isThrownBy(() -> engine.run(waiting, "a b", json("7")));
        }
    }

    @Test
    void anExecutionIsFoundByAnotherEngineOnTheStore() {
        ExecutionStore store = ExecutionStore.inMemory();
        time.pause();
        try (Engine one = engine(store, waiting);
                Engine two = engine(store, waiting)) {
            Execution<JsonNode> started = one.start(waiting, "order", json("1"));
            time.awaitIdle();
            Execution<JsonNode> found = two.find(waiting, "order").orElseThrow();
            assertThat(found.describe()).isEqualTo(started.describe());
            assertThat(found.history()).isEqualTo(started.history()).isNotEmpty();
            assertThat(found.describe().currentStates())
                    .singleElement()
                    .satisfies(state -> assertThat(state.name()).isEqualTo("Wait"));
            assertThat(two.start(waiting, "order", json("1")).id()).isEqualTo(started.id());
            time.resume();
            assertThat(found.result().join()).isEqualTo(json("1"));
        }
        try (Engine later = engine(store, waiting)) {
            assertThat(later.find(waiting, "order").orElseThrow().result().join())
                    .isEqualTo(json("1"));
        }
    }

    private static void startAll(Engine engine, Workflow<JsonNode, JsonNode> workflow, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            engine.start(workflow, prefix + i, json("1")).result().join();
        }
    }

    private static List<String> names(Engine engine, ExecutionFilter filter) {
        return Page.all(token -> engine.list(filter.nextToken(token)))
                .map(ExecutionSummary::name)
                .toList();
    }

    private static List<HistoryEvent> paged(Execution<?> execution, HistoryQuery query) {
        return Page.all(token -> execution.history(query.nextToken(token))).toList();
    }

    private Engine engine(Workflow<JsonNode, JsonNode> workflow) {
        return Engine.builder().environment(time).register(workflow).build();
    }

    private Engine engine(ExecutionStore store, Workflow<JsonNode, JsonNode> workflow) {
        return Engine.builder()
                .environment(time)
                .store(store)
                .register(workflow)
                .build();
    }
}
