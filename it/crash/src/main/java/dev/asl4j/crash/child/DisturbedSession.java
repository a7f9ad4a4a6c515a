package dev.asl4j.crash.child;

import dev.asl4j.crash.work.Seam;
import dev.asl4j.crash.work.Seam.Point;
import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import dev.asl4j.runtime.store.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The session of a {@link DisturbedStore}. */
final class DisturbedSession implements StoreSession {
    private final StoreSession session;
    private final Seam seam;
    private final Duration delay;
    private final ScheduledExecutorService delays = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "slow-commits");
        thread.setDaemon(true);
        return thread;
    });

    DisturbedSession(StoreSession session, Seam seam, Duration delay) {
        this.session = session;
        this.seam = seam;
        this.delay = delay;
    }

    @Override
    public void commit(Turn turn, Consumer<Committed> done) {
        commit(turn, done, session::commit);
    }

    @Override
    public boolean isCurrent() {
        return session.isCurrent();
    }

    @Override
    public void commitHere(Turn turn, Consumer<Committed> done) {
        commit(turn, done, session::commitHere);
    }

    private void commit(Turn turn, Consumer<Committed> done, BiConsumer<Turn, Consumer<Committed>> commit) {
        if (delay.isZero()) {
            commitNow(turn, done, commit);
        } else {
            var unused = delays.schedule(() -> commitNow(turn, done, commit), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void commitNow(Turn turn, Consumer<Committed> done, BiConsumer<Turn, Consumer<Committed>> commit) {
        boolean ends = turn.progress().status() != Status.RUNNING;
        boolean releases = !ends && !turn.hold();
        seam.pass(Point.BEFORE_COMMIT);
        if (ends) {
            seam.pass(Point.BEFORE_END);
        }
        if (releases) {
            seam.pass(Point.BEFORE_RELEASE);
        }
        commit.accept(turn, committed -> {
            seam.pass(Point.COMMITTED);
            if (ends) {
                seam.pass(Point.ENDED);
            }
            if (releases) {
                seam.pass(Point.RELEASED);
            }
            done.accept(committed);
            seam.pass(Point.TOLD);
        });
    }

    @Override
    public List<Claimed> claimDue(Instant now, int limit) {
        seam.pass(Point.BEFORE_CLAIM);
        List<Claimed> claimed = session.claimDue(now, limit);
        if (!claimed.isEmpty()) {
            seam.pass(Point.CLAIMED);
        }
        return claimed;
    }

    @Override
    public Optional<Claimed> claim(long key) {
        seam.pass(Point.BEFORE_CLAIM);
        Optional<Claimed> claimed = session.claim(key);
        if (claimed.isPresent()) {
            seam.pass(Point.CLAIMED);
        }
        return claimed;
    }

    @Override
    public int number() {
        return session.number();
    }

    @Override
    public long newKey() {
        return session.newKey();
    }

    @Override
    public Optional<Instant> nextDue() {
        return session.nextDue();
    }

    @Override
    public Receipt post(long key, Kind kind, Body body, Consumer<Verdict> judged) {
        seam.pass(Point.BEFORE_SEND);
        Receipt receipt = session.post(key, kind, body, judged);
        seam.pass(Point.SENT);
        return receipt;
    }

    @Override
    public void watch(long key) {
        session.watch(key);
    }

    @Override
    public void close() {
        session.close();
        delays.shutdown();
    }
}
