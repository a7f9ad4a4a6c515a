package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once: never two holders, nothing lost, nothing twice. */
interface CompetitionCases extends StoreCases {
    int THREADS = 8;
    Instant DUE = START.plusSeconds(60);

    private static <T> List<T> atOnce(Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier gate = new CyclicBarrier(THREADS);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(threads.submit(() -> {
                    gate.await();
                    return task.call();
                }));
            }
            return results(futures);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    @Test
    default void oneOfManyGetsTheClaim() throws Exception {
        Party party = join();
        List<Party> parties = List.of(join(), join(), join());
        for (int round = 0; round < 20; round++) {
            long key = waiting(party, "wanted" + round);
            AtomicInteger next = new AtomicInteger();
            List<Boolean> got = atOnce(
                    () -> parties.get(next.getAndIncrement() % 3).claim(key).isPresent());
            assertThat(got).containsOnlyOnce(true);
        }
    }

    @Test
    default void oneOfManyGetsTheName() throws Exception {
        List<Party> parties = List.of(join(), join(), join());
        for (int round = 0; round < 20; round++) {
            String name = "name" + round;
            AtomicInteger next = new AtomicInteger();
            List<Committed> done = atOnce(() -> {
                Party party = parties.get(next.getAndIncrement() % 3);
                return party.tryCommit(Turns.start(party.session().newKey(), name));
            });
            assertThat(done).containsOnly(Committed.DONE, Committed.NAME_TAKEN).containsOnlyOnce(Committed.DONE);
        }
    }

    @Test
    default void oneOfManyAnswersTheToken() throws Exception {
        Party party = join();
        long key = started(party, "asks");
        StoredMessage.Body body = new StoredMessage.Body("t", null, null, null);
        List<ExecutionStore.Receipt> receipts = atOnce(() -> store().send(key, StoredMessage.Kind.TASK_SUCCESS, body));
        assertThat(receipts)
                .containsOnly(ExecutionStore.Receipt.ACCEPTED, ExecutionStore.Receipt.ANSWERED)
                .containsOnlyOnce(ExecutionStore.Receipt.ACCEPTED);
        assertThat(store().messages(key)).hasSize(1);
    }

    @Test
    default void whatIsDueIsClaimedOnceEach() throws Exception {
        Party party = join();
        int count = 300;
        List<Long> keys = party.newKeys(count);
        for (long key : keys) {
            party.commitLater(Turns.start(key, "due" + key).release(DUE));
        }
        party.commit(Turns.start(party.session().newKey(), "last"));
        List<Party> parties = List.of(party, join(), join());
        AtomicInteger next = new AtomicInteger();
        List<List<Long>> claimed = atOnce(() -> {
            Party own = parties.get(next.getAndIncrement() % 3);
            List<Long> all = new ArrayList<>();
            for (List<Long> some = own.claimDue(DUE, 7); !some.isEmpty(); some = own.claimDue(DUE, 7)) {
                all.addAll(some);
            }
            return all;
        });
        assertThat(claimed.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    default void executionsWanderBetweenManyWithoutEverBeingHeldTwice() throws Exception {
        Party first = join();
        int count = 10;
        int turns = 12;
        List<Long> keys =
                IntStream.range(0, count).mapToObj(i -> waiting(first, "w" + i)).toList();
        keys.forEach(key -> store().send(key, StoredMessage.Kind.TASK_HEARTBEAT, StoredMessage.Body.NONE));
        List<Party> parties = List.of(first, join(), join());
        Map<Long, AtomicInteger> holders = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger left = new AtomicInteger(count);
        List<Boolean> alone = atOnce(() -> {
            Party own = parties.get(next.getAndIncrement() % 3);
            boolean always = true;
            while (left.get() > 0) {
                for (Claimed claimed : own.session().claimDue(DUE, 3)) {
                    AtomicInteger holder =
                            holders.computeIfAbsent(claimed.execution().key(), key -> new AtomicInteger());
                    always &= holder.incrementAndGet() == 1;
                    long event = claimed.execution().progress().lastEvent() + 1;
                    Turns turn = wander(claimed, event, turns);
                    if (event == turns) {
                        left.decrementAndGet();
                    }
                    holder.decrementAndGet();
                    own.commit(turn);
                    store().send(claimed.execution().key(), StoredMessage.Kind.TASK_HEARTBEAT, StoredMessage.Body.NONE);
                }
            }
            return always;
        });
        assertThat(alone).containsOnly(true);
        assertThat(keys).allSatisfy(key -> {
            assertThat(get(key).progress().status()).isEqualTo(Status.SUCCEEDED);
            assertThat(store().history(key, 0, 100, false).stream().map(it -> it.id()))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, turns)
                            .mapToObj(i -> (long) i)
                            .toList());
        });
    }

    private static Turns wander(Claimed claimed, long event, int turns) {
        long key = claimed.execution().key();
        boolean last = event == turns;
        StoredExecution.Progress progress = new StoredExecution.Progress(
                Turns.FINGERPRINT,
                last ? Status.SUCCEEDED : Status.RUNNING,
                null,
                null,
                null,
                last ? DUE : null,
                event,
                1,
                null,
                0,
                null,
                false,
                null);
        return Turns.of(key)
                .progress(progress)
                .release(null)
                .events(Turns.event(event))
                .taken(claimed.messages().stream().map(StoredMessage::id).toArray(Long[]::new));
    }

    @Test
    default void noMessageIsLostBetweenHolderAndRelease() throws Exception {
        Party party = join();
        long key = started(party, "busy");
        int each = 25;
        AtomicInteger taken = new AtomicInteger();
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> sent = sender.submit(() -> {
                int accepted = 0;
                for (int i = 0; i < each; i++) {
                    StoredMessage.Body body = new StoredMessage.Body("token " + i, null, null, null);
                    accepted += store().send(key, StoredMessage.Kind.TASK_HEARTBEAT, body)
                                    == ExecutionStore.Receipt.ACCEPTED
                            ? 1
                            : 0;
                }
                return accepted;
            });
            party.commit(Turns.of(key).release(null));
            while (taken.get() < each) {
                Claimed claimed = party.awaitClaim(DUE);
                taken.addAndGet(claimed.messages().size());
                party.commit(Turns.of(key)
                        .taken(claimed.messages().stream()
                                .map(StoredMessage::id)
                                .toArray(Long[]::new))
                        .release(null));
            }
            assertThat(sent.get()).isEqualTo(each);
        } finally {
            sender.shutdownNow();
        }
        assertThat(taken).hasValue(each);
        assertThat(store().messages(key)).isEmpty();
    }
}
