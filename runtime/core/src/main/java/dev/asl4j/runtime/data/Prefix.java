package dev.asl4j.runtime.data;

import org.jspecify.annotations.Nullable;

/** The first names of an object, in order: a path in a tree that is remembered, see {@link Prefixes}. */
final class Prefix {
    private static final int WIDEST = 1_024;

    /** The path before the last name, null of the empty one. */
    final @Nullable Prefix before;

    /** The last name. */
    final String name;

    final int size;

    /** Of the last name. */
    final int hash;

    /** A hash of all names. */
    final int path;

    /** The next in the same place of the table. */
    final @Nullable Prefix other;

    /** What came next in the last object that began with these names. Threads may differ about which that is. */
    private @Nullable Prefix likely;

    private @Nullable Keys keys;
    private @Nullable Keys wide;

    Prefix() {
        this(null, "", 0, null);
        keys = Keys.NONE;
    }

    Prefix(@Nullable Prefix before, String name, int hash, @Nullable Prefix other) {
        this.before = before;
        this.name = name;
        this.size = before == null ? 0 : before.size + 1;
        this.hash = hash;
        this.path = before == null ? 0 : 31 * before.path + hash;
        this.other = other;
    }

    @Nullable
    Prefix likely() {
        return likely;
    }

    /** @param next a name that stands in text as it is */
    void expect(Prefix next) {
        likely = next;
    }

    /** @param hashOfSought as {@link Prefixes#hash} gives it */
    boolean has(String sought, int hashOfSought) {
        for (Prefix each = this; each.before != null; each = each.before) {
            if (each.hash == hashOfSought && each.name.equals(sought)) {
                return true;
            }
        }
        return false;
    }

    /** All names of the last object that had these and others, if it was one with many. */
    @Nullable
    Keys wide() {
        return wide;
    }

    /** @param names that stand in text as they are, these first */
    void rememberWide(Keys names) {
        if (names.size() <= WIDEST) {
            wide = names;
        }
    }

    /** The names of an object that has no others. */
    Keys keys() {
        Keys made = keys;
        if (made == null) {
            made = new Keys(names()).shared();
            keys = made;
        }
        return made;
    }

    private String[] names() {
        String[] names = new String[size];
        for (Prefix each = this; each.before != null; each = each.before) {
            names[each.size - 1] = each.name;
        }
        return names;
    }
}
