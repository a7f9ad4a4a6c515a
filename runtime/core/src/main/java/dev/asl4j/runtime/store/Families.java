package dev.asl4j.runtime.store;

import dev.asl4j.runtime.store.StoredExecution.Parent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which executions were started by which: those of tasks by the parent and its visit, those of Map Runs by ARN and position. */
final class Families {
    private final Map<Long, Rows<MemoryEntry>> nested = new HashMap<>();
    private final Map<String, Rows<MemoryEntry>> children = new HashMap<>();

    /** The execution that stands at that place. */
    @Nullable
    MemoryEntry get(Parent parent) {
        return parent.mapRun() == null
                ? nested(parent.key(), parent.visit())
                : get(children.get(parent.mapRun()), parent.position());
    }

    @Nullable
    MemoryEntry nested(long parent, long visit) {
        return get(nested.get(parent), visit);
    }

    /** Executions that tasks of that one started. */
    List<MemoryEntry> nested(long parent) {
        return MemoryEntry.all(nested.get(parent));
    }

    /** The children of a Map Run after a position. */
    List<MemoryEntry> children(String mapRun, int after, int limit) {
        Rows<MemoryEntry> rows = children.get(mapRun);
        return rows == null ? List.of() : rows.after(after, limit);
    }

    /** The children of a Map Run. */
    List<MemoryEntry> children(String mapRun) {
        return MemoryEntry.all(children.get(mapRun));
    }

    void add(MemoryEntry entry, Parent parent) {
        if (parent.mapRun() == null) {
            nested.computeIfAbsent(
                            parent.key(),
                            key -> new Rows<>(child -> parent(child).visit()))
                    .put(entry);
        } else {
            children.computeIfAbsent(
                            parent.mapRun(),
                            arn -> new Rows<>(child -> parent(child).position()))
                    .put(entry);
        }
    }

    /** Removes an execution that a task started. */
    void removeNested(Parent parent) {
        Rows<MemoryEntry> rows = nested.get(parent.key());
        if (rows != null) {
            rows.remove(parent.visit());
            if (rows.size() == 0) {
                nested.remove(parent.key());
            }
        }
    }

    /** Removes a child of a Map Run. */
    void removeChild(Parent parent) {
        Rows<MemoryEntry> rows = children.get(parent.mapRun());
        if (rows != null) {
            rows.remove(parent.position());
        }
    }

    void removeChildren(String mapRun) {
        children.remove(mapRun);
    }

    private static @Nullable MemoryEntry get(@Nullable Rows<MemoryEntry> rows, long number) {
        return rows == null ? null : rows.get(number);
    }

    @SuppressWarnings("NullAway") // only those with a parent are here
    private static Parent parent(MemoryEntry entry) {
        return entry.head.parent();
    }
}
