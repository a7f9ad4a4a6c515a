package dev.asl4j.benchmarks.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param quick small numbers, to see that it works
 * @param only the areas
 * @param rounds how often each benchmark gets a fork
 * @param definitions the folder whose definitions are compiled
 * @param jdks homes of JDKs for the start of processes
 * @param json where the figures are written
 */
record Options(boolean quick, Set<Area> only, int rounds, Path definitions, List<Path> jdks, Path json) {
    static final String USAGE =
            "--quick | --only run|engine|jsonata|jsonpath|text|handlers|start|compile|memory (several times) |"
                    + " --rounds N | --definitions DIR | --jdk HOME (several times) | --json FILE";

    private static final int ROUNDS = 3;

    /** Throws IllegalArgumentException for what is no option. */
    static Options of(List<String> arguments) {
        boolean quick = false;
        Set<Area> only = EnumSet.noneOf(Area.class);
        int rounds = 0;
        Path definitions = Path.of("");
        List<Path> jdks = new ArrayList<>();
        Path json = Path.of("it", "benchmarks", "target", "results.json");
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--quick" -> quick = true;
                case "--only" -> only.add(Area.valueOf(value(option, rest).toUpperCase(Locale.ROOT)));
                case "--rounds" -> rounds = Integer.parseInt(value(option, rest));
                case "--definitions" -> definitions = Path.of(value(option, rest));
                case "--jdk" -> jdks.add(jdk(value(option, rest)));
                case "--json" -> json = Path.of(value(option, rest));
                default -> throw new IllegalArgumentException("What is " + option + "? " + USAGE);
            }
        }
        if (jdks.isEmpty()) {
            jdks.add(Path.of(System.getProperty("java.home")));
        }
        int turns = rounds > 0 ? rounds : quick ? 1 : ROUNDS;
        return new Options(quick, only.isEmpty() ? EnumSet.allOf(Area.class) : only, turns, definitions, jdks, json);
    }

    private static Path jdk(String home) {
        if (!Files.isExecutable(Path.of(home, "bin", "java"))) {
            throw new IllegalArgumentException("There is no JDK in " + home);
        }
        return Path.of(home);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " of what? " + USAGE);
        }
        return rest.next();
    }

    boolean wants(Area area) {
        return only.contains(area);
    }
}
