package dev.asl4j.crash;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;

/**
 * What the command line asks for.
 *
 * @param store on which database
 * @param kills how many
 * @param seed from which all that is random is drawn
 * @param engines how many share the store
 * @param secondVersion whether every engine has the second version of the definition that changes; otherwise those do that are started
 *     after half of the kills
 */
record Options(Database.Kind store, int kills, long seed, int engines, boolean secondVersion) {
    static final String USAGE = "run --store sqlite|postgresql --kills N [--seed S] [--engines N] [--faults]";
    private static final int SEEDS = 1_000_000_000;

    /** Nothing is killed. */
    static Options undisturbed(long seed, boolean secondVersion) {
        return new Options(Database.Kind.MEMORY, 0, seed, 1, secondVersion);
    }

    static Options parse(String[] arguments) {
        Database.Kind store = Database.Kind.SQLITE;
        int kills = 0;
        long seed = new SecureRandom().nextInt(SEEDS);
        int engines = 1;
        Iterator<String> left = Arrays.asList(arguments).iterator();
        while (left.hasNext()) {
            String option = left.next();
            if (!left.hasNext()) {
                throw new IllegalArgumentException("usage: " + USAGE);
            }
            String value = left.next();
            switch (option) {
                case "--store" -> store = Database.Kind.valueOf(value.toUpperCase(Locale.ROOT));
                case "--kills" -> kills = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--engines" -> engines = Integer.parseInt(value);
                default -> throw new IllegalArgumentException("usage: " + USAGE);
            }
        }
        if (engines < 1 || (engines > 1 && store == Database.Kind.SQLITE)) {
            throw new IllegalArgumentException("several engines can share postgresql only");
        }
        return new Options(store, kills, seed, engines, false);
    }
}
