package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMapRun.Status;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The executions of an engine that are in memory. */
final class Residents {
    private final ConcurrentHashMap<Long, EngineExecution> byKey = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Name, EngineExecution> byName = new ConcurrentHashMap<>();
    private final Set<Long> parents = ConcurrentHashMap.newKeySet();
    private final AtomicInteger staying = new AtomicInteger();

    /**
     * Adds one that is to be started.
     *
     * @return the one that has its name here; null if it was added
     */
    @Nullable
    EngineExecution start(EngineExecution execution) {
        @Nullable Name name = Name.of(execution);
        @Nullable EngineExecution other = name == null ? null : byName.putIfAbsent(name, execution);
        if (other == null) {
            if (isStaying(execution)) {
                staying.incrementAndGet();
            }
            byKey.put(execution.key(), execution);
        }
        return other;
    }

    /** Adds one that was taken up; gives what was here of the same execution, which is about to leave. */
    @Nullable
    EngineExecution add(EngineExecution execution) {
        @Nullable EngineExecution before = byKey.put(execution.key(), execution);
        if (before == null || !isStaying(before)) {
            staying.incrementAndGet();
        }
        @Nullable Name name = Name.of(execution);
        if (name != null) {
            byName.put(name, execution);
        }
        return before;
    }

    /** Gives whether it was here. */
    boolean remove(EngineExecution execution) {
        boolean here = false;
        if (byKey.get(execution.key()) == execution) {
            parents.remove(execution.key());
            here = byKey.remove(execution.key(), execution);
            if (here && isStaying(execution)) {
                staying.decrementAndGet();
            }
        }
        @Nullable Name name = Name.of(execution);
        if (name != null) {
            byName.remove(name, execution);
        }
        return here;
    }

    @Nullable
    EngineExecution get(long key) {
        return byKey.get(key);
    }

    /** The one of that name, also if its start is not durable yet. */
    @Nullable
    EngineExecution get(String machine, String name) {
        return byName.get(new Name(machine, name));
    }

    int size() {
        return byKey.size();
    }

    /** A turn has changed these Map Runs of one that is here; gives whether it waits for their children from now on. */
    boolean mapRuns(long key, List<StoredMapRun> changed) {
        if (changed.isEmpty()) {
            return false;
        }
        if (changed.stream().anyMatch(run -> run.status() == Status.RUNNING)) {
            return parents.add(key);
        }
        parents.remove(key);
        return false;
    }

    /** So many wait for the children of a Map Run. */
    int parents() {
        return parents.size();
    }

    /** So many are here for longer than until the store has them. In one number: who subtracts may see one of two change. */
    int staying() {
        return staying.get();
    }

    private static boolean isStaying(EngineExecution execution) {
        return !execution.standing().isDeferred();
    }

    void forEach(Consumer<EngineExecution> action) {
        byKey.values().forEach(action);
    }

    private record Name(String machine, String name) {
        /** Names of Express executions are not unique. */
        static @Nullable Name of(EngineExecution execution) {
            Identity identity = execution.identity();
            return !execution.standing().isNamed() || identity.type() == ExecutionType.EXPRESS
                    ? null
                    : new Name(identity.machine(), identity.name());
        }
    }
}
