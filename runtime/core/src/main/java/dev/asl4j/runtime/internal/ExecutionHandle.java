package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An execution as somebody outside has hold of it, wherever it is. */
public final class ExecutionHandle {
    private final EngineCore engine;
    private final long key;
    private final Identity identity;
    private final @Nullable Fate fate;

    ExecutionHandle(EngineCore engine, long key, Identity identity, @Nullable Fate fate) {
        this.engine = engine;
        this.key = key;
        this.identity = identity;
        this.fate = fate;
    }

    /** The engine it was asked of. */
    public EngineCore engine() {
        return engine;
    }

    /** Its key in the store. */
    public long key() {
        return key;
    }

    /** What stays the same. */
    public Identity identity() {
        return identity;
    }

    /** Completed when it has ended, on a thread of its own. */
    public CompletableFuture<Outcome> result() {
        return engine.results().of(key, fate);
    }

    /** Ends it, if it has not ended: when this returns, it has; soon after, if a listener calls it. */
    public void stop(@Nullable String error, @Nullable String cause) {
        engine.stop(key, error, cause);
    }

    /** Ends it soon. */
    void stopSoon() {
        engine.inform(() -> engine.requests().tell(key, Kind.STOP, Body.NONE));
    }
}
