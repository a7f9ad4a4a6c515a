package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoreSession.Committed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Somebody who has joined a store, and what the store has told it. */
final class Party implements StoreClient, AutoCloseable {
    static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> ended = new LinkedBlockingQueue<>();
    private final Semaphore due = new Semaphore(0);
    private final StoreSession session;

    record Received(long key, StoredMessage message) {}

    Party(ExecutionStore store) {
        this.session = store.join(this);
    }

    StoreSession session() {
        return session;
    }

    /** Does not wait for it to be durable. */
    void commitLater(Turns turn) {
        session.commit(turn.build(), done -> {});
    }

    List<Long> newKeys(int count) {
        return Stream.generate(session::newKey).limit(count).toList();
    }

    Committed tryCommit(Turns turn) {
        CompletableFuture<Committed> done = new CompletableFuture<>();
        session.commit(turn.build(), done::complete);
        return done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void commit(Turns turn) {
        assertThat(tryCommit(turn)).isEqualTo(Committed.DONE);
    }

    Optional<Claimed> claim(long key) {
        return session.claim(key);
    }

    /** Keys of what is claimed, in the order given. */
    List<Long> claimDue(Instant now, int limit) {
        return session.claimDue(now, limit).stream()
                .map(claimed -> claimed.execution().key())
                .toList();
    }

    /** Takes up the next execution that is due, waiting to be told of one. */
    Claimed awaitClaim(Instant now) throws InterruptedException {
        while (true) {
            List<Claimed> claimed = session.claimDue(now, 1);
            if (!claimed.isEmpty()) {
                return claimed.get(0);
            }
            assertThat(due.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("told that something is due")
                    .isTrue();
        }
    }

    /** The next message it is told of that was not told before. */
    Received awaitReceived(List<Long> known) throws InterruptedException {
        while (true) {
            Received next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("a message told to the holder").isNotNull();
            if (!known.contains(next.message().id())) {
                return next;
            }
        }
    }

    Received awaitReceived() throws InterruptedException {
        return awaitReceived(new ArrayList<>());
    }

    void awaitEnded(long key) throws InterruptedException {
        while (true) {
            Long next = ended.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("told of the end").isNotNull();
            if (next == key) {
                return;
            }
        }
    }

    /** Forgets that it was told of something due. */
    void forgetDue() {
        due.drainPermits();
    }

    void awaitDue() throws InterruptedException {
        assertThat(due.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("told that something is due")
                .isTrue();
    }

    @Override
    public void received(long key, StoredMessage message) {
        received.add(new Received(key, message));
    }

    @Override
    public void due() {
        due.release();
    }

    @Override
    public void ended(long key) {
        ended.add(key);
    }

    @Override
    public void lost() {
        throw new AssertionError("No session is lost in these tests.");
    }

    @Override
    public void close() {
        session.close();
    }
}
