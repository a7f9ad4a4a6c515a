package dev.asl4j.runtime.data;

import org.jspecify.annotations.Nullable;

/**
 * Remembers with which names objects began that were read, so that the next ones with these names neither make them anew nor compare
 * them with each other, and share their {@link Keys}. Forgets all once it has seen a certain number of names, so no data can fill the
 * memory by its names.
 *
 * <p>Threads share it without locks: what one of them has just added, another one may miss and add again.
 */
final class Prefixes {
    /** Of an object. Larger ones are rather tables. */
    static final int LONGEST = 64;

    private static final int MOST = 4_096;
    private static final int LONGEST_NAME = 64;

    /** So many are compared at most, however names were chosen to meet in one place. */
    private static final int TRIES = 8;

    private static volatile Prefixes current = new Prefixes();

    final Prefix root = new Prefix();
    private final Prefix[] table = new Prefix[MOST];
    private int added; // too low if threads meet

    private Prefixes() {}

    static Prefixes current() {
        return current;
    }

    /** Of a name with one more character. */
    static int hash(int before, char next) {
        return 31 * before + next;
    }

    /**
     * The prefix with one more name, which stands in a text as it is.
     *
     * @return null if it is not remembered
     */
    @SuppressWarnings("ReferenceEquality") // a prefix is known by its identity
    @Nullable
    Prefix find(Prefix before, String text, int start, int end, int hash) {
        int tries = TRIES;
        for (Prefix each = table[place(before, hash)]; each != null && tries > 0; each = each.other, tries--) {
            if (each.hash == hash
                    && each.before == before
                    && each.name.length() == end - start
                    && text.startsWith(each.name, start)) {
                return each;
            }
        }
        return null;
    }

    /** The prefix with one more name, new or not; null if it is not to be remembered. */
    @Nullable
    Prefix next(Prefix before, String name) {
        @Nullable Prefix likely = before.likely();
        if (likely != null && likely.name.equals(name)) {
            return likely;
        }
        int hash = name.hashCode();
        @Nullable Prefix known = find(before, name, 0, name.length(), hash);
        if (known == null && standsAsItIs(name)) {
            known = add(before, name, hash);
        }
        if (known != null) {
            before.expect(known);
        }
        return known;
    }

    private static boolean standsAsItIs(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** A new prefix, null if it is not to be remembered. */
    @Nullable
    Prefix add(Prefix before, String name, int hash) {
        if (before.size >= LONGEST || name.length() > LONGEST_NAME) {
            return null;
        }
        if (added >= MOST) {
            forget();
            return null;
        }
        added++;
        int place = place(before, hash);
        Prefix made = new Prefix(before, name, hash, table[place]);
        table[place] = made;
        return made;
    }

    @SuppressWarnings("ReferenceEquality") // a reader that began before may still have the last one
    private void forget() {
        if (current == this) {
            current = new Prefixes();
        }
    }

    private static int place(Prefix before, int hash) {
        int mixed = (before.path + hash) * 0x9e3779b1;
        return (mixed ^ mixed >>> 15) & MOST - 1;
    }
}
