package dev.asl4j.compiler.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.SourceFile;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an offset in the decoded value back to the text. */
final class JsonStringTest {

    private static JsonString read(String text) {
        return (JsonString) Objects.requireNonNull(JsonReader.read(new SourceFile("a", text), new Diagnostics()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"$.a.b\"`,            2, 5, `a.b`",
                "`\"$.a.b\"`,            5, 5, ``",
                "`\"\"`,                 0, 0, ``",
                "`\"\\u0041bc\"`,        0, 1, `\\u0041`",
                "`\"\\u0041bc\"`,        1, 2, `b`",
                "`\"a\\\\\\\"b\"`,       1, 2, `\\\\`",
                "`\"a\\\\\\\"b\"`,       2, 4, `\\\"b`",
                "`\"\\n\\u000a\\tx\"`,   1, 4, `\\u000a\\tx`",
                "`\"\\ud83d\\ude00x\"`,  0, 2, `\\ud83d\\ude00`",
                "`\"\\ud83d\\ude00x\"`,  2, 3, `x`",
                "`\"\uD83D\uDE00\\/x\"`, 2, 4, `\\/x`",
                "`\"x\\u0041\"`,         2, 2, ``",
            })
    void aPartStandsThere(String text, int from, int to, String expected) {
        assertThat(read(text).locationOf(from, to).text()).isEqualTo(expected);
        assertThat(read(text).part(from, to).location().text()).isEqualTo(expected);
        assertThat(read(text).part(from, to).pointer()).isEmpty();
    }

    @Test
    void offsetsBehindTheValueStayInTheString() {
        JsonString string = read("\"a\\u0041\"");

        assertThat(string.locationOf(0, 99).text()).isEqualTo("a\\u0041");
    }

    @Test
    void everyCharacterOfRandomStringsIsFound() {
        Random random = new Random(11);
        String[] pieces = {"a", "\\\\", "\\\"", "\\u0041", "\\n", "\u00E9", "\\/", "$."};
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder("\"");
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            JsonString string = read(text.append('"').toString());
            for (int i = 0; i < string.value().length(); i++) {
                String written = string.locationOf(i, i + 1).text();
                assertThat(read('"' + written + '"').value())
                        .isEqualTo(string.value().substring(i, i + 1));
            }
        }
    }
}
