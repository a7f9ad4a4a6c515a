package dev.asl4j.compiler.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LiteralsTest {
    @Test
    void allButPrintableAsciiIsEscaped() {
        assertThat(Literals.quoted("a\"\\\n\t\r\0\u00e9\ud800\u202e$"))
                .isEqualTo("\"a\\\"\\\\\\n\\t\\r\\u0000\\u00e9\\ud800\\u202e$\"");
    }

    /** javac resolves such an escape unless an odd number of backslashes stands before the u. */
    @Test
    void aBackslashOfTheTextNeverStartsAnEscape() {
        assertThat(Literals.quoted("\\u0022")).isEqualTo("\"\\\\u0022\"");
        assertThat(Literals.quoted("\\\\u0022")).isEqualTo("\"\\\\\\\\u0022\"");
    }

    @Test
    void textThatIsTooLongForOneConstantComesInPieces() {
        Statics statics = new Statics();
        assertThat(Literals.string("x".repeat(65_534), statics).toString()).startsWith("\"xxx");
        String two = Literals.string("x".repeat(65_535), statics).toString();
        assertThat(two).startsWith("text(\"xxx").endsWith("x\", \"x\")");
        assertThat(Literals.chunked("\u6ce8".repeat(21_845)).toString().split(", "))
                .hasSize(2);
    }
}
