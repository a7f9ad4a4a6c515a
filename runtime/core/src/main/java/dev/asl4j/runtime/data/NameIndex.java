package dev.asl4j.runtime.data;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds names in an array of them. Takes a fraction of a map's room, and stays fast when names are chosen to collide. */
final class NameIndex {
    /** What finds no place so near to its own goes to a map. */
    private static final int TRIES = 16;

    /** Positions and one, 0 if there is none; as many as a power of two. */
    private int[] places;

    private @Nullable Map<String, Integer> others;
    private int size;

    /** @param size how many of the names are searched, which are distinct */
    NameIndex(String[] names, int size) {
        places = new int[room(size)];
        for (int i = 0; i < size; i++) {
            add(names, i);
        }
    }

    private static int room(int size) {
        return Integer.highestOneBit(Math.max(8, size)) * 4;
    }

    /** The position of a name, -1 if there is none. */
    int indexOf(String[] names, String name) {
        int mask = places.length - 1;
        int place = spread(name);
        for (int i = 0; i < TRIES; i++) {
            int position = places[place + i & mask] - 1;
            if (position < 0 || names[position].equals(name)) {
                return position;
            }
        }
        @Nullable Integer position = others == null ? null : others.get(name);
        return position == null ? -1 : position;
    }

    /**
     * The position of the name that is next in the array.
     *
     * @return one before, if it is there already; otherwise the next, and from now on it is found there
     */
    int add(String[] names, int next) {
        String name = names[next];
        int mask = places.length - 1;
        int place = spread(name);
        for (int i = 0; i < TRIES; i++) {
            int position = places[place + i & mask] - 1;
            if (position < 0) {
                places[place + i & mask] = next + 1;
                if (2 * ++size > places.length) {
                    grow(names);
                }
                return next;
            }
            if (names[position].equals(name)) {
                return position;
            }
        }
        return addOther(name, next);
    }

    private int addOther(String name, int next) {
        if (others == null) {
            others = new HashMap<>();
        }
        Integer known = others.putIfAbsent(name, next);
        if (known == null) {
            size++;
        }
        return known == null ? next : known;
    }

    private void grow(String[] names) {
        int added = size;
        size = 0;
        others = null;
        places = new int[2 * places.length];
        for (int i = 0; i < added; i++) {
            add(names, i);
        }
    }

    private static int spread(String name) {
        int hash = name.hashCode() * 0x9e3779b1;
        return hash ^ hash >>> 16;
    }
}
