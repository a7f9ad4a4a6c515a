package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The quick reader agrees with Jackson's parser in all that it reads, and leaves the rest to it. */
class TextReaderTest {
    /** What mutations put in: all that means something, and a little that does not. */
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "\\\"",
            "\\u",
            "\\u00e9",
            "\\ud83d",
            "\\n",
            "\\x",
            "true",
            "fals",
            "null",
            "-",
            "-0",
            "0",
            "01",
            "1",
            "12",
            ".",
            "0.5",
            "1.50",
            "e",
            "E+3",
            "1e3",
            "-1E-7",
            " ",
            "\n",
            "\t",
            "\r",
            "\f",
            "\u0001",
            "\u007f",
            "\u00a0",
            "\u00e9",
            "\u20ac",
            "\ud83d\ude00",
            "\ude00",
            "a",
            "b",
            "\"a\":",
            "\"\\u0061\":1,",
            "/**/",
            "NaN",
            "999999999999999999",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999",
            "1234567.12345678",
            "0.1234567890123456789",
            "\ufeff");

    private int read;
    private int left;

    @Test
    void agreesAboutText() {
        Random random = new Random(17);
        RandomJson documents = new RandomJson(random);
        for (int i = 0; i < 40_000; i++) {
            JsonNode document = documents.document(3);
            StringBuilder text = new StringBuilder(i % 7 == 0 ? document.toPrettyString() : document.toString());
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                change(text, random);
            }
            assertAgreement(text.toString());
        }
        assertThat(read).isGreaterThan(10_000);
        assertThat(left).isGreaterThan(10_000);
    }

    /** More names than are remembered one by one, the same ones again, others, fewer, and some twice. */
    @Test
    void agreesAboutLargeObjects() {
        Random random = new Random(23);
        for (int i = 0; i < 2_000; i++) {
            int size = Prefixes.LONGEST - 3 + random.nextInt(8) + (i % 10 == 0 ? 1_000 : 0);
            StringBuilder text = new StringBuilder("{");
            for (int k = 0; k < size; k++) {
                int name = random.nextInt(50) == 0 ? random.nextInt(size) : k;
                text.append(k == 0 ? "\"" : ",\"")
                        .append(random.nextInt(500) == 0 ? "\\n" : "n")
                        .append(name)
                        .append("\":")
                        .append(k);
            }
            assertAgreement(text.append('}').toString());
        }
        assertThat(left).isZero();
    }

    /** Forgets names on the way. */
    @Test
    void agreesAboutManyNames() {
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("{\"known\":{}");
            for (int k = 0; k < 40; k++) {
                text.append(",\"name")
                        .append(i)
                        .append('_')
                        .append(k)
                        .append("\":{\"a\":")
                        .append(k)
                        .append(",\"b\":[]}");
            }
            assertAgreement(text.append('}').toString());
        }
        assertThat(left).isZero();
    }

    @Test
    void objectsWithTheSameNamesShareThem() {
        Set<Keys> keys = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 10; i++) {
            keys.add(((FrozenObject) Json.parse("{\"shared\":" + i + ",\"names\":[]}")).keys());
        }
        assertThat(keys).hasSizeBetween(1, 2); // the names may have been forgotten once
    }

    @Test
    void agreesAboutNumbers() {
        Random random = new Random(19);
        for (int i = 0; i < 60_000; i++) {
            StringBuilder number = new StringBuilder(random.nextBoolean() ? "-" : "");
            digits(number, random, 22);
            if (random.nextInt(3) > 0) {
                digits(number.append('.'), random, 20);
            }
            if (random.nextInt(3) == 0) {
                number.append(random.nextBoolean() ? 'e' : 'E')
                        .append(List.of("", "-", "+").get(random.nextInt(3)));
                digits(number, random, 3);
            }
            assertAgreement(i % 2 == 0 ? number.toString() : "[" + number + "]");
        }
        assertThat(read).isGreaterThan(30_000);
    }

    private static void change(StringBuilder text, Random random) {
        int place = random.nextInt(text.length() + 1);
        if (random.nextInt(3) == 0) {
            text.delete(place, Math.min(text.length(), place + 1 + random.nextInt(3)));
        } else {
            text.insert(place, PIECES.get(random.nextInt(PIECES.size())));
        }
    }

    private static void digits(StringBuilder number, Random random, int most) {
        int zeros = random.nextInt(4) == 0 ? random.nextInt(4) : 0;
        number.append("0".repeat(zeros));
        for (int i = random.nextInt(most); i > 0; i--) {
            number.append((char) ('0' + random.nextInt(10)));
        }
    }

    private void assertAgreement(String text) {
        JsonNode value;
        try {
            value = TextReader.read(text);
        } catch (TextTokens.Irregular | NumberFormatException e) {
            left++;
            return;
        }
        read++;
        JsonNode expected = JsonText.parseAnything(text);
        assertThat(value).as(text).isEqualTo(expected);
        assertThat(value.toString()).as(text).isEqualTo(expected.toString());
    }
}
