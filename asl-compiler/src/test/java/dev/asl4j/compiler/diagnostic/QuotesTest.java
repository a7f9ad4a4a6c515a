package dev.asl4j.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuotesTest {

    @Test
    void wordsStayAsTheyAre() {
        assertThat(Quotes.quote("Ship it")).isEqualTo("\"Ship it\"");
        assertThat(Quotes.quote("Gr\u00F6\u00DFe \u5927 \uD83D\uDE00"))
                .isEqualTo("\"Gr\u00F6\u00DFe \u5927 \uD83D\uDE00\"");
        assertThat(Quotes.plain("say \"x\"")).isEqualTo("say \"x\"");
    }

    @Test
    void whatDoesNotPrintIsEscaped() {
        assertThat(Quotes.plain("a\nb\tc\rd\u0000e\u001B[31m")).isEqualTo("a\\nb\\tc\\rd\\u0000e\\u001b[31m");
        assertThat(Quotes.plain("left\u202Eright\u2066\u200B")).isEqualTo("left\\u202eright\\u2066\\u200b");
        assertThat(Quotes.plain("no\u00A0break\u3000wide\u2028")).isEqualTo("no\\u00a0break\\u3000wide\\u2028");
        assertThat(Quotes.plain("half\uD800")).isEqualTo("half\\ud800");
    }

    @Test
    void longWordsAreCutInTheMiddle() {
        String word = "a".repeat(500) + "b".repeat(500);

        assertThat(Quotes.quote(word))
                .hasSizeLessThan(90)
                .startsWith("\"aaa")
                .contains("a...b")
                .endsWith("bbb\"");
        assertThat(Quotes.quote("x".repeat(80))).hasSize(82);
    }

    @Test
    void aCutKeepsCharactersWhole() {
        for (int shift = 0; shift < 2; shift++) {
            String word = "x".repeat(shift) + "\uD83D\uDE00".repeat(100);
            assertThat(Quotes.quote(word)).doesNotContain("\\u");
        }
    }
}
