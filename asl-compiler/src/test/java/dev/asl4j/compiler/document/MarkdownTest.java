package dev.asl4j.compiler.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Quotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of {@code document/names.txt}, with escapes as in Java, mean nothing in Markdown. */
final class MarkdownTest {
    static Stream<String> words() throws IOException {
        return Stream.of("names.txt", "words.txt").flatMap(MarkdownTest::lines).map(String::translateEscapes);
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/document", file)).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void aTextIsNothingButText(String words) {
        String expected = Quotes.plain(words.strip().replaceAll("[ \t\r\n]+", " "));

        ReadPage paragraph = ReadPage.of(Markdown.text(words));
        ReadPage heading = ReadPage.of("## " + Markdown.text(words));
        ReadPage cell = cell(Markdown.text(words));

        assertThat(paragraph.text).hasToString(expected);
        assertThat(paragraph.kinds).isSubsetOf("Document", "Paragraph");
        assertThat(paragraph.html).isEmpty();
        assertThat(heading.headings).containsExactly(expected);
        assertThat(cell.text).hasToString("AB" + expected + "end");
        assertThat(cell.rows).isEqualTo(2);
        assertThat(cell.html).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("words")
    void codeIsShownToTheLetter(String words) {
        ReadPage paragraph = ReadPage.of("A " + Markdown.code(words) + " B");
        ReadPage cell = cell(Markdown.code(words));
        ReadPage link = cell(Markdown.link(Markdown.code(words), "#a"));

        assertThat(paragraph.codes).containsExactly(Quotes.plain(words));
        assertThat(cell.codes).containsExactly(Quotes.plain(words));
        assertThat(cell.text).hasToString("ABend");
        assertThat(link.codes).containsExactly(Quotes.plain(words));
        assertThat(link.links).containsExactly("#a");
    }

    private static ReadPage cell(String words) {
        Table table = new Table("A", "B");
        table.row(words, "end");
        return ReadPage.of(table.text());
    }

    @ParameterizedTest
    @MethodSource("words")
    void aFenceEndsWhereItEnds(String words) {
        ReadPage page = ReadPage.of(Markdown.fence("text", words + "\n" + words) + "\n\nafter");

        assertThat(page.fences).containsExactly("text");
        assertThat(page.text).hasToString("after");
    }

    @Test
    void nothingIsLong() {
        assertThat(Markdown.text("x".repeat(100_000))).hasSizeLessThan(3_000).endsWith("...");
        assertThat(Markdown.code("\ud83d\ude00".repeat(1_000)))
                .hasSizeLessThan(300)
                .endsWith("\ude00...`");
        assertThat(Markdown.some(List.of("a", "b", "c"), 2)).isEqualTo("a, b and 1 more");
    }

    @Test
    void pathsInLinksAreEncoded() {
        assertThat(Markdown.path("a b/#1?/100%/\u00fc/(x).md")).isEqualTo("a%20b/%231%3F/100%25/%C3%BC/%28x%29.md");
        assertThat(Pages.relative("a/b/c.md", "a/d/e.md")).isEqualTo("../d/e.md");
        assertThat(Pages.relative("README.md", "a/d/e.md")).isEqualTo("a/d/e.md");
        assertThat(Pages.relative("a/b.md", "a/b.md")).isEqualTo("b.md");
    }
}
