package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.GeneratedFile;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every good definition of a folder compiles to Java that javac accepts without a warning. The folder is {@code definitions/valid} under the system property {@code asl4j.conformance}.
 */
@NeedsFolder("asl4j.conformance")
class ValidDefinitionsTest {
    private final List<String> wrong = new ArrayList<>();
    private final List<GeneratedFile> generated = new ArrayList<>();

    @Test
    void allCompile() throws IOException {
        Path root = Path.of(System.getProperty("asl4j.conformance"), "definitions", "valid");
        List<Path> files = definitions(root);
        assertThat(files).as("definitions in %s", root).isNotEmpty();
        for (int i = 0; i < files.size(); i++) {
            compile(root, files.get(i), i);
        }
        System.out.printf(
                "valid definitions: %d, %d compiled, %d wrong%n", files.size(), generated.size(), wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(JavaBuild.of(generated).messages()).isEmpty();
    }

    private static List<Path> definitions(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().matches(".*\\.asl\\.(json|ya?ml)"))
                    .sorted()
                    .toList();
        }
    }

    private void compile(Path root, Path file, int number) throws IOException {
        String shown = root.relativize(file).toString();
        byte[] content = Files.readAllBytes(file);
        // A package each, since names of files repeat and are not all usable together.
        Definition definition = new Definition("d" + number + "/" + file.getFileName(), shown, content);
        CompilationResult result = AslCompiler.compile(List.of(definition), new CompilerOptions(""));
        List<Diagnostic> errors = result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().severity() == Severity.ERROR)
                .toList();
        generated.addAll(result.files());
        errors.forEach(error -> wrong.add(error.toString()));
        if (errors.isEmpty()) {
            assertThat(result.files()).as(shown).isNotEmpty();
        }
    }
}
