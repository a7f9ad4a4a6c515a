package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of tools in {@code docs/diagnostics.md}: what it says of asl4j is what the compiler says. */
final class OtherToolsTest {
    private static final Path FOLDER = Path.of("../docs/faults");

    /** The first cell links the definition, the second one is asl4j's. */
    private static final Pattern ROW = Pattern.compile(
            "^(\\| \\[[^]]*]\\(faults/([^)]*)\\) \\|)([^|\\\\]*(?:\\\\.[^|\\\\]*)*)\\|", Pattern.MULTILINE);

    @Test
    void whatTheCompilerSaysIsInTheTable() throws IOException {
        String document = Files.readString(DocumentedCode.FILE);
        String expected = ROW.matcher(document)
                .replaceAll(row -> Matcher.quoteReplacement(row.group(1) + " " + cell(row.group(2)) + " |"));
        if (Boolean.getBoolean("diagnostics.update") && !expected.equals(document)) {
            Files.writeString(DocumentedCode.FILE, expected);
        }
        assertThat(Files.readString(DocumentedCode.FILE)).isEqualTo(expected);
    }

    @Test
    void eachDefinitionHasItsRow() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(DocumentedCode.FILE))
                .results()
                .map(row -> row.group(2))
                .sorted()
                .toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    /** One mistake, one message. */
    private static String cell(String file) {
        List<Diagnostic> diagnostics = compile(file);
        assertThat(diagnostics).as(file).hasSize(1);
        return diagnostics.stream()
                .map(DiagnosticFormat::line)
                .map(line -> "`" + line.substring(line.indexOf(':') + 1).replace("|", "\\|") + "`")
                .collect(Collectors.joining("<br>"));
    }

    private static List<Diagnostic> compile(String file) {
        try {
            Definition definition = new Definition(file, file, Files.readAllBytes(FOLDER.resolve(file)));
            return AslCompiler.compile(List.of(definition), CompilerOptions.DEFAULTS)
                    .diagnostics();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
