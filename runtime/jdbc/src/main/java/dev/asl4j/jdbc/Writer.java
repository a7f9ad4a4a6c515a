package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoreSession.Committed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes the turns of a session durable: one thread that takes all that wait and commits them together, while the next ones gather.
 * Tries again for as long as the database is away. A turn that comes while nothing else is to be done may be committed by the thread
 * that brings it, if that has nothing better to do; what does not work out at the first attempt is left to the writer's thread.
 */
final class Writer implements Runnable {
    private static final System.Logger LOG = System.getLogger(JdbcExecutionStore.class.getName());
    private static final int MOST_TURNS = 512;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final long MOST_BYTES = 8L << 20;

    private final Database database;
    private final Outage outage;
    private final Events events;
    private final Committer committer; // of whoever made it busy
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<EncodedTurn> queue = new ArrayDeque<>(); // guarded by lock, as all below
    private boolean busy;
    private @Nullable Batch left;
    private boolean closing;
    private boolean lost;
    private boolean hurry;
    private boolean ended;

    /** What the session is told; on the thread that commits. */
    interface Events {
        /** The turn is durable, before who committed it is told. */
        void committed(EncodedTurn turn);

        /** Others may want to look. */
        void news();

        /** Others took the session for dead. */
        void lost();
    }

    Writer(Database database, long session, Outage outage, Lease lease, Events events) {
        this.database = database;
        this.outage = outage;
        this.events = events;
        this.committer = new Committer(database, session, outage, lease, events);
    }

    /**
     * Takes a turn; false if the session is closed or lost.
     *
     * @param here whether this thread may make it durable
     */
    boolean add(EncodedTurn turn, boolean here) {
        lock.lock();
        try {
            if (closing || lost) {
                return false;
            }
            if (!here || busy || !queue.isEmpty()) {
                queue.add(turn);
                if (!busy) {
                    changed.signalAll();
                }
                return true;
            }
            busy = true;
        } finally {
            lock.unlock();
        }
        commitHere(new Batch(List.of(turn), false));
        return true;
    }

    private void commitHere(Batch batch) {
        boolean over = false;
        try {
            over = committer.attempt(batch) == Committer.Result.TOLD;
        } catch (RuntimeException | Error fault) { // of this thread: the writer's finds out what has happened
            LOG.log(System.Logger.Level.WARNING, "A commit broke off.", fault);
        } finally {
            lock.lock();
            try {
                left = over ? null : batch;
                busy = !over;
                if (!over || !queue.isEmpty() || closing || lost) {
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void run() {
        try {
            for (Batch batch = take(); batch != null; batch = take()) {
                commit(batch);
                rest();
            }
        } finally {
            committer.close();
            end();
        }
    }

    private void end() {
        abandon();
        refuseAll();
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Batch take() {
        lock.lock();
        try {
            while (left == null && (busy || queue.isEmpty())) {
                if (!busy && (closing || lost)) {
                    return null;
                }
                changed.awaitUninterruptibly();
            }
            busy = true;
            @Nullable Batch begun = left;
            left = null;
            return begun == null ? drain() : begun;
        } finally {
            lock.unlock();
        }
    }

    private void rest() {
        lock.lock();
        try {
            busy = false;
        } finally {
            lock.unlock();
        }
    }

    private Batch drain() {
        List<EncodedTurn> turns = new ArrayList<>();
        Set<Long> keys = new HashSet<>();
        long bytes = 0;
        while (!queue.isEmpty() && turns.size() < MOST_TURNS && bytes < MOST_BYTES) {
            if (!keys.add(queue.element().turn.key())) {
                break; // two turns of one execution are in two transactions
            }
            EncodedTurn turn = queue.remove();
            bytes += turn.bytes();
            turns.add(turn);
        }
        turns.sort((a, b) -> Long.compare(a.turn.key(), b.turn.key()));
        return new Batch(turns, false);
    }

    private void commit(Batch batch) {
        for (int attempts = 1; ; attempts++) {
            boolean again = switch (committer.attempt(batch)) {
                case TOLD -> false;
                case LOST -> {
                    lose(batch);
                    yield false;
                }
                case REFUSED -> {
                    divide(batch);
                    yield false;
                }
                case AGAIN -> true;
                case LATER -> {
                    boolean goesOn = pause(attempts);
                    if (!goesOn) {
                        giveUp(batch);
                    }
                    yield goesOn;
                }
            };
            if (!again) {
                return;
            }
        }
    }

    /** One of the turns is refused: finds out which one. */
    private void divide(Batch batch) {
        int half = batch.turns.size() / 2;
        if (half == 0) {
            batch.turns.get(0).tell(Committed.REFUSED);
            return;
        }
        commit(new Batch(batch.turns.subList(0, half), true));
        commit(new Batch(batch.turns.subList(half, batch.turns.size()), true));
    }

    private void lose(Batch batch) {
        abandon();
        batch.turns.forEach(turn -> turn.tell(Committed.LOST));
        refuseAll();
        events.lost();
    }

    /** The session is closed while the database is away: somebody else will take up what it held. */
    private void giveUp(Batch batch) {
        LOG.log(System.Logger.Level.WARNING, database.name() + " was away too long to commit the last turns.");
        batch.turns.forEach(turn -> turn.tell(Committed.LOST));
        refuseAll();
    }

    /** The session is lost: nothing is committed any more. */
    void abandon() {
        lock.lock();
        try {
            lost = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void refuseAll() {
        List<EncodedTurn> refused;
        lock.lock();
        try {
            refused = List.copyOf(queue);
            queue.clear();
        } finally {
            lock.unlock();
        }
        refused.forEach(turn -> turn.tell(Committed.LOST));
    }

    /** Waits before the next attempt; false if there is to be none. */
    private boolean pause(int attempts) {
        long nanos = Outage.pause(attempts).toNanos();
        lock.lock();
        try {
            while (nanos > 0 && !hurry) {
                nanos = changed.awaitNanos(nanos);
            }
            return !hurry;
        } catch (InterruptedException e) {
            return !hurry; // the thread is the writer's own: nobody has a reason to interrupt it
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more turns; waits until all were committed, but not longer than that for a database that is away. */
    void close(Duration patience) {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
            while (!ended) {
                changed.awaitNanos(LOOK_AGAIN.toNanos());
                hurry |= outage.lasts().compareTo(patience) > 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            hurry = true;
        } finally {
            lock.unlock();
        }
    }
}
