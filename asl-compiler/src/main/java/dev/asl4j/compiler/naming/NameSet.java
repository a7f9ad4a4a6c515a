package dev.asl4j.compiler.naming;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names taken in one place of the generated code. The first to claim a name has it, the next gets a number from 2. */
public final class NameSet {
    private final Set<String> taken;
    private final Map<String, Integer> next;
    private final boolean ignoringCase;

    private NameSet(boolean ignoringCase) {
        this(new HashSet<>(), new HashMap<>(), ignoringCase);
    }

    private NameSet(Set<String> taken, Map<String, Integer> next, boolean ignoringCase) {
        this.taken = taken;
        this.next = next;
        this.ignoringCase = ignoringCase;
    }

    /** Names of members. */
    public static NameSet reserving(Collection<String> reserved) {
        NameSet names = new NameSet(false);
        names.taken.addAll(reserved);
        return names;
    }

    /** Names of classes: each becomes a file, and some file systems do not tell upper from lower case. */
    public static NameSet ofClasses(Collection<String> reserved) {
        NameSet names = new NameSet(true);
        reserved.forEach(name -> names.taken.add(names.key(name)));
        return names;
    }

    /** The same names taken, in another place. */
    public NameSet copy() {
        return new NameSet(new HashSet<>(taken), new HashMap<>(next), ignoringCase);
    }

    /** Whether nobody has claimed a name. */
    public boolean isFree(String name) {
        return !taken.contains(key(name));
    }

    /** From now on the name is taken, if it was not before. */
    public void take(String name) {
        taken.add(key(name));
    }

    /** The name, or the next one like it that is free; it is taken from now on. */
    public String claim(String wish) {
        String name = wish;
        String stem = Character.isDigit(wish.codePointBefore(wish.length())) ? wish + "_" : wish;
        int number = next.getOrDefault(key(wish), 2);
        while (!taken.add(key(name))) {
            name = stem + number++;
        }
        next.put(key(wish), number);
        return name;
    }

    private String key(String name) {
        return ignoringCase ? Words.lower(Words.upper(name)) : name;
    }
}
