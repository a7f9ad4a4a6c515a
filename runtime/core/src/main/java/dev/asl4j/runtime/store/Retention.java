package dev.asl4j.runtime.store;

import org.jspecify.annotations.Nullable;

/**
 * The executions that may be removed, in the order in which they came to be so: a chain through the entries. Children of Map Runs are
 * not among them, they go with their parent.
 */
final class Retention {
    private final int most;
    private final long mostBytes;
    private @Nullable MemoryEntry oldest;
    private @Nullable MemoryEntry newest;
    private int size;
    private long bytes;

    /**
     * A chain.
     *
     * @param most how many may stay
     * @param mostBytes so many their histories may take: what ended long ago must not use up the memory of what runs
     */
    Retention(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Whether the oldest one has to go. */
    boolean isTooMuch() {
        return size > most || (bytes > mostBytes && size > 1);
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
        bytes += entry.bytes();
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
        bytes -= entry.bytes();
    }
}
