package dev.asl4j.runtime.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of an object in order, shared by all objects that a write at an existing name derives from it. */
final class Keys {
    /** Up to here comparing names one after the other beats hashing. */
    private static final int LINEAR = 8;

    /** So many ways in which it grew are remembered: one for each place of a definition that adds a name to such an object. */
    private static final int MOST_LONGER = 16;

    private static final Keys[] NO_KEYS = {};

    private static final byte UNKNOWN = 0;
    private static final byte PLAIN = 1;
    private static final byte ESCAPED = 2;

    static final Keys NONE = new Keys(new String[0]);

    /** Each may be replaced by an equal one, see {@link #indexOf}. */
    private final String[] names;

    /** Built when a larger object is first searched. */
    private volatile @Nullable NameIndex index;

    /** What was made of these by names that were added. Threads may differ about what that is. */
    private volatile Keys[] longer = NO_KEYS;

    /** See {@link #isPlain}. */
    private byte plain = UNKNOWN;

    /** See {@link TextSize}; 0 until it is asked for. */
    private int textSize;

    /** Whether several objects have these. */
    private boolean shared;

    /** See {@link #bound}. */
    private final long bound;

    /** @param names distinct; not copied */
    Keys(String[] names) {
        this.names = names;
        long bound = 2 + 2L * names.length;
        for (String name : names) {
            bound += Measure.boundOfText(name);
        }
        this.bound = bound;
    }

    /** @param index of these names */
    Keys(String[] names, @Nullable NameIndex index) {
        this(names);
        this.index = index;
    }

    /** Several objects will have these. */
    Keys shared() {
        if (!shared) {
            shared = true;
        }
        return this;
    }

    boolean areShared() {
        return shared;
    }

    int size() {
        return names.length;
    }

    String name(int position) {
        return names[position];
    }

    /**
     * Position of a name, -1 if there is none. Code asks with the same string again and again: it takes the place of the equal one here, to
     * be found next time by identity.
     */
    @SuppressWarnings("ReferenceEquality")
    int indexOf(String name) {
        String[] names = this.names;
        if (names.length > LINEAR) {
            return index().indexOf(names, name);
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                names[i] = name;
                return i;
            }
        }
        return -1;
    }

    /** Whether that is the name at a position. */
    boolean isAt(int position, String name) {
        return position < names.length && names[position].equals(name);
    }

    /** With another name at the end. */
    Keys plus(String name) {
        Keys[] known = longer;
        for (Keys keys : known) {
            if (keys.names[names.length].equals(name)) {
                return keys;
            }
        }
        String[] more = Arrays.copyOf(names, names.length + 1);
        more[names.length] = name;
        Keys made = new Keys(more);
        made.shared = shared;
        Keys[] remembered = Arrays.copyOf(known, Math.min(MOST_LONGER, known.length + 1));
        remembered[remembered.length - 1] = made;
        longer = remembered;
        return made;
    }

    /** Whether all names stand in JSON text as they are. */
    boolean isPlain() {
        byte known = plain;
        if (known == UNKNOWN) {
            known = TextWriter.isPlain(names) ? PLAIN : ESCAPED;
            plain = known;
        }
        return known == PLAIN;
    }

    /** Bytes of the names with quotes and escapes. */
    int textSize() {
        int size = textSize;
        if (size == 0) {
            for (String name : names) {
                size = TextSize.sum(size, TextSize.ofText(name));
            }
            textSize = size;
        }
        return size;
    }

    /** An object has no more bytes than that and its values: names, braces, colons, commas. */
    long bound() {
        return bound;
    }

    private NameIndex index() {
        NameIndex built = index;
        if (built == null) {
            built = new NameIndex(names, names.length);
            index = built;
        }
        return built;
    }
}
