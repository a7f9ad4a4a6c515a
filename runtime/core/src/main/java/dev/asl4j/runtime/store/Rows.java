package dev.asl4j.runtime.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list in the order of a number that each element has: what a table with such a column is in memory. Small lists are kept to
 * measure, since there may be one for each of a million executions.
 */
final class Rows<T> {
    private static final int EXACT = 4;

    private final ToLongFunction<? super T> number;
    private @Nullable Object[] items;
    private int size;

    Rows(ToLongFunction<? super T> number) {
        this.number = number;
        this.items = new @Nullable Object[1];
    }

    int size() {
        return size;
    }

    /** The element of that number. */
    @Nullable
    T get(long wanted) {
        int at = search(wanted);
        return at < 0 ? null : at(at);
    }

    /** Adds the element, or puts it in the place of the one with its number. */
    void put(T item) {
        int at = search(number.applyAsLong(item));
        if (at >= 0) {
            items[at] = item;
            return;
        }
        int place = -at - 1;
        if (size == items.length) {
            items = Arrays.copyOf(items, size < EXACT ? size + 1 : size + size / 2);
        }
        System.arraycopy(items, place, items, place + 1, size - place);
        items[place] = item;
        size++;
    }

    /** Removes the elements of these numbers; others are passed over. */
    void removeAll(List<? extends Number> numbers) {
        if (numbers.size() <= 1) {
            numbers.forEach(gone -> remove(gone.longValue()));
            return;
        }
        BitSet marked = new BitSet(size);
        for (Number gone : numbers) {
            int at = search(gone.longValue());
            if (at >= 0) {
                marked.set(at);
            }
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!marked.get(i)) {
                items[kept++] = items[i];
            }
        }
        shrink(kept);
    }

    /** Removes the element of that number, if there is one. */
    void remove(long gone) {
        int at = search(gone);
        if (at >= 0) {
            System.arraycopy(items, at + 1, items, at, size - at - 1);
            shrink(size - 1);
        }
    }

    /** All of them, by number. */
    List<T> all() {
        return copy(0, size);
    }

    /** At most so many, beginning after a number. */
    List<T> after(long number, int limit) {
        int at = search(number);
        int from = at < 0 ? -at - 1 : at + 1;
        return copy(from, (int) Math.min(size, (long) from + limit));
    }

    /** At most so many, from the highest number below that one down. */
    List<T> before(long number, int limit) {
        int at = search(number);
        int to = at < 0 ? -at - 1 : at;
        int from = Math.max(0, to - limit);
        List<T> part = new ArrayList<>(to - from);
        for (int i = to - 1; i >= from; i--) {
            part.add(at(i));
        }
        return part;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // only put() fills it, from the front
    T at(int index) {
        return (T) items[index];
    }

    private int search(long wanted) {
        int low = 0;
        int high = size - 1;
        // Most often it is the last, or comes after it.
        if (size > 0 && number.applyAsLong(at(high)) < wanted) {
            return -size - 1;
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = number.applyAsLong(at(middle));
            if (found == wanted) {
                return middle;
            }
            if (found < wanted) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private void shrink(int kept) {
        Arrays.fill(items, kept, size, null);
        size = kept;
        if (items.length > EXACT && size <= items.length / 4) {
            items = Arrays.copyOf(items, Math.max(1, size));
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // only put() fills it, from the front
    private List<T> copy(int from, int to) {
        return (List<T>) List.of(Arrays.copyOfRange(items, from, Math.max(from, to)));
    }
}
