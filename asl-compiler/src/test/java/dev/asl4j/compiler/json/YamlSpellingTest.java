package dev.asl4j.compiler.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.SourceFile;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an offset in the decoded value back to the text. */
final class YamlSpellingTest {

    private static JsonString read(String text) {
        JsonValue root = Objects.requireNonNull(YamlReader.read(new SourceFile("a", text), new Diagnostics()), text);
        return (JsonString) Objects.requireNonNull(((JsonObject) root).get("k"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`k: $.a.b`,                       2, 5, `a.b`",
                "`k: $.a.b  # comment`,            5, 5, ``",
                "`k: ''`,                          0, 0, ``",
                "`k: 'it''s a'`,                   2, 3, `''`",
                "`k: 'it''s a'`,                   3, 6, `s a`",
                "`k: \"\\x41\\u0042\\U00000043d\"`, 1, 3, `\\u0042\\U00000043`",
                "`k: \"\\U0001F600x\"`,            0, 2, `\\U0001F600`",
                "`k: \"\\U0001F600x\"`,            2, 3, `x`",
                "`k: !!str &x \"ab\"`,             1, 2, `b`",
                "`k: \uD83D\uDE00x`,               2, 3, `x`",
            })
    void aPartStandsThere(String text, int from, int to, String expected) {
        assertThat(read(text).locationOf(from, to).text()).isEqualTo(expected);
    }

    @Test
    void aPartOverSeveralLines() {
        JsonString string = read("k: >-\n  {%\n    $x +\n    $y\n  %}\n");
        int start = string.value().indexOf("$y");

        assertThat(string.value()).isEqualTo("{%\n  $x +\n  $y\n%}");
        assertThat(string.locationOf(start, start + 2)).hasToString("a:4:5");
        assertThat(string.locationOf(string.value().indexOf("$x"), start + 2).text())
                .isEqualTo("$x +\n    $y");
    }

    @Test
    void theIndentationOfALiteralBlockIsNoPartOfIt() {
        JsonString string = read("k: |\n  one\n\n   two \n  three\n\nx: y\n");

        assertThat(string.value()).isEqualTo("one\n\n two \nthree\n");
        for (String word : new String[] {"one", " two ", "three"}) {
            int start = string.value().indexOf(word);
            assertThat(string.locationOf(start, start + word.length()).text()).isEqualTo(word);
        }
    }

    /** Every character that is not a blank is found, in scalars of random words, blanks and line breaks. */
    @ParameterizedTest
    @ValueSource(strings = {"k: ", "k: '", "k: \"", "k: |\n", "k: >\n", "k: |+\n", "k: >-\n", "k: |2\n"})
    void everyCharacterIsFound(String opening) {
        Random random = new Random(opening.hashCode());
        String[] pieces = {"A", "b$.", "c ", " ", "\n  ", "\n    ", "\n\n  ", " \n  ", "\r\n  ", "\uD83D\uDE00", "x#"};
        int asked = 0;
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder(opening).append(opening.endsWith("\n") ? "  w" : "w");
            for (int i = random.nextInt(14); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
                if (opening.endsWith("\"") && random.nextInt(4) == 0) {
                    text.append(random.nextBoolean() ? "\\u0045" : "\\\n  ");
                }
                if (opening.endsWith("'") && random.nextInt(4) == 0) {
                    text.append("''");
                }
            }
            text.append(
                    opening.endsWith("'") ? "'\n" : opening.endsWith("\"") ? "\"\n" : random.nextBoolean() ? "\n" : "");
            JsonString string = read(text.toString());
            for (int i = 0; i < string.value().length(); i++) {
                String character = string.value().substring(i, i + 1);
                if (!character.isBlank()) {
                    String written = string.locationOf(i, i + 1).text();
                    assertThat(written.equals("''") ? "'" : written.replace("\\u0045", "E"))
                            .as("%s at %s in %s", character, i, text)
                            .isEqualTo(character);
                    asked++;
                }
            }
            assertThat(string.locationOf(0, string.value().length()).text()).startsWith("w");
        }
        assertThat(asked).isGreaterThan(1_000);
    }
}
