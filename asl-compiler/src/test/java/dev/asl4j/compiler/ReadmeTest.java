package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what comes out. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final String PATH = "com/acme/payment.asl.json";

    @Test
    void theJavaIsGeneratedFromTheDefinition() throws IOException {
        CompilationResult result = compile(block("json"));

        assertThat(result.diagnostics()).isEmpty();
        List<String> shown = block("java")
                .lines()
                .filter(line -> !line.isBlank() && !line.strip().equals("// ..."))
                .toList();
        assertThat(result.files().get(0).content().lines()).containsSubsequence(shown);
    }

    @Test
    void theMistakeIsReportedAsShown() throws IOException {
        CompilationResult result = compile(block("json").replace("\"Next\": \"Paid\"", "\"Next\": \"Payed\""));

        assertThat(result.diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(
                                DiagnosticFormat.excerpt(diagnostic).strip())
                        .isEqualTo(block("").strip()));
    }

    private static CompilationResult compile(String definition) {
        byte[] content = definition.getBytes(StandardCharsets.UTF_8);
        return AslCompiler.compile(
                List.of(new Definition(PATH, "src/main/asl/" + PATH, content)), new CompilerOptions(""));
    }

    /** The first fenced block of a language. */
    private static String block(String language) throws IOException {
        Matcher matcher =
                Pattern.compile("(?:^|\\n)```(\\w*)\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                return matcher.group(2);
            }
        }
        throw new AssertionError("no block of " + language + " in " + README);
    }
}
