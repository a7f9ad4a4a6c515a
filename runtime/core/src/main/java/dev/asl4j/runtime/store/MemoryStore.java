package dev.asl4j.runtime.store;

import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoreSession.Committed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

// Size: the contract of a store, method by method.

/**
 * Keeps executions in memory. What is worked on is kept as it was committed; histories, and frames of executions that nobody holds, are
 * packed, as objects would take five times the room. A turn is short, so one lock is enough; clients are told of things after it was
 * given back.
 */
final class MemoryStore implements ExecutionStore {
    private final Object lock = new Object();
    private final MemoryTables tables;
    private final Set<MemorySession> sessions = new HashSet<>();
    private final Map<Long, Set<MemorySession>> watchers = new HashMap<>();
    private final Followed followed = new Followed();
    private int lastSession;

    MemoryStore(int ended) {
        this.tables = new MemoryTables(ended);
    }

    @Override
    public StoreSession join(StoreClient client) {
        synchronized (lock) {
            MemorySession session = new MemorySession(this, client, ++lastSession);
            sessions.add(session);
            return session;
        }
    }

    @Override
    public Optional<StoredExecution> find(String machine, String name) {
        synchronized (lock) {
            return Optional.ofNullable(tables.find(machine, name)).map(MemoryEntry::execution);
        }
    }

    @Override
    public Optional<StoredExecution> get(long key) {
        synchronized (lock) {
            return Optional.ofNullable(tables.get(key)).map(MemoryEntry::execution);
        }
    }

    @Override
    public Optional<StoredExecution> nested(long parent, long visit) {
        synchronized (lock) {
            return Optional.ofNullable(tables.families().nested(parent, visit)).map(MemoryEntry::execution);
        }
    }

    @Override
    public long openExecutions() {
        synchronized (lock) {
            return tables.open();
        }
    }

    @Override
    public boolean keepsChildren() {
        return false;
    }

    @Override
    public List<StoredFrame> frames(long key) {
        synchronized (lock) {
            MemoryEntry entry = tables.get(key);
            return entry == null ? List.of() : entry.allFrames();
        }
    }

    @Override
    public List<StoredMessage> messages(long key) {
        synchronized (lock) {
            MemoryEntry entry = tables.get(key);
            return entry == null ? List.of() : MemoryEntry.all(entry.messages);
        }
    }

    @Override
    public List<StoredExecution> list(ExecutionQuery query) {
        synchronized (lock) {
            return tables.list(query);
        }
    }

    @Override
    public List<HistoryEvent> history(long key, long after, int limit, boolean reversed) {
        EventLog.Part part;
        synchronized (lock) {
            MemoryEntry entry = tables.get(key);
            if (entry == null || entry.events == null) {
                return List.of();
            }
            part = entry.events.part();
        }
        return reversed ? part.before(after == 0 ? Long.MAX_VALUE : after, limit) : part.after(after, limit);
    }

    @Override
    public Optional<StoredMapRun> mapRun(String arn) {
        synchronized (lock) {
            MemoryEntry entry = tables.ofMapRun(arn);
            return entry == null
                    ? Optional.empty()
                    : MemoryEntry.all(entry.mapRuns).stream()
                            .filter(run -> run.arn().equals(arn))
                            .findFirst();
        }
    }

    @Override
    public List<StoredMapRun> mapRuns(long key) {
        synchronized (lock) {
            MemoryEntry entry = tables.get(key);
            return entry == null ? List.of() : MemoryEntry.all(entry.mapRuns);
        }
    }

    @Override
    public List<StoredExecution> children(String mapRunArn, int after, int limit) {
        synchronized (lock) {
            return tables.families().children(mapRunArn, after, limit).stream()
                    .map(MemoryEntry::execution)
                    .toList();
        }
    }

    @Override
    public Receipt send(long key, StoredMessage.Kind kind, StoredMessage.Body body) {
        Notices notices = new Notices();
        Receipt receipt;
        synchronized (lock) {
            MemoryEntry entry = tables.get(key);
            receipt = receipt(entry, kind, body);
            if (entry != null && receipt == Receipt.ACCEPTED) {
                deliver(entry, kind, body, notices);
            }
        }
        notices.give();
        return receipt;
    }

    Receipt post(
            MemorySession session,
            long key,
            StoredMessage.Kind kind,
            StoredMessage.Body body,
            Consumer<StoreSession.Verdict> judged) {
        Notices notices = new Notices();
        Receipt receipt;
        synchronized (lock) {
            MemoryEntry entry = tables.get(key);
            receipt = receipt(entry, kind, body);
            if (entry != null && receipt == Receipt.ACCEPTED) {
                if (kind == StoredMessage.Kind.REDRIVE && entry.told(kind, body) != null) {
                    return Receipt.RUNNING;
                }
                StoredMessage message = deliver(entry, kind, body, notices);
                if (session.closed) {
                    notices.add(() -> judged.accept(StoreSession.Verdict.UNKNOWN));
                } else {
                    followed.add(message, session, judged);
                }
            }
        }
        notices.give();
        return receipt;
    }

    private static Receipt receipt(@Nullable MemoryEntry entry, StoredMessage.Kind kind, StoredMessage.Body body) {
        if (entry == null) {
            return Receipt.UNKNOWN;
        }
        if (kind.isForEnded() == entry.isRunning()) {
            return entry.isRunning() ? Receipt.RUNNING : Receipt.ENDED;
        }
        return kind.isAnswer() && entry.isAnswered(body.token()) ? Receipt.ANSWERED : Receipt.ACCEPTED;
    }

