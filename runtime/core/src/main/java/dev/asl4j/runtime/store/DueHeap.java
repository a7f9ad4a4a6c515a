package dev.asl4j.runtime.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The executions that nobody holds and that are to go on some time, the one that is due first on top. Those with mail are due at
 * once, and in the order in which that came. The heap is in an array, and an execution knows its place: four bytes for each.
 */
final class DueHeap {
    private static final int FIRST_CAPACITY = 16;

    /** What is due at once has a number below this one; other numbers are microseconds since 1970. */
    private static final long AT_ONCE = Long.MIN_VALUE / 2;

    private @Nullable MemoryEntry[] heap = new @Nullable MemoryEntry[FIRST_CAPACITY];
    private int size;
    private long atOnce = Long.MIN_VALUE;

    /** Puts the execution in, or moves it: due at once. One that was due at once before keeps its place. */
    void addAtOnce(MemoryEntry entry) {
        if (entry.heapIndex == MemoryEntry.OUT || entry.due >= AT_ONCE) {
            add(entry, atOnce++);
        }
    }

    /** Puts the execution in, or moves it: due then, and no microsecond earlier. */
    void add(MemoryEntry entry, Instant wake) {
        add(entry, Micros.notBefore(wake));
    }

    void remove(MemoryEntry entry) {
        if (entry.heapIndex == MemoryEntry.OUT) {
            return;
        }
        int hole = entry.heapIndex;
        entry.heapIndex = MemoryEntry.OUT;
        MemoryEntry last = at(--size);
        heap[size] = null;
        if (last != entry) {
            place(last, hole);
            down(hole);
            up(last.heapIndex);
        }
    }

    /** Takes out the execution that is due first, if it is due by now. */
    @Nullable
    MemoryEntry poll(Instant now) {
        if (size == 0 || at(0).due > Micros.of(now)) {
            return null;
        }
        MemoryEntry first = at(0);
        remove(first);
        return first;
    }

    /** When the first one is due: the beginning of 1970 if at once. */
    Optional<Instant> next() {
        if (size == 0) {
            return Optional.empty();
        }
        long due = at(0).due;
        return Optional.of(due < AT_ONCE ? Instant.EPOCH : Micros.instant(due));
    }

    private void add(MemoryEntry entry, long due) {
        remove(entry);
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size + size / 2);
        }
        entry.due = due;
        place(entry, size++);
        up(entry.heapIndex);
    }

    private void up(int from) {
        int at = from;
        while (at > 0 && isBefore(at(at), at((at - 1) / 2))) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void down(int from) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBefore(at(child + 1), at(child))) {
                child++;
            }
            if (!isBefore(at(child), at(at))) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private static boolean isBefore(MemoryEntry one, MemoryEntry other) {
        return one.due < other.due || (one.due == other.due && one.key < other.key);
    }

    private void swap(int one, int other) {
        MemoryEntry kept = at(one);
        place(at(other), one);
        place(kept, other);
    }

    private void place(MemoryEntry entry, int index) {
        heap[index] = entry;
        entry.heapIndex = index;
    }

    @SuppressWarnings("NullAway") // filled up to size
    private MemoryEntry at(int index) {
        return heap[index];
    }
}
