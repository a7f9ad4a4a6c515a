package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoredMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The engine's part in its store: one session after another, as a session may be lost. */
final class Membership {
    private static final System.Logger LOG = System.getLogger(Membership.class.getName());
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final EngineCore engine;
    private CompletableFuture<Seat> seat = new CompletableFuture<>(); // guarded by this, as all below
    private boolean left;

    Membership(EngineCore engine) {
        this.engine = engine;
    }

    /** Joins for the first time. */
    void join() {
        Seat joined = new Seat();
        joined.session = engine.store().join(joined);
        taken(joined);
    }

    /**
     * The seat there is, or will be again.
     *
     * @throws StoreException if there is none in time
     */
    Seat seat(Duration patience) {
        CompletableFuture<Seat> future = current();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException late) {
            throw new StoreException("the store cannot be reached", late);
        } catch (ExecutionException closed) {
            throw new IllegalStateException("the engine is closed", closed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The seat there is; null if there is none at the moment. */
    @Nullable
    Seat seatNow() {
        CompletableFuture<Seat> future = current();
        return future.isDone() && !future.isCompletedExceptionally() ? future.join() : null;
    }

    /** Asks to be told of an end elsewhere. */
    void watch(long key) {
        @Nullable Seat now = seatNow();
        if (now != null) { // otherwise the next one asks for all
            now.session().watch(key);
        }
    }

    /** Leaves for good; waits for turns that are being committed. */
    void leave() {
        CompletableFuture<Seat> future;
        synchronized (this) {
            left = true;
            future = seat;
            seat = new CompletableFuture<>();
            seat.completeExceptionally(new IllegalStateException("left"));
        }
        if (future.isDone() && !future.isCompletedExceptionally()) {
            future.join().session().close();
        } else {
            future.completeExceptionally(new IllegalStateException("left"));
        }
    }

    private synchronized CompletableFuture<Seat> current() {
        return seat;
    }

    private void taken(Seat joined) {
        boolean late;
        CompletableFuture<Seat> waiting;
        synchronized (this) {
            late = left;
            waiting = seat;
        }
        if (late) {
            joined.session().close();
            return;
        }
        waiting.complete(joined);
        engine.joined(joined);
    }

    private void lost(Seat gone) {
        synchronized (this) {
            if (left || gone.over) {
                return;
            }
            gone.over = true;
            if (seat.isDone()) {
                seat = new CompletableFuture<>();
            }
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "The store has given this engine up, and others have what it had. It joins again.");
        engine.activity().begin();
        engine.threads().store(() -> {
            try {
                engine.residents().forEach(resident -> {
                    if (resident.seat() == gone) {
                        resident.drop();
                    }
                });
                joinAgain();
            } finally {
                engine.activity().end();
            }
        });
    }

    private void joinAgain() {
        try {
            join();
        } catch (RuntimeException away) {
            LOG.log(System.Logger.Level.WARNING, "The store cannot be reached.", away);
            engine.environment()
                    .schedule(
                            engine.environment().now().plus(BETWEEN_ATTEMPTS),
                            () -> engine.threads().store(this::joinAgain));
        }
    }

    /** What the store tells of one session, and that session. */
    final class Seat implements StoreClient {
        private volatile @Nullable StoreSession session;
        private boolean over; // guarded by the membership

        StoreSession session() {
            @Nullable StoreSession joined = session;
            if (joined == null) {
                throw new IllegalStateException("not joined yet");
            }
            return joined;
        }

        @Override
        public void received(long key, StoredMessage message) {
            engine.wakeups().received(key, message);
        }

        @Override
        public void due() {
            engine.wakeups().due();
        }

        @Override
        public void ended(long key) {
            engine.results().mayHaveEnded(key);
        }

        @Override
        public void lost() {
            Membership.this.lost(this);
        }
    }
}
