package dev.asl4j.runtime.store;

import org.jspecify.annotations.Nullable;

/**
 * The executions that may be removed, in the order in which they came to be so: a chain through the entries. Children of Map Runs are
 * not among them, they go with their parent.
 */
final class Retention {
    private @Nullable MemoryEntry oldest;
    private @Nullable MemoryEntry newest;
    private int size;

    int size() {
        return size;
    }

    @Nullable
    MemoryEntry oldest() {
        return oldest;
    }

    /** Takes the execution in or out. */
    void set(MemoryEntry entry, boolean removable) {
        boolean isIn = entry.older != null || entry == oldest;
        if (removable && !isIn) {
            append(entry);
        } else if (!removable && isIn) {
            unlink(entry);
        }
    }

    private void append(MemoryEntry entry) {
        entry.older = newest;
        if (newest == null) {
            oldest = entry;
        } else {
            newest.newer = entry;
        }
        newest = entry;
        size++;
    }

    private void unlink(MemoryEntry entry) {
        MemoryEntry before = entry.older;
        MemoryEntry behind = entry.newer;
        if (before == null) {
            oldest = behind;
        } else {
            before.newer = behind;
        }
        if (behind == null) {
            newest = before;
        } else {
            behind.older = before;
        }
        entry.older = null;
        entry.newer = null;
        size--;
    }
}
