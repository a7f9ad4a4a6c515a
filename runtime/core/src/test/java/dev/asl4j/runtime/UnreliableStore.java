package dev.asl4j.runtime;

import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.ExecutionQuery;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.Turn;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A store that answers on a thread of its own, as databases do, and on demand late, never, or with a no. Its sessions can be lost. What it keeps
 * is in memory.
 */
final class UnreliableStore implements ExecutionStore {
    private final ExecutionStore kept = ExecutionStore.inMemory();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "writer");
        thread.setDaemon(true);
        return thread;
    });
    private final ArrayDeque<Runnable> held = new ArrayDeque<>(); // guarded by this, as all below
    private final List<Session> sessions = new ArrayList<>();
    private boolean holding;
    private Predicate<Turn> refused = turn -> false;
    private final AtomicBoolean stoodStill = new AtomicBoolean();

    /** From now on nothing is committed. */
    synchronized void hold() {
        holding = true;
    }

    /** What was held is committed, and what comes is again. */
    synchronized void release() {
        holding = false;
        held.forEach(writer::execute);
        held.clear();
    }

    /** Turns like these are refused for good. */
    synchronized void refuse(Predicate<Turn> turns) {
        refused = turns;
    }

    /** The sessions there are have been given up. */
    void loseSessions() {
        List<Session> gone;
        synchronized (this) {
            gone = List.copyOf(sessions);
            sessions.clear();
        }
        for (Session session : gone) {
            session.kept.close();
            session.client.lost();
        }
    }

    /** When a session is asked next whether it is current, it was given up long ago. */
    void standStill() {
        stoodStill.set(true);
    }

    private synchronized void write(Runnable commit) {
        if (holding) {
            held.add(commit);
        } else {
            writer.execute(commit);
        }
    }

    private synchronized boolean isRefused(Turn turn) {
        return refused.test(turn);
    }

    @Override
    public StoreSession join(StoreClient client) {
        Session session = new Session(client, kept.join(client));
        synchronized (this) {
            sessions.add(session);
        }
        return session;
    }

    private final class Session implements StoreSession {
        private final StoreClient client;
        private final StoreSession kept;

        Session(StoreClient client, StoreSession kept) {
            this.client = client;
            this.kept = kept;
        }

        @Override
        public int number() {
            return kept.number();
        }

        @Override
        public long newKey() {
            return kept.newKey();
        }

        @Override
        public void commit(Turn turn, Consumer<Committed> done) {
            write(() -> {
                if (isRefused(turn)) {
                    done.accept(Committed.REFUSED);
                } else {
                    kept.commit(turn, done);
                }
            });
        }

        @Override
        public boolean isCurrent() {
            if (stoodStill.getAndSet(false)) {
                loseSessions();
                return false;
            }
            return kept.isCurrent();
        }

        @Override
        public List<Claimed> claimDue(Instant now, int limit) {
            return kept.claimDue(now, limit);
        }

        @Override
        public Receipt post(long key, StoredMessage.Kind kind, StoredMessage.Body body, Consumer<Verdict> judged) {
            return kept.post(key, kind, body, judged);
        }

        @Override
        public Optional<Claimed> claim(long key) {
            return kept.claim(key);
        }

        @Override
        public Optional<Instant> nextDue() {
            return kept.nextDue();
        }

        @Override
        public void watch(long key) {
            kept.watch(key);
        }

        @Override
        public void close() {
            kept.close();
        }
    }

    @Override
    public Optional<StoredExecution> find(String machine, String name) {
        return kept.find(machine, name);
    }

    @Override
    public Optional<StoredExecution> get(long key) {
        return kept.get(key);
    }

    @Override
    public Optional<StoredExecution> nested(long parent, long visit) {
        return kept.nested(parent, visit);
    }

    @Override
    public long openExecutions() {
        return kept.openExecutions();
    }

    @Override
    public List<StoredFrame> frames(long key) {
        return kept.frames(key);
    }

    @Override
    public List<StoredMessage> messages(long key) {
        return kept.messages(key);
    }

    @Override
    public List<StoredExecution> list(ExecutionQuery query) {
        return kept.list(query);
    }

    @Override
    public List<HistoryEvent> history(long key, long after, int limit, boolean reversed) {
        return kept.history(key, after, limit, reversed);
    }

    @Override
    public Optional<StoredMapRun> mapRun(String arn) {
        return kept.mapRun(arn);
    }

    @Override
    public List<StoredMapRun> mapRuns(long key) {
        return kept.mapRuns(key);
    }

    @Override
    public List<StoredExecution> children(String mapRunArn, int after, int limit) {
        return kept.children(mapRunArn, after, limit);
    }

    @Override
    public Receipt send(long key, StoredMessage.Kind kind, StoredMessage.Body body) {
        return kept.send(key, kind, body);
    }

    @Override
    public Optional<StoredFrame.Address> nextActivityTask(String activity) {
        return kept.nextActivityTask(activity);
    }

    @Override
    public List<Census> census(String machine) {
        return kept.census(machine);
    }

    @Override
    public int purge(Instant endedBefore, int limit) {
        return kept.purge(endedBefore, limit);
    }

    @Override
    public void close() {
        writer.shutdown();
    }
}
