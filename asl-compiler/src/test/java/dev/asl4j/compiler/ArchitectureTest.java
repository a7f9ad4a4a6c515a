package dev.asl4j.compiler;

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

/** Holds the sources against the two rules nobody keeps by good will: the floors, and no I/O. */
final class ArchitectureTest {
    private static final Path MAIN = Path.of("src/main/java");

    /** The architecture: a package uses only packages of lower floors; packages of one floor do not know each other. */
    private static final Map<String, Integer> FLOORS =
            """
            10 dev.asl4j.compiler.cli
            9 dev.asl4j.compiler
            8 dev.asl4j.compiler.document
            7 dev.asl4j.compiler.generate
            7 dev.asl4j.compiler.check
            7 dev.asl4j.compiler.dataflow
            6 dev.asl4j.compiler.budget
            6 dev.asl4j.compiler.flow
            6 dev.asl4j.compiler.logic
            6 dev.asl4j.compiler.parse
            6 dev.asl4j.compiler.drawing
            6 dev.asl4j.compiler.plan
            6 dev.asl4j.compiler.rules
            6 dev.asl4j.compiler.contract
            6 dev.asl4j.compiler.shape
            5 dev.asl4j.compiler.model
            5 dev.asl4j.compiler.types
            5 dev.asl4j.compiler.datatype
            4 dev.asl4j.compiler.expression
            4 dev.asl4j.compiler.schema
            3 dev.asl4j.compiler.json
            3 dev.asl4j.compiler.report
            2 dev.asl4j.compiler.diagnostic
            1 dev.asl4j.compiler.source
            1 dev.asl4j.compiler.graph
            1 dev.asl4j.compiler.naming
            0 dev.asl4j.runtime
            0 dev.asl4j.runtime.data
            0 dev.asl4j.runtime.error
            0 dev.asl4j.runtime.http
            0 dev.asl4j.runtime.spi
            0 dev.asl4j.runtime.task
            """.lines().map(line -> line.split(" ")).collect(toMap(row -> row[1], row -> Integer.valueOf(row[0])));

    /** The compiler is a function: no chance, no locale, no encoding of the machine's. */
    private static final Pattern CHANCE =
            Pattern.compile("\\b(Thread\\.sleep|Math\\.random|randomUUID|new Random\\(|ThreadLocalRandom|SecureRandom"
                    + "|Locale\\.getDefault|toLowerCase\\(\\)|toUpperCase\\(\\)|getBytes\\(\\))");

    /** Nor has it a clock, files, an environment or a console; only the command line does. */
    private static final Pattern SURROUNDINGS =
            Pattern.compile("\\b(\\w+\\.now\\(\\)|currentTimeMillis|nanoTime|java\\.nio\\.file|java\\.io\\.File\\w*"
                    + "|System\\.(out|err|getenv|getProperty|lineSeparator))");

    private static final Path COMMAND_LINE = Path.of("dev/asl4j/compiler/cli");

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
    void theOutputDependsOnTheInputAlone() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : sources()) {
            matches(CHANCE, file).forEach(word -> faults.add(file + ": " + word));
            if (!file.startsWith(COMMAND_LINE)) {
                matches(SURROUNDINGS, file).forEach(word -> faults.add(file + ": " + word));
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
