package dev.asl4j.crash.child;

import dev.asl4j.crash.work.Seam;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.ExecutionQuery;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store whose process may die wherever it keeps something, and whose commits can be slow. */
final class DisturbedStore implements ExecutionStore {
    private final ExecutionStore store;
    private final Seam seam;
    private final Duration delay;

    /** @param delay of each commit */
    DisturbedStore(ExecutionStore store, Seam seam, Duration delay) {
        this.store = store;
        this.seam = seam;
        this.delay = delay;
    }

    @Override
    public StoreSession join(StoreClient client) {
        return new DisturbedSession(store.join(client), seam, delay);
    }

    @Override
    public Receipt send(long key, StoredMessage.Kind kind, StoredMessage.Body body) {
        seam.pass(Seam.Point.BEFORE_SEND);
        Receipt receipt = store.send(key, kind, body);
        seam.pass(Seam.Point.SENT);
        return receipt;
    }

    @Override
    public Optional<StoredExecution> find(String machine, String name) {
        return store.find(machine, name);
    }

    @Override
    public Optional<StoredExecution> get(long key) {
        return store.get(key);
    }

    @Override
    public Optional<StoredExecution> nested(long parent, long visit) {
        return store.nested(parent, visit);
    }

    @Override
    public long openExecutions() {
        return store.openExecutions();
    }

    @Override
    public List<StoredFrame> frames(long key) {
        return store.frames(key);
    }

    @Override
    public List<StoredMessage> messages(long key) {
        return store.messages(key);
    }

    @Override
    public List<StoredExecution> list(ExecutionQuery query) {
        return store.list(query);
    }

    @Override
    public List<HistoryEvent> history(long key, long after, int limit, boolean reversed) {
        return store.history(key, after, limit, reversed);
    }

    @Override
    public Optional<StoredMapRun> mapRun(String arn) {
        return store.mapRun(arn);
    }

    @Override
    public List<StoredMapRun> mapRuns(long key) {
        return store.mapRuns(key);
    }

    @Override
    public List<StoredExecution> children(String mapRunArn, int after, int limit) {
        return store.children(mapRunArn, after, limit);
    }

    @Override
    public Optional<StoredFrame.Address> nextActivityTask(String activity) {
        return store.nextActivityTask(activity);
    }

    @Override
    public List<Census> census(String machine) {
        return store.census(machine);
    }

    @Override
    public int purge(Instant endedBefore, int limit) {
        return store.purge(endedBefore, limit);
    }

    @Override
    public void close() {
        store.close();
    }
}
