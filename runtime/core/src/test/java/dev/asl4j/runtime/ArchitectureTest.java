package dev.asl4j.runtime;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the sources against the two rules nobody keeps by good will: the floors, and the one seam to clock and chance. */
final class ArchitectureTest {
    private static final Path MAIN = Path.of("src/main/java");

    /** The architecture: a package uses only packages of lower floors; packages of one floor do not know each other. */
    private static final Map<String, Integer> FLOORS =
            """
            8 dev.asl4j.runtime
            8 dev.asl4j.runtime.testing
            7 dev.asl4j.runtime.internal
            6 dev.asl4j.runtime.dataset
            6 dev.asl4j.runtime.store
            5 dev.asl4j.runtime.http
            5 dev.asl4j.runtime.spi
            4 dev.asl4j.runtime.task
            3 dev.asl4j.runtime.jsonata
            2 dev.asl4j.runtime.data
            1 dev.asl4j.runtime.error
            1 dev.asl4j.runtime.objects
            """.lines().map(line -> line.split(" ")).collect(toMap(row -> row[1], row -> Integer.valueOf(row[0])));

    private static final String SEAM = "dev/asl4j/runtime/internal/SystemEnvironment.java";

    /** Ways to the wall clock, to real waiting and to chance. */
    private static final Pattern CLOCK_OR_CHANCE = Pattern.compile(
            "\\b([A-Z]\\w*\\.now\\(\\)|Clock\\.(system|tick)\\w*|currentTimeMillis|nanoTime|Thread\\.sleep|[A-Z]\\w*\\.sleep\\(|parkNanos"
                    + "|delayedExecutor|orTimeout|completeOnTimeout|newScheduledThreadPool|ScheduledThreadPoolExecutor|new Timer\\("
                    + "|Math\\.random|randomUUID|new Random\\(\\)|ThreadLocalRandom|SecureRandom)");

    private static final Pattern PACKAGE = Pattern.compile("\\bdev\\.asl4j(?:\\.[a-z]\\w*)+");
    private static final Pattern NOT_CODE = Pattern.compile(
            "\"\"\".*?\"\"\"|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'(?:\\\\.|[^'\\\\])+'|//[^\\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);

    @Test
    void aPackageUsesOnlyLowerFloors() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : sources()) {
            String own = file.getParent().toString().replace('\\', '/').replace('/', '.');
            if (!FLOORS.containsKey(own)) {
                faults.add(file + ": package is not in the table");
                continue;
            }
            for (String used : matches(PACKAGE, file)) {
                if (!used.equals(own) && FLOORS.getOrDefault(used, 99) >= FLOORS.get(own)) {
                    faults.add(file + ": may not use " + used);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPackageIsDescribedAndNullMarked() throws IOException {
        for (Path folder : sources().stream().map(Path::getParent).distinct().toList()) {
            assertThat(MAIN.resolve(folder).resolve("package-info.java"))
                    .content()
                    .contains("/**", "@NullMarked");
        }
    }

    @Test
    void onlyTheSeamReachesClockAndChance() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : sources()) {
            if (!file.toString().replace('\\', '/').equals(SEAM)) {
                matches(CLOCK_OR_CHANCE, file).forEach(word -> faults.add(file + ": " + word));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(MAIN::relativize)
                    .sorted()
                    .toList();
            assertThat(sources).isNotEmpty();
            return sources;
        }
    }

    /** What the pattern finds in a file's code: comments and literals are left out. */
    private static List<String> matches(Pattern pattern, Path file) throws IOException {
        String code = NOT_CODE.matcher(Files.readString(MAIN.resolve(file))).replaceAll(" ");
        return pattern.matcher(code)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
