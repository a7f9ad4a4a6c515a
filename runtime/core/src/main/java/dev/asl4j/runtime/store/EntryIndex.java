package dev.asl4j.runtime.store;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A hash table of executions by something they have themselves: one reference for each instead of a map's nodes and keys. */
final class EntryIndex {
    private static final int FIRST_CAPACITY = 64;

    private final ToIntFunction<MemoryEntry> hash;
    private @Nullable MemoryEntry[] slots = new @Nullable MemoryEntry[FIRST_CAPACITY];
    private int size;

    EntryIndex(ToIntFunction<MemoryEntry> hash) {
        this.hash = hash;
    }

    @Nullable
    MemoryEntry find(int wanted, Predicate<MemoryEntry> same) {
        int at = slot(wanted);
        for (MemoryEntry entry = slots[at]; entry != null; entry = slots[at]) {
            if (same.test(entry)) {
                return entry;
            }
            at = next(at);
        }
        return null;
    }

    /** Adds one that is not there. */
    void add(MemoryEntry entry) {
        if (4 * (size + 1) > 3 * slots.length) {
            grow();
        }
        insert(entry);
        size++;
    }

    /** Removes that very one, if it is there. */
    void remove(MemoryEntry entry) {
        int at = slot(hash.applyAsInt(entry));
        while (slots[at] != entry) {
            if (slots[at] == null) {
                return;
            }
            at = next(at);
        }
        slots[at] = null;
        size--;
        // Those behind it may have been pushed on by it: they are put in anew, up to the next gap.
        at = next(at);
        for (MemoryEntry moved = slots[at]; moved != null; moved = slots[at]) {
            slots[at] = null;
            insert(moved);
            at = next(at);
        }
    }

    void forEach(Consumer<MemoryEntry> action) {
        for (MemoryEntry entry : slots) {
            if (entry != null) {
                action.accept(entry);
            }
        }
    }

    private void insert(MemoryEntry entry) {
        int at = slot(hash.applyAsInt(entry));
        while (slots[at] != null) {
            at = next(at);
        }
        slots[at] = entry;
    }

    private void grow() {
        @Nullable MemoryEntry[] old = slots;
        slots = new @Nullable MemoryEntry[2 * old.length];
        for (MemoryEntry entry : old) {
            if (entry != null) {
                insert(entry);
            }
        }
    }

    private int slot(int code) {
        // Multiplied by a large odd number, so that keys in a row and poor hashes are spread over the upper bits.
        return (code * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
    }

    private int next(int at) {
        return (at + 1) & (slots.length - 1);
    }
}