    @Override
    public Optional<StoredFrame.Address> nextActivityTask(String activity) {
        synchronized (lock) {
            return tables.activities.first(activity);
        }
    }

    @Override
    public List<Census> census(String machine) {
        List<MemoryCensus.Entry> standing;
        synchronized (lock) {
            standing = tables.standing(machine);
        }
        return MemoryCensus.count(standing);
    }

    @Override
    public int purge(Instant endedBefore, int limit) {
        synchronized (lock) {
            return tables.purge(endedBefore, limit);
        }
    }

    @Override
    public void close() {
        // There is nothing to let go of: what is in memory goes with the last reference.
    }

    Committed commit(MemorySession session, Turn turn) {
        byte[] packedEvents = PackedEvents.of(turn.events()).bytes();
        Notices notices = new Notices();
        synchronized (lock) {
            if (session.closed) {
                return Committed.LOST;
            }
            MemoryEntry entry = turn.head() == null ? tables.get(turn.key()) : tables.start(turn, turn.head());
            if (entry == null && turn.head() != null) {
                return Committed.NAME_TAKEN;
            }
            if (entry == null || (turn.head() == null && entry.holder != session)) {
                throw new IllegalStateException("The session does not hold execution " + turn.key() + ".");
            }
            commit(session, turn, packedEvents, entry, notices);
        }
        notices.give();
        return Committed.DONE;
    }

    private void commit(MemorySession session, Turn turn, byte[] packedEvents, MemoryEntry entry, Notices notices) {
        followed.judge(entry, turn).forEach(told -> notices.add(told::tell));
        tables.apply(entry, turn, packedEvents);
        entry.holder = turn.hold() && entry.isRunning() ? session : null;
        tables.moved(entry, turn.wake());
        if (entry.holder == null && entry.isDueForMail()) {
            sessions.forEach(notices::due);
        }
        for (Turn.Sent sent : turn.sent()) {
            MemoryEntry to = tables.get(sent.to());
            if (to != null && to.isRunning() != sent.kind().isForEnded()) {
                deliver(to, sent.kind(), sent.body(), notices);
            }
        }
        if (!entry.isRunning()) {
            Set<MemorySession> watching = watchers.remove(entry.key);
            if (watching != null) {
                watching.forEach(watcher -> notices.ended(watcher, entry.key));
            }
            tables.retain();
        }
    }

    List<Claimed> claimDue(MemorySession session, Instant now, int limit) {
        synchronized (lock) {
            List<Claimed> claimed = new ArrayList<>();
            while (!session.closed && claimed.size() < limit) {
                MemoryEntry entry = tables.due.poll(now);
                if (entry == null) {
                    break;
                }
                claimed.add(claim(session, entry));
            }
            return claimed;
        }
    }

    Optional<Claimed> claim(MemorySession session, long key) {
        synchronized (lock) {
            MemoryEntry entry = tables.get(key);
            return entry == null || entry.holder != null || session.closed
                    ? Optional.empty()
                    : Optional.of(claim(session, entry));
        }
    }

    private Claimed claim(MemorySession session, MemoryEntry entry) {
        entry.holder = session;
        tables.moved(entry, null);
        return new Claimed(entry.execution(), entry.allFrames(), MemoryEntry.all(entry.messages));
    }

    Optional<Instant> nextDue() {
        synchronized (lock) {
            return tables.due.next();
        }
    }

    void watch(MemorySession session, long key) {
        synchronized (lock) {
            MemoryEntry entry = tables.get(key);
            if (entry != null && entry.isRunning()) {
                watchers.computeIfAbsent(key, any -> new HashSet<>()).add(session);
                return;
            }
        }
        session.client.ended(key);
    }

    void leave(MemorySession session) {
        Notices notices = new Notices();
        synchronized (lock) {
            if (session.closed) {
                return;
            }
            session.closed = true;
            sessions.remove(session);
            watchers.values().removeIf(watching -> watching.remove(session) && watching.isEmpty());
            tables.forEach(entry -> {
                if (entry.holder == session) {
                    entry.holder = null;
                    tables.abandoned(entry);
                }
            });
            sessions.forEach(notices::due);
            followed.leave(session).forEach(told -> notices.add(told::tell));
        }
        notices.give();
    }

    private StoredMessage deliver(
            MemoryEntry entry, StoredMessage.Kind kind, StoredMessage.Body body, Notices notices) {
        StoredMessage before = entry.told(kind, body);
        if (before != null) {
            return before;
        }
        StoredMessage message = tables.deliver(entry, kind, body);
        MemorySession holder = entry.holder;
        if (holder != null) {
            notices.received(holder, entry.key, message);
        } else if (entry.isDueForMail()) {
            sessions.forEach(notices::due);
        }
        return message;
    }

    /** What clients are to be told when the lock was given back. */
    private static final class Notices {
        private @Nullable List<Runnable> notices;

        void due(MemorySession session) {
            add(session.client::due);
        }

        void received(MemorySession session, long key, StoredMessage message) {
            add(() -> session.client.received(key, message));
        }

        void ended(MemorySession session, long key) {
            add(() -> session.client.ended(key));
        }

        private void add(Runnable notice) {
            if (notices == null) {
                notices = new ArrayList<>(1);
            }
            notices.add(notice);
        }

        void give() {
            if (notices != null) {
                notices.forEach(Runnable::run);
            }
        }
    }
}
