package dev.asl4j.runtime.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The executions that are no children of Map Runs, by start, then key. They come nearly in that order, so a list will do; what is
 * removed stays in it, marked, until it is half of all.
 */
final class StartOrder {
    private static final int MANY = 64;

    private final ArrayList<MemoryEntry> entries = new ArrayList<>();
    private int gone;

    void add(MemoryEntry entry) {
        entries.add(place(entry.start(), entry.key), entry);
    }

    /** Is told that one of them is {@linkplain MemoryEntry#isGone gone}. */
    void removed() {
        gone++;
        if (gone > MANY && 2 * gone > entries.size()) {
            entries.removeIf(MemoryEntry::isGone);
            entries.trimToSize();
            gone = 0;
        }
    }

    /** Newest first. */
    List<StoredExecution> list(ExecutionQuery query) {
        var after = query.after();
        int next = after == null ? entries.size() : place(Micros.of(after.start()), after.key());
        List<StoredExecution> found = new ArrayList<>();
        for (int i = next - 1; i >= 0 && found.size() < query.limit(); i--) {
            MemoryEntry entry = entries.get(i);
            if (query.startedFrom() != null && entry.start() < Micros.of(query.startedFrom())) {
                break;
            }
            if (!entry.isGone() && matches(entry, query)) {
                found.add(entry.execution());
            }
        }
        return found;
    }

    private static boolean matches(MemoryEntry entry, ExecutionQuery query) {
        return (query.machine() == null || query.machine().equals(entry.head.machine()))
                && (query.status() == null || query.status() == entry.progress.status())
                && (query.startedBefore() == null || entry.start() < Micros.of(query.startedBefore()))
                && (query.namePrefix() == null || entry.head.name().startsWith(query.namePrefix()))
                && (!query.parked() || entry.progress.parked() != null);
    }

    /** Index of the first one that does not come before that place. */
    private int place(long start, long key) {
        int low = 0;
        int high = entries.size();
        if (high > 0 && isBefore(entries.get(high - 1), start, key)) {
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(entries.get(middle), start, key)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isBefore(MemoryEntry entry, long start, long key) {
        long own = entry.start();
        return own < start || (own == start && entry.key < key);
    }
}
