package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoreSession.Committed;
import java.sql.SQLException;
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
 * Tries again for as long as the database is away.
 */
final class Writer implements Runnable {
    private static final System.Logger LOG = System.getLogger(JdbcExecutionStore.class.getName());
    private static final int MOST_TURNS = 512;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final long MOST_BYTES = 8L << 20;

    private final Database database;
    private final long session;
    private final Outage outage;
    private final Events events;
    private final Command guard;
    private final Lane lane;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<EncodedTurn> queue = new ArrayDeque<>(); // guarded by lock, as all below
    private boolean closing;
    private boolean lost;
    private boolean busy;
    private boolean hurry;
    private boolean ended;

    private long commits; // of the writer's thread

    /** What the session is told; on the writer's thread. */
    interface Events {
        /** The turn is durable, before who committed it is told. */
        void committed(EncodedTurn turn);

        /** Others may want to look. */
        void news();

        /** Others took the session for dead. */
        void lost();
    }

    Writer(Database database, long session, Outage outage, Events events) {
        this.database = database;
        this.session = session;
        this.outage = outage;
        this.events = events;
        this.guard = Transaction.guard(database);
        this.lane = database.openTurns();
    }

    /** Takes a turn; false if the session is closed or lost. */
    boolean add(EncodedTurn turn) {
        lock.lock();
        try {
            if (closing || lost) {
                return false;
            }
            queue.add(turn);
            if (!busy) {
                changed.signalAll();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            for (List<EncodedTurn> batch = take(); batch != null; batch = take()) {
                commit(batch, false);
            }
        } finally {
            lane.close();
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

    private @Nullable List<EncodedTurn> take() {
        lock.lock();
        try {
            busy = false;
            while (queue.isEmpty()) {
                if (closing || lost) {
                    return null;
                }
                changed.awaitUninterruptibly();
            }
            busy = true;
            return drain();
        } finally {
            lock.unlock();
        }
    }

    private List<EncodedTurn> drain() {
        List<EncodedTurn> batch = new ArrayList<>();
        Set<Long> keys = new HashSet<>();
        long bytes = 0;
        while (!queue.isEmpty() && batch.size() < MOST_TURNS && bytes < MOST_BYTES) {
            if (!keys.add(queue.element().turn.key())) {
                break; // two turns of one execution are in two transactions
            }
            EncodedTurn turn = queue.remove();
            bytes += turn.bytes();
            batch.add(turn);
        }
        batch.sort((a, b) -> Long.compare(a.turn.key(), b.turn.key()));
        return batch;
    }

    private void commit(List<EncodedTurn> batch, boolean afterFailure) {
        Transaction uncertain = null;
        boolean careful = afterFailure;
        for (int attempts = 1; ; attempts++) {
            Transaction transaction = new Transaction(database, guard, session, commits, batch, careful);
            try {
                lane.transact(transaction::write);
                tell(batch, transaction);
                return;
            } catch (GuardException e) {
                switch (e.outcome()) {
                    case APPLIED -> tell(batch, uncertain == null ? transaction : uncertain);
                    case LOST -> lose(batch);
                }
                return;
            } catch (UncertainCommitException e) {
                uncertain = transaction;
                outage.failed(e);
            } catch (SQLException e) {
                boolean refused = isRefusal(e);
                if (refused && careful) {
                    divide(batch, e);
                    return;
                }
                if (!refused && database.fault(e) == Fault.AWAY) {
                    outage.failed(e);
                }
            }
            boolean atOnce = !careful;
            careful = true;
            if (!atOnce && !pause(attempts)) {
                giveUp(batch);
                return;
            }
        }
    }

    private boolean isRefusal(SQLException e) {
        return e instanceof NotHeldException || database.fault(e) == Fault.DATA;
    }

    /** One of the turns is refused: finds out which one. */
    private void divide(List<EncodedTurn> batch, SQLException fault) {
        int half = batch.size() / 2;
        if (half > 0) {
            commit(batch.subList(0, half), true);
            commit(batch.subList(half, batch.size()), true);
            return;
        }
        EncodedTurn turn = batch.get(0);
        LOG.log(
                System.Logger.Level.ERROR,
                database.name() + " refuses a turn of execution " + turn.turn.key() + ": SQL state "
                        + fault.getSQLState() + ", code " + fault.getErrorCode());
        accept(turn, Committed.REFUSED);
    }

    private void tell(List<EncodedTurn> batch, Transaction transaction) {
        commits++;
        outage.over();
        if (transaction.hasNews()) {
            events.news();
        }
        for (EncodedTurn turn : batch) {
            if (transaction.isTaken(turn)) {
                accept(turn, Committed.NAME_TAKEN);
            } else {
                events.committed(turn);
                accept(turn, Committed.DONE);
            }
        }
    }

    private void lose(List<EncodedTurn> batch) {
        abandon();
        batch.forEach(turn -> accept(turn, Committed.LOST));
        refuseAll();
        events.lost();
    }

    /** The session is closed while the database is away: somebody else will take up what it held. */
    private void giveUp(List<EncodedTurn> batch) {
        LOG.log(System.Logger.Level.WARNING, database.name() + " was away too long to commit the last turns.");
        batch.forEach(turn -> accept(turn, Committed.LOST));
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
        List<EncodedTurn> left;
        lock.lock();
        try {
            left = List.copyOf(queue);
            queue.clear();
        } finally {
            lock.unlock();
        }
        left.forEach(turn -> accept(turn, Committed.LOST));
    }

    private static void accept(EncodedTurn turn, Committed committed) {
        try {
            turn.done.accept(committed);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "An engine failed when it was told of a commit.", e);
        }
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
