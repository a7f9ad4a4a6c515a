package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.Turn;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Somebody who has joined a store. */
final class Guest implements StoreClient, AutoCloseable {
    static final int PATIENCE_SECONDS = 60;

    private final Semaphore due = new Semaphore(0);
    private final CountDownLatch lost = new CountDownLatch(1);
    private final JdbcSession session;

    Guest(JdbcExecutionStore store) {
        this.session = (JdbcSession) store.join(this);
    }

    JdbcSession session() {
        return session;
    }

    CompletableFuture<Committed> commitLater(Turn turn) {
        CompletableFuture<Committed> done = new CompletableFuture<>();
        session.commit(turn, done::complete);
        return done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** By this thread, if nothing else is being committed. */
    Committed commit(Turn turn) {
        CompletableFuture<Committed> done = new CompletableFuture<>();
        session.commitHere(turn, done::complete);
        return done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Starts an execution that is held. */
    long start() {
        long key = session.newKey();
        assertThat(commit(Sample.start(key))).isEqualTo(Committed.DONE);
        return key;
    }

    /** Takes up the next execution that is due, waiting to be told of one. */
    long awaitClaim() throws InterruptedException {
        while (true) {
            var claimed = session.claimDue(Instant.EPOCH, 1);
            if (!claimed.isEmpty()) {
                return claimed.get(0).execution().key();
            }
            assertThat(due.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("told that something is due")
                    .isTrue();
        }
    }

    void awaitLost() throws InterruptedException {
        assertThat(lost.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("told that the session is lost")
                .isTrue();
    }

    @Override
    public void received(long key, StoredMessage message) {
        // nobody sends here
    }

    @Override
    public void due() {
        due.release();
    }

    @Override
    public void ended(long key) {
        // nobody is watched here
    }

    @Override
    public void lost() {
        lost.countDown();
    }

    @Override
    public void close() {
        session.close();
    }
}
