package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the sources against rules that nobody keeps by good will. */
final class ArchitectureTest {
    private static final Path MAIN = Path.of("src/main/java/dev/asl4j/jdbc");
    private static final String SEAM = "RealTime.java";

    /** Ways to the wall clock, to real waiting and to chance. */
    private static final Pattern CLOCK_OR_CHANCE = Pattern.compile(
            "\\b([A-Z]\\w*\\.now\\(\\)|currentTimeMillis|nanoTime|Thread\\.sleep|parkNanos|delayedExecutor|new Timer\\("
                    + "|Math\\.random|randomUUID|new Random\\(\\)|ThreadLocalRandom|SecureRandom)");

    /** A driver may be absent: only these touch its classes. */
    private static final Pattern DRIVERS = Pattern.compile("import (org\\.postgresql|com\\.zaxxer|org\\.sqlite)\\.");

    private static final List<String> OF_DRIVERS =
            List.of("PostgresPool.java", "PostgresSource.java", "SqliteDatabase.java");

    /** SQL into which a value is put as text. */
    private static final Pattern VALUE_IN_SQL = Pattern.compile("(?i)(=|<|>|LIKE|VALUES \\() ?'\" *\\+");

    @Test
    void onlyTheSeamReachesClockAndChance() throws IOException {
        assertThat(having(CLOCK_OR_CHANCE)).containsOnly(SEAM);
    }

    @Test
    void onlyDatabasesTouchDrivers() throws IOException {
        assertThat(OF_DRIVERS).containsAll(having(DRIVERS));
    }

    @Test
    void valuesAreParameters() throws IOException {
        assertThat(having(VALUE_IN_SQL)).isEmpty();
    }

    private static List<String> having(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(MAIN)) {
            for (Path file : files.sorted().toList()) {
                if (pattern.matcher(Files.readString(file)).find()) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }
}
