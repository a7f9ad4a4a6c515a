package dev.asl4j.runtime.store;

import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** An engine's part in a store in memory. */
final class MemorySession implements StoreSession {
    final StoreClient client;

    /** Guarded by the store. */
    boolean closed;

    private final MemoryStore store;
    private final int number;
    private final AtomicLong lastKey;

    MemorySession(MemoryStore store, StoreClient client, int number) {
        this.store = store;
        this.client = client;
        this.number = number;
        this.lastKey = new AtomicLong((long) number << COUNTER_BITS);
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
        done.accept(store.commit(this, turn));
    }

    @Override
    public List<Claimed> claimDue(Instant now, int limit) {
        return store.claimDue(this, now, limit);
    }

    @Override
    public Optional<Claimed> claim(long key) {
        return store.claim(this, key);
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.nextDue();
    }

    @Override
    public void watch(long key) {
        store.watch(this, key);
    }

    @Override
    public Receipt post(long key, StoredMessage.Kind kind, StoredMessage.Body body, Consumer<Verdict> judged) {
        return store.post(this, key, kind, body, judged);
    }

    @Override
    public void close() {
        store.leave(this);
    }
}
