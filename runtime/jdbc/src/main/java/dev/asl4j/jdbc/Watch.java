package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreSession.Verdict;
import dev.asl4j.runtime.store.StoredMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what others have written that concerns a session: messages, what is due, the ends of executions that are watched, dead
 * engines; and gives the session's signs of life. One thread, which looks regularly, and at once when this process has news.
 */
final class Watch implements Runnable {
    private static final System.Logger LOG = System.getLogger(JdbcExecutionStore.class.getName());
    private static final int MOST_MESSAGES = 1_000;
    private static final int RENEWALS_PER_LEASE = 3;

    /** Somebody waits for what becomes of a message. */
    private static final Duration SOON = Duration.ofMillis(50);

    private static final String MAIL =
            "SELECT m.id FROM asl4j_messages m JOIN asl4j_executions e ON e.key = m.execution"
                    + " WHERE e.holder = ? AND m.id > ? ORDER BY m.id LIMIT ?";
    /** When the next execution that nobody holds is to go on. */
    static final String NEXT = "SELECT min(wake) FROM asl4j_executions WHERE holder IS NULL AND wake IS NOT NULL";

    private static final List<Column> ID = Column.list("id LONG");

    private final Database database;
    private final Sessions sessions;
    private final Outage outage;
    private final StoreClient client;
    private final long session;
    private final Runnable lost;
    private final Duration interval;
    private final Lease lease;
    private final Duration renewal;

    private final Watched watched = new Watched();
    private final Followed followed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean hasNews; // guarded by lock
    private boolean closed; // guarded by lock
    private boolean ended; // guarded by lock
    private @Nullable Thread thread; // guarded by lock

    // of the thread
    private Set<Long> told = new HashSet<>();
    private long lastTold;
    private long mark;
    private @Nullable Link marked; // whose mark it is; null if what it stands for was not looked at to the end
    private long renewed = RealTime.nanos();
    private long contact;
    private @Nullable Long next;

    Watch(
            Database database,
            Outage outage,
            StoreClient client,
            long session,
            Lease lease,
            Runnable lost,
            JdbcOptions options) {
        this.database = database;
        this.sessions = new Sessions(database);
        this.outage = outage;
        this.client = client;
        this.session = session;
        this.lease = lease;
        this.lost = lost;
        this.interval = options.pollInterval();
        this.followed = new Followed(database);
        this.renewal = options.lease().dividedBy(RENEWALS_PER_LEASE);
    }

    /** Wants to be told of the end of an execution. */
    void watch(long key) {
        watched.add(key);
        news();
    }

    /** Wants to be told what becomes of a message. */
    void follow(long id, Consumer<Verdict> judged) {
        followed.add(id, judged);
        news();
    }

    /** This process has changed something. */
    void news() {
        lock.lock();
        try {
            hasNews = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends it soon. */
    void stop() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends it; waits until it looks no more, unless its own thread calls this. */
    void close() {
        stop();
        lock.lock();
        try {
            while (!ended && Thread.currentThread() != thread) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        begin();
        boolean regular = true;
        boolean goesOn = true;
        while (goesOn) {
            try {
                look(regular);
                outage.over();
            } catch (SQLException e) {
                marked = null;
                if (database.fault(e) == Fault.AWAY) {
                    outage.failed(e);
                    contact = RealTime.nanos();
                }
            } catch (RuntimeException e) {
                marked = null;
                LOG.log(System.Logger.Level.ERROR, "A session could not look for news.", e);
            }
            regular = awaitNews();
            goesOn = goesOn();
        }
        followed.close();
    }

    private void begin() {
        lock.lock();
        try {
            thread = Thread.currentThread();
        } finally {
            lock.unlock();
        }
    }

    /** Waits; whether that was until it is time to look for what other processes did, too. */
    private boolean awaitNews() {
        lock.lock();
        try {
            long nanos = followed.isEmpty() ? interval.toNanos() : Math.min(interval.toNanos(), SOON.toNanos());
            while (!closed && !hasNews && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            hasNews = false;
            return nanos <= 0;
        } catch (InterruptedException e) {
            closed = true; // the thread is the session's own: whoever interrupts it wants it to end
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            ended = closed;
            changed.signalAll();
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void look(boolean regular) throws SQLException {
        if (regular) {
            if (!isAlive()) {
                lost.run();
                return;
            }
            if (takeOver()) {
                client.due();
            }
            if (!database.reads().read(this::mayHaveChanged)) {
                return;
            }
        }
        List<Owned<StoredMessage>> mail = database.reads().read(link -> mail(link, regular));
        mail.forEach(message -> client.received(message.execution(), message.value()));
        tellEnds(regular);
        followed.look();
        due(database.reads()
                .read(link -> link.query(NEXT, Column.list("wake LONG")))
                .get(0)
                .longOrNull());
    }

    /** Gives a sign of life from time to time; false if others took the session for dead. */
    private boolean isAlive() throws SQLException {
        if (!database.liveness().isLeased()) {
            return database.reads().read(link -> sessions.isThere(link, session));
        }
        long now = RealTime.nanos();
        if (now - renewed > renewal.toNanos()) {
            if (!database.writes().transact(link -> sessions.renew(link, session))) {
                return false;
            }
            lease.given(now);
            renewed = now;
        }
        return true;
    }

    /** After an outage all others look dead that were merely away, too: gives them the time of a lease. */
    private boolean takeOver() throws SQLException {
        if (contact != 0 && RealTime.nanos() - contact < lease.nanos()) {
            return false;
        }
        boolean any = database.reads().read(link -> database.liveness().mayBeDead(link, session));
        return any && database.writes().transact(link -> sessions.removeDead(link, session));
    }

    /** By the mark of one connection: each counts the changes it sees for itself. */
    private boolean mayHaveChanged(Link link) throws SQLException {
        long now = database.changeMark(link);
        boolean same = link == marked && now == mark && now != 0;
        marked = link;
        mark = now;
        return !same;
    }

    /** Messages that were not told of; if regular, with those that were committed later than others that came after them. */
    private List<Owned<StoredMessage>> mail(Link link, boolean regular) throws SQLException {
        List<Row> rows = link.query(MAIL, ID, session, regular ? 0 : lastTold, MOST_MESSAGES);
        List<Row> fresh = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Row row : rows) {
            Long id = (Long) row.required(0);
            seen.add(id);
            lastTold = Math.max(lastTold, id);
            if (!told.contains(id)) {
                fresh.add(row);
            }
        }
        if (regular) {
            told = seen; // the others were taken
        } else {
            told.addAll(seen);
        }
        return MessageRows.readByIds(link, fresh);
    }

    private void tellEnds(boolean regular) throws SQLException {
        List<Long> asked = watched.next(regular);
        if (asked.isEmpty()) {
            return;
        }
        for (long key : database.reads().read(link -> Watched.ended(link, asked))) {
            watched.remove(key);
            client.ended(key);
        }
        if (watched.areMany()) {
            marked = null; // the others may have ended as well
        }
    }

    private void due(@Nullable Long wake) {
        boolean isNew = wake != null && !wake.equals(next);
        next = wake;
        if (wake != null && (isNew || wake <= RealTime.micros())) {
            client.due();
        }
    }
}
