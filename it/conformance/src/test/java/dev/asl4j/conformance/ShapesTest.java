package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the shape of the data proves is true: nothing is found wrong with the definition of a recorded execution that succeeded, and with a valid
 * definition only what {@code shape-proofs.txt} gives the reason for. Of executions that failed it prints what is found.
 */
@NeedsFolder("asl4j.conformance")
class ShapesTest {
    private static final String PATH = "recorded.asl.json";
    private static final Set<Code> PROOFS = EnumSet.of(
            Code.UNMATCHED_PATH, Code.NO_ITEMS, Code.REFUSED_ARGUMENTS, Code.REFUSED_OUTPUT, Code.UNDESCRIBED_PATH);

    @Test
    void aValidDefinitionIsOnlyWrongForAReason() throws IOException {
        Path root = Folders.definitions().orElseThrow().resolve("valid");
        Gaps reasons = Gaps.of("/shape-proofs.txt");
        Set<String> found = new TreeSet<>();
        for (Path file : definitions(root)) {
            String name = root.relativize(file).toString().replace('\\', '/');
            String path = file.getFileName().toString();
            AslCompiler.check(new Definition(path, path, Files.readAllBytes(file)), CompilerOptions.DEFAULTS).stream()
                    .filter(diagnostic -> PROOFS.contains(diagnostic.code()))
                    .filter(diagnostic -> diagnostic.code() != Code.UNDESCRIBED_PATH)
                    .forEach(diagnostic -> found.add(name));
        }
        assertThat(found).containsExactlyElementsOf(reasons.ids().toList());
    }

    private static List<Path> definitions(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(".*\\.asl\\.(json|ya?ml)"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nothingIsWrongWithWhatSucceeded() throws IOException {
        List<String> faults = new ArrayList<>();
        int succeeded = 0;
        int explained = 0;
        for (Case recorded : Cases.under(Folders.given("asl4j.conformance")).all()) {
            if (!recorded.kind().equals("execution")) {
                continue;
            }
            List<Diagnostic> proofs =
                    AslCompiler.check(new Definition(PATH, PATH, recorded.definition()), CompilerOptions.DEFAULTS)
                            .stream()
                            .filter(diagnostic -> PROOFS.contains(diagnostic.code()))
                            .toList();
            if (recorded.expected().path("status").asText().equals("SUCCEEDED")) {
                succeeded++;
                proofs.forEach(proof -> faults.add(recorded.id() + ": " + proof));
            } else if (!proofs.isEmpty()) {
                explained++;
                proofs.forEach(proof -> System.out.println("FAILED, AS FORETOLD " + recorded.id() + ": " + proof));
            }
        }
        System.out.printf("succeeded: %d; failures foretold: %d%n", succeeded, explained);
        assertThat(faults).isEmpty();
        assertThat(succeeded).isPositive();
        assertThat(explained).isPositive();
    }
}
