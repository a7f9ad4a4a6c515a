package dev.asl4j.compiler.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.SourceFile;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing that a file says makes the reader throw, and each fault has a place in the file. */
final class YamlFuzzTest {

    private static final String SIGNS = "{}[]:,\"'\\/ \n\t#+-.0!&*|>%@`?~<x\u0000\u0085\u2028\uFEFF\uD83D$";

    private static final String DOCUMENT = """
            # Orders
            StartAt: Gr\u00fc\u00dfe \uD83D\uDE00
            States:
              A: &a
                Type: Pass
                Result: [1, -2.5e3, 0x1F, true, ~, {}, []]
                Next: "B\\u0041"
              B:
                <<: *a
                Comment: >-
                  folded
                    text
                Parameters: {'x.$': $.a, y: !!str 1}
              C: |
                literal
            TimeoutSeconds: 300
            """;

    private final Random random = new Random(20_260_102);

    @Test
    void mutatedDocuments() {
        int read = 0;
        for (int round = 0; round < 10_000; round++) {
            String text = mutated();
            Diagnostics diagnostics = new Diagnostics();
            JsonValue value = YamlReader.read(new SourceFile("a", text), diagnostics);
            if (value == null) {
                assertThat(diagnostics.hasErrors()).as(text).isTrue();
            } else {
                read++;
                places(value, text.length());
            }
            assertThat(diagnostics.sorted()).allSatisfy(diagnostic -> {
                assertThat(diagnostic.location().span().end()).isLessThanOrEqualTo(text.length());
                assertThat(diagnostic.toString()).doesNotContain("\n");
            });
        }
        assertThat(read).as("documents that a change did not break").isGreaterThan(1_000);
    }

    /** JSON is YAML, so that both readers have to understand the same. */
    @Test
    void whatTheJsonReaderTakes() {
        String json =
                "{\"a\": [1, -2.5e+3, 0.1E-2, true, null, \"x\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"], \"b\": {\"c\": \"d # e: f\"}}";
        int both = 0;
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder(json);
            int place = random.nextInt(text.length());
            String signs = "{}[]:,\" 0123456789eE.-+ntu";
            text.setCharAt(place, signs.charAt(random.nextInt(signs.length())));
            Diagnostics diagnostics = new Diagnostics();
            JsonValue asJson = JsonReader.read(new SourceFile("a", text.toString()), diagnostics);
            if (asJson != null && !diagnostics.hasErrors()) {
                JsonValue asYaml = YamlReader.read(new SourceFile("a", text.toString()), diagnostics);
                assertThat(asYaml).as(text.toString()).hasToString(asJson.toString());
                both++;
            }
        }
        assertThat(both).isGreaterThan(500);
    }

    private static void places(JsonValue value, int length) {
        assertThat(value.location().span().end()).isLessThanOrEqualTo(length);
        if (value instanceof JsonObject object) {
            object.members().forEach(member -> places(member.value(), length));
        } else if (value instanceof JsonArray array) {
            array.elements().forEach(element -> places(element, length));
        } else if (value instanceof JsonString string) {
            for (int i = 0; i < string.value().length(); i++) {
                assertThat(string.locationOf(i, i + 1).span().end()).isLessThanOrEqualTo(length);
            }
        }
    }

    private String mutated() {
        StringBuilder text = new StringBuilder(DOCUMENT);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int place = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(place);
                case 1 -> text.insert(place, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 2 -> text.setCharAt(place, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 3 ->
                    text.insert(place, text.substring(place, Math.min(text.length(), place + random.nextInt(20))));
                default -> text.setLength(random.nextInt(20) == 0 ? place + 1 : text.length());
            }
        }
        return text.toString();
    }
}
