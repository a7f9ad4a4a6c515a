package dev.asl4j.crash;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

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
    static final String USAGE =
            "it/crash/run --store sqlite|postgresql --kills N [--seed S] [--engines N] [--no-build], or it/crash/run --faults";
    private static final int SEEDS = 1_000_000_000;
    private static final int MOST_KILLS = 100_000;
    private static final int MOST_ENGINES = 16;

    /** Nothing is killed. */
    static Options undisturbed(long seed, boolean secondVersion) {
        return new Options(Database.Kind.MEMORY, 0, seed, 1, secondVersion);
    }

    /** @throws IllegalArgumentException if they are not as {@link #USAGE} says; its message says what is wrong */
    static Options parse(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        Iterator<String> left = Arrays.asList(arguments).iterator();
        while (left.hasNext()) {
            String option = left.next();
            if (!List.of("--store", "--kills", "--seed", "--engines").contains(option)) {
                throw wrong("there is no option " + option);
            }
            if (!left.hasNext()) {
                throw wrong(option + " needs a value");
            }
            if (given.put(option, left.next()) != null) {
                throw wrong(option + " is given twice");
            }
        }
        Database.Kind store = switch (required(given, "--store")) {
            case "sqlite" -> Database.Kind.SQLITE;
            case "postgresql" -> Database.Kind.POSTGRESQL;
            default -> throw wrong("--store is sqlite or postgresql, not " + given.get("--store"));
        };
        int kills = (int) number("--kills", required(given, "--kills"), 0, MOST_KILLS);
        String seed = given.get("--seed");
        int engines = (int) number("--engines", given.getOrDefault("--engines", "1"), 1, MOST_ENGINES);
        if (engines > 1 && store == Database.Kind.SQLITE) {
            throw wrong("several engines can share postgresql only");
        }
        return new Options(
                store,
                kills,
                seed == null
                        ? new SecureRandom().nextInt(SEEDS)
                        : number("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE),
                engines,
                false);
    }

    private static String required(Map<String, String> given, String option) {
        String value = given.get(option);
        if (value == null) {
            throw wrong(option + " is missing");
        }
        return value;
    }

    private static long number(String option, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // as if it were out of range
        }
        throw wrong(option + " is a number from " + least + " to " + most + ", not " + value);
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + "\nusage: " + USAGE);
    }
}
