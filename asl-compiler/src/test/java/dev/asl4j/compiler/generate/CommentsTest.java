package dev.asl4j.compiler.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CommentsTest {
    private static final String EVIL = "*/ \\u002a\\u002f {@code <b> & @x \n\0\u202e\ud800";

    @Test
    void nothingEndsOrLeavesAComment() {
        for (String text : new String[] {Comments.code(EVIL), Comments.paragraph(EVIL), Comments.line(EVIL)}) {
            assertThat(text).doesNotContain("\\", "\0", "\u202e", "\ud800").doesNotContain("\n");
        }
        assertThat(Comments.code(EVIL) + Comments.paragraph(EVIL)).doesNotContain("*/", "{@", "@x", "<b>");
    }

    @Test
    void plainNamesAreCode() {
        assertThat(Comments.code("Validate order")).isEqualTo("{@code Validate order}");
        assertThat(Comments.code("a<b")).isEqualTo("<code>a&#60;b</code>");
        assertThat(Comments.code("\ud83c\udf89 Gr\u00f6\u00dfe")).isEqualTo("{@code \ud83c\udf89 Gr\u00f6\u00dfe}");
    }

    @Test
    void longCommentsAreBrokenAtBlanks() {
        assertThat(Comments.paragraph("word ".repeat(50)).lines()).hasSize(3).allMatch(line -> line.length() <= 100);
        assertThat(Comments.paragraph("first\nsecond")).isEqualTo("first second");
    }
}
