package dev.asl4j.runtime.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of an object in order, shared by all objects that a write at an existing name derives from it. */
final class Keys {
    static final Keys NONE = new Keys(new String[0]);

    /** Up to here comparing names one after the other beats hashing. */
    private static final int LINEAR = 8;

    private final String[] names;

    /** Built when a larger object is first searched. A HashMap stays fast when names are chosen to collide. */
    private volatile @Nullable Map<String, Integer> index;

    /** @param names distinct; not copied */
    Keys(String[] names) {
        this.names = names;
    }

    int size() {
        return names.length;
    }

    String name(int position) {
        return names[position];
    }

    /** Position of a name, -1 if there is none. */
    int indexOf(String name) {
        if (names.length > LINEAR) {
            Integer position = index().get(name);
            return position == null ? -1 : position;
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    Keys plus(String name) {
        String[] longer = Arrays.copyOf(names, names.length + 1);
        longer[names.length] = name;
        return new Keys(longer);
    }

    private Map<String, Integer> index() {
        Map<String, Integer> built = index;
        if (built == null) {
            built = new HashMap<>(names.length * 2);
            for (int i = 0; i < names.length; i++) {
                built.put(names[i], i);
            }
            index = built;
        }
        return built;
    }
}
