package dev.asl4j.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.source.CaseFile;
import dev.asl4j.compiler.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DiagnosticFormatTest {

    private static Diagnostic at(String text, int start, int end, String message, @Nullable String hint) {
        SourceFile file = new SourceFile("order.asl.json", text);
        return new Diagnostic(Code.UNKNOWN_NEXT, Severity.ERROR, file.location(start, end), "", message, hint, null);
    }

    @Test
    void oneLine() {
        Diagnostic diagnostic =
                at("{\n  \"Next\": \"Shp\"}", 12, 17, "state \"Shp\" does not exist", "did you mean \"Ship\"?");

        assertThat(DiagnosticFormat.line(diagnostic))
                .isEqualTo(
                        "order.asl.json:2:11: error: state \"Shp\" does not exist; did you mean \"Ship\"? [unknown-next]");
        assertThat(diagnostic).hasToString(DiagnosticFormat.line(diagnostic));
    }

    @Test
    void theLineStaysOneLine() {
        assertThat(DiagnosticFormat.line(at("x", 0, 1, "a\nb", "c\rd\u001B")))
                .isEqualTo("order.asl.json:1:1: error: a\\nb; c\\rd\\u001b [unknown-next]");
    }

    static List<CaseFile.Case> excerpts() {
        return CaseFile.read("excerpts.txt");
    }

    /** In the input, two section signs stand around the place, and {@code \}{@code uXXXX} stands for a character. */
    @ParameterizedTest
    @MethodSource("excerpts")
    void excerpt(CaseFile.Case example) {
        String marked = unescape(example.input());
        int start = marked.indexOf('\u00A7');
        int end = marked.lastIndexOf('\u00A7') - 1;
        Diagnostic diagnostic = at(marked.replace("\u00A7", ""), start, end, "message", null);

        String[] lines = DiagnosticFormat.excerpt(diagnostic).split("\n", 2);

        assertThat(lines[0]).isEqualTo(DiagnosticFormat.line(diagnostic));
        assertThat(lines[1]).isEqualTo(unescape(example.expected()));
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            boolean escape = text.startsWith("\\u", i);
            plain.append(escape ? (char) Integer.parseInt(text.substring(i + 2, i + 6), 16) : text.charAt(i));
            i += escape ? 6 : 1;
        }
        return plain.toString();
    }

    @Test
    void aMillionCharactersOnOneLine() {
        String text = "[" + "\"x\",".repeat(250_000) + "]";

        String excerpt = DiagnosticFormat.excerpt(at(text, 500_001, 900_000, "message", null));

        assertThat(excerpt.lines().skip(1)).allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
        assertThat(excerpt.lines().toList().get(2)).matches(" {6}\\| {44}\\^+");
    }
}
