package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.ExecutionAlreadyExistsException;
import dev.asl4j.runtime.ExecutionFilter;
import dev.asl4j.runtime.ExecutionStatus;
import dev.asl4j.runtime.ExecutionSummary;
import dev.asl4j.runtime.Page;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What two do at the same moment, on each store: starts of one name, stops and ends, starts and the engine's own end. */
@Timeout(120)
final class EngineRacesTest {
    /** Where the executions of several engines are. */
    enum Kept {
        IN_MEMORY,
        ON_SQLITE,
        ON_POSTGRESQL
    }

    private static final int THREADS = 8;
    private static final int ROUNDS = 15;
    private static final int ENGINES = 3;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<ExecutionStore> stores = new ArrayList<>();
    private final Map<Integer, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final OneTask counting = new OneTask((input, task) -> {
        calls.computeIfAbsent(input.intValue(), number -> new AtomicInteger()).incrementAndGet();
        return input;
    });

    @AfterEach
    void close() {
        threads.shutdownNow();
        closeStores();
    }

    private void closeStores() {
        stores.forEach(ExecutionStore::close);
        stores.clear();
    }

    @ParameterizedTest
    @EnumSource
    void ofStartsOfOneNameInTwoEnginesOneInputWins(Kept kept) throws Exception {
        List<ExecutionStore> both = open(kept, 2);
        try (Engine one = engine(both.get(0), counting);
                Engine two = engine(both.get(1), counting)) {
            for (int round = 0; round < ROUNDS; round++) {
                String name = "round-" + round;
                int first = 10 * round;
                List<Callable<Integer>> starts = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    Engine engine = i % 2 == 0 ? one : two;
                    int input = first + i / 4;
                    starts.add(() -> started(engine, name, input));
                }
                Set<Integer> won = new HashSet<>(atOnce(starts));
                won.remove(-1);
                assertThat(won).as(name).hasSize(1);
                int input = won.iterator().next();
                for (Engine engine : List.of(one, two)) {
                    Execution<JsonNode> found = engine.find(counting, name).orElseThrow();
                    assertThat(output(found)).isEqualTo(IntNode.valueOf(input));
                }
                assertThat(calls.get(input)).hasValue(1);
                assertThat(calls).doesNotContainKey(input == first ? first + 1 : first);
            }
            assertThat(names(one)).hasSize(ROUNDS);
        }
    }

    /** Its input, if that is what runs or has run under the name; -1 if another one does. */
    private int started(Engine engine, String name, int input) {
        try {
            return output(engine.start(counting, name, IntNode.valueOf(input))).intValue();
        } catch (ExecutionAlreadyExistsException taken) {
            return -1;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExecutionIsStoppedOrEndsAndAllSayTheSame(Kept kept) throws Exception {
        Map<Integer, CountDownLatch> begun = new ConcurrentHashMap<>();
        Map<Integer, CountDownLatch> go = new ConcurrentHashMap<>();
        OneTask held = new OneTask((input, task) -> {
            begun.get(input.intValue()).countDown();
            go.get(input.intValue()).await();
            return input;
        });
        List<ExecutionStore> both = open(kept, 2);
        try (Engine one = engine(both.get(0), held);
                Engine two = engine(both.get(1), held)) {
            for (int round = 0; round < ROUNDS; round++) {
                begun.put(round, new CountDownLatch(1));
                go.put(round, new CountDownLatch(1));
                Execution<JsonNode> here = one.start(held, "round-" + round, IntNode.valueOf(round));
                assertThat(begun.get(round).await(60, TimeUnit.SECONDS)).isTrue();
                Execution<JsonNode> there = two.find(held, here.name()).orElseThrow();
                CountDownLatch end = go.get(round);
                Execution<JsonNode> stopped = round % 2 == 0 ? here : there;
                atOnce(List.of(
                        () -> {
                            end.countDown();
                            return 0;
                        },
                        () -> {
                            stopped.stop("Stopped", "in time");
                            assertThat(stopped.describe().status()).isNotEqualTo(ExecutionStatus.RUNNING);
                            return 0;
                        }));
                ExecutionStatus status = here.describe().status();
                assertThat(status).isIn(ExecutionStatus.SUCCEEDED, ExecutionStatus.ABORTED);
                for (Execution<JsonNode> either : List.of(here, there)) {
                    boolean succeeded = either.result()
                            .handle((output, thrown) -> thrown == null)
                            .get(60, TimeUnit.SECONDS);
                    assertThat(succeeded).isEqualTo(status == ExecutionStatus.SUCCEEDED);
                    assertThat(either.describe()).isEqualTo(here.describe());
                }
                List<String> types = checkedHistory(here);
                assertThat(types)
                        .filteredOn(type -> type.equals("ExecutionSucceeded") || type.equals("ExecutionAborted"))
                        .singleElement()
                        .isEqualTo(types.get(types.size() - 1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasStartedWhileItsEngineClosesIsThereAndNothingElse(Kept kept) throws Exception {
        for (int round = 0; round < ENGINES; round++) {
            calls.clear();
            List<ExecutionStore> both = open(kept, 2);
            Engine closing = engine(both.get(0), counting);
            Starters starters = new Starters(closing);
            starters.awaitSome();
            closing.close();
            starters.end();
            assertThat(starters.uncertain).isEmpty();
            goesOnInTheNext(both.get(1), starters.acknowledged, starters.acknowledged);
            closeStores();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasStartedBeforeItsEngineIsShutDownIsThere(Kept kept) throws Exception {
        for (int round = 0; round < ENGINES; round++) {
            calls.clear();
            List<ExecutionStore> both = open(kept, 2);
            Engine dying = engine(both.get(0), counting);
            Starters starters = new Starters(dying);
            starters.awaitSome();
            dying.shutdownNow();
            starters.end();
            Set<Integer> possible = new HashSet<>(starters.acknowledged);
            possible.addAll(starters.uncertain);
            goesOnInTheNext(both.get(1), starters.acknowledged, possible);
            closeStores();
        }
    }

    /** What was acknowledged is there, nothing that is not possible, and all of it comes to its end. */
    private void goesOnInTheNext(ExecutionStore store, Set<Integer> acknowledged, Set<Integer> possible)
            throws Exception {
        try (Engine next = engine(store, counting)) {
            List<String> names = names(next);
            assertThat(names).doesNotHaveDuplicates().containsAll(texts(acknowledged));
            assertThat(texts(possible)).containsAll(names);
            for (String name : names) {
                Execution<JsonNode> found = next.find(counting, name).orElseThrow();
                assertThat(output(found)).hasToString(name);
                assertThat(checkedHistory(found))
                        .containsOnlyOnce(
                                "ExecutionStarted", "TaskStateEntered", "TaskStateExited", "ExecutionSucceeded")
                        .endsWith("ExecutionSucceeded");
                assertThat(calls.get(Integer.valueOf(name)).get()).isBetween(1, 2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theResultIsHeardInTheOtherEngineWheneverItIsAskedFor(Kept kept) throws Exception {
        List<ExecutionStore> both = open(kept, 2);
        try (Engine one = engine(both.get(0), counting);
                Engine two = engine(both.get(1), counting)) {
            for (int round = 0; round < ROUNDS; round++) {
                int first = round * THREADS;
                List<Callable<Integer>> work = new ArrayList<>();
                for (int i = 0; i < THREADS / 2; i++) {
                    int number = first + i;
                    Engine runs = i % 2 == 0 ? one : two;
                    Engine hears = i % 2 == 0 ? two : one;
                    work.add(() -> {
                        return output(runs.startAsync(counting, "" + number, IntNode.valueOf(number))
                                        .get(60, TimeUnit.SECONDS))
                                .intValue();
                    });
                    work.add(() -> {
                        while (true) {
                            var found = hears.find(counting, "" + number);
                            if (found.isPresent()) {
                                return output(found.get()).intValue();
                            }
                            Thread.onSpinWait();
                        }
                    });
                }
                assertThat(atOnce(work))
                        .containsExactlyElementsOf(IntStream.range(0, THREADS)
                                .mapToObj(i -> first + i / 2)
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theResultIsHeardAlsoIfTheEngineThatRunsItIsShutDown(Kept kept) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int round = 0; round < ENGINES; round++) {
            CountDownLatch begun = new CountDownLatch(1);
            OneTask first = new OneTask((input, task) -> {
                begun.countDown();
                never.await();
                return input;
            });
            List<ExecutionStore> both = open(kept, 2);
            Engine dying = engine(both.get(0), first);
            try (Engine other = engine(both.get(1), counting)) {
                Execution<JsonNode> started = dying.start(first, "round-" + round, IntNode.valueOf(round));
                assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
                Execution<JsonNode> found = other.find(counting, started.name()).orElseThrow();
                Future<JsonNode> heard = threads.submit(() -> output(found));
                dying.shutdownNow();
                assertThat(heard.get(60, TimeUnit.SECONDS)).isEqualTo(IntNode.valueOf(round));
            }
            closeStores();
        }
    }

    /** Threads that start executions named by their input, until the engine is closed. */
    private final class Starters {
        final Set<Integer> acknowledged = Collections.newSetFromMap(new ConcurrentHashMap<>());
        final Set<Integer> uncertain = Collections.newSetFromMap(new ConcurrentHashMap<>());
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch some = new CountDownLatch(20);
        private final List<Future<?>> running = new ArrayList<>();

        Starters(Engine engine) {
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> start(engine)));
            }
        }

        private void start(Engine engine) {
            while (true) {
                int number = next.getAndIncrement();
                try {
                    engine.start(counting, "" + number, IntNode.valueOf(number));
                    acknowledged.add(number);
                    some.countDown();
                } catch (IllegalStateException closed) {
                    return;
                } catch (StoreException unknown) {
                    uncertain.add(number);
                    return;
                }
            }
        }

        void awaitSome() throws InterruptedException {
            assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
        }

        void end() throws Exception {
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        CyclicBarrier gate = new CyclicBarrier(work.size());
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> one : work) {
            futures.add(threads.submit(() -> {
                gate.await();
                return one.call();
            }));
        }
        List<T> done = new ArrayList<>();
        for (Future<T> future : futures) {
            done.add(future.get(60, TimeUnit.SECONDS));
        }
        return done;
    }

    private static JsonNode output(Execution<JsonNode> execution) {
        return execution.result().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** The types of its events, whose ids have no gaps. */
    private static List<String> checkedHistory(Execution<JsonNode> execution) {
        List<HistoryEvent> history = execution.history();
        assertThat(history)
                .extracting(HistoryEvent::id)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, history.size()).boxed().toList());
        return history.stream().map(event -> event.type().text()).toList();
    }

    private static List<String> names(Engine engine) {
        return Page.all(token -> engine.list(ExecutionFilter.all().nextToken(token)))
                .map(ExecutionSummary::name)
                .toList();
    }

    private static List<String> texts(Set<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }

    private static Engine engine(ExecutionStore store, OneTask workflow) {
        return Engine.builder().store(store).register(workflow).build();
    }

    /** So many openings of one empty store. */
    private List<ExecutionStore> open(Kept kept, int count) {
        List<ExecutionStore> opened = new ArrayList<>();
        switch (kept) {
            case IN_MEMORY -> {
                ExecutionStore store = ExecutionStore.inMemory(100_000);
                opened.addAll(Collections.nCopies(count, store));
            }
            case ON_SQLITE -> open(StoreUnderTest.SQLITE, count, opened);
            case ON_POSTGRESQL -> open(StoreUnderTest.POSTGRESQL, count, opened);
        }
        stores.addAll(opened);
        return opened;
    }

    private static void open(StoreUnderTest database, int count, List<ExecutionStore> opened) {
        String url = database.newUrl();
        for (int i = 0; i < count; i++) {
            opened.add(JdbcExecutionStore.open(url, StoreUnderTest.OPTIONS));
        }
    }
}
