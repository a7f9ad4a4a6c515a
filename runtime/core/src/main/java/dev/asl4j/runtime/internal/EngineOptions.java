package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.ExecutionStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an engine works.
 *
 * @param store null means one of its own, in memory
 * @param remembered how many ended executions its own store keeps
 * @param mostOpen how many executions may be open in its own store
 * @param mostInMemory executions are started, and taken up when they are due, as long as fewer than that are in memory
 * @param mostHandlers so many handlers run at the same time
 * @param storePatience how long callers wait for the store
 * @param retention how long ended executions are kept in a store that was given
 */
public record EngineOptions(
        @Nullable ExecutionStore store,
        int remembered,
        int mostOpen,
        int mostInMemory,
        int mostHandlers,
        Duration storePatience,
        Duration retention) {
    /** Whether handlers run on virtual threads. */
    public static boolean hasVirtualThreads() {
        return HandlerThreads.areVirtual();
    }
}
