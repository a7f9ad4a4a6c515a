package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.Turn;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** An engine's part in a database: a thread that commits, and one that looks for news. */
final class JdbcSession implements StoreSession, Writer.Events {
    private final JdbcExecutionStore store;
    private final Database database;
    private final Calls calls;
    private final StoreClient client;
    private final JdbcOptions options;
    private final Outage outage;
    private final int number;
    private final AtomicLong lastKey;
    private final Encoder encoder;
    private final Writer writer;
    private final Watch watch;
    private final Claims claims;
    private final Lease lease;
    private final ReentrantLock confirming = new ReentrantLock();
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    private enum State {
        OPEN,
        CLOSED,
        LOST
    }

    JdbcSession(JdbcExecutionStore store, StoreClient client, long number, Outage outage) {
        this.store = store;
        this.database = store.database();
        this.calls = store.calls();
        this.client = client;
        this.options = store.options();
        this.number = Math.toIntExact(number);
        this.lastKey = new AtomicLong(number << COUNTER_BITS);
        this.encoder = new Encoder(number, options.payloadThreshold());
        this.outage = outage;
        this.lease = new Lease(options.lease());
        this.writer = new Writer(database, number, outage, lease, this);
        this.watch = new Watch(database, outage, client, number, lease, this::lost, options);
        this.claims = new Claims(database, calls, number);
    }

    void begin() {
        start("asl4j-commit-" + number, writer);
        start("asl4j-watch-" + number, watch);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public long newKey() {
        return lastKey.incrementAndGet();
    }

    @Override
    public void commit(Turn turn, Consumer<Committed> done) {
        commit(turn, done, false);
    }

    @Override
    public void commitHere(Turn turn, Consumer<Committed> done) {
        commit(turn, done, true);
    }

    private void commit(Turn turn, Consumer<Committed> done, boolean here) {
        if (!writer.add(encoder.encode(turn, done), here)) {
            done.accept(Committed.LOST);
        }
    }

    @Override
    public boolean isCurrent() {
        return state.get() == State.OPEN && (!database.liveness().isLeased() || lease.isSure() || confirm());
    }

    /** Gives a sign of life that was due long ago, unless it comes too late; waits for the database. */
    private boolean confirm() {
        confirming.lock();
        try {
            for (int attempts = 1; state.get() == State.OPEN; attempts++) {
                if (lease.isSure()) { // by another thread
                    return true;
                }
                try {
                    long before = RealTime.nanos();
                    if (!database.writes().transact(link -> new Sessions(database).renew(link, number))) {
                        lost();
                        return false;
                    }
                    lease.given(before);
                    outage.over();
                } catch (SQLException away) {
                    if (database.fault(away) == Fault.AWAY) {
                        outage.failed(away);
                    }
                    RealTime.pause(Outage.pause(attempts));
                }
            }
            return false;
        } finally {
            confirming.unlock();
        }
    }

    Lease lease() {
        return lease;
    }

    @Override
    public List<Claimed> claimDue(Instant now, int limit) {
        return state.get() == State.OPEN ? remember(claims.due(now, limit)) : List.of();
    }

    @Override
    public Optional<Claimed> claim(long key) {
        return state.get() == State.OPEN
                ? claims.one(key).map(claimed -> remember(List.of(claimed)).get(0))
                : Optional.empty();
    }

    private List<Claimed> remember(List<Claimed> claimed) {
        for (Claimed one : claimed) {
            var progress = one.execution().progress();
            if (progress.status() != Status.RUNNING || progress.parked() != null) {
                encoder.unusual(one.execution().key());
            }
        }
        return claimed;
    }

    @Override
    public Optional<Instant> nextDue() {
        return calls.read(link -> link.query(Watch.NEXT, Column.list("wake LONG")))
                .get(0)
                .instantOrEmpty();
    }

    @Override
    public void watch(long key) {
        watch.watch(key);
    }

    @Override
    public Receipt post(long key, StoredMessage.Kind kind, StoredMessage.Body body, Consumer<Verdict> judged) {
        Mailbox.Posted posted = store.mailbox().post(key, kind, body);
        if (posted.receipt() == Receipt.ACCEPTED) {
            watch.follow(posted.id(), judged);
            store.news();
        }
        return posted.receipt();
    }

    /** Something has changed in this process. */
    void look() {
        watch.news();
    }

    @Override
    public void committed(EncodedTurn turn) {
        encoder.committed(turn);
    }

    @Override
    public void news() {
        store.news();
    }

    @Override
    public void lost() {
        if (state.compareAndSet(State.OPEN, State.LOST)) {
            end();
            client.lost();
        }
    }

    /** Stops without a word to the database, as if the process had died. For tests. */
    void die() {
        state.set(State.LOST);
        end();
    }

    private void end() {
        writer.abandon();
        watch.stop();
        store.left(this);
        database.liveness().ended(number);
    }

    @Override
    public void close() {
        if (!state.compareAndSet(State.OPEN, State.CLOSED)) {
            return;
        }
        writer.close(options.patience());
        watch.close();
        store.left(this);
        try {
            calls.transact(link -> new Sessions(database).remove(link, number));
        } catch (StoreException e) {
            // others find out that it is gone
        } finally {
            database.liveness().ended(number);
            store.news();
        }
    }
}
