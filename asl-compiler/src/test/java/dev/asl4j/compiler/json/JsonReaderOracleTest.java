package dev.asl4j.compiler.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.SourceFile;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reader takes and refuses the same texts as Jackson, on thousands of documents with random faults. */
final class JsonReaderOracleTest {

    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String SIGNS = "{}[]:,\"\\/ \n\t'#+-.0123456789eEutrfalsn\u0000\u00A0$";

    private static final String DOCUMENT = """
            {
              "StartAt": "Gr\u00fc\u00dfe \\u0041\\n",
              "States": {
                "A": { "Type": "Pass", "Result": [1, -2.5e3, 0, true, false, null, {}, []], "Next": "B" },
                "B": { "Type": "Succeed", "Comment": "\\"quoted\\" and \\\\ \\/" }
              },
              "TimeoutSeconds": 300
            }
            """;

    private final Random random = new Random(20_260_101);

    private static @Nullable JsonNode jackson(String text) {
        try {
            JsonNode tree = JACKSON.readTree(text);
            return tree.isMissingNode() ? null : tree;
        } catch (JacksonException refused) {
            return null;
        }
    }

    @Test
    void sameTextsAndSameValues() {
        int accepted = 0;
        for (int round = 0; round < 10_000; round++) {
            String text = mutated();
            Diagnostics diagnostics = new Diagnostics();
            JsonValue ours = JsonReader.read(new SourceFile("a", text), diagnostics);
            JsonNode theirs = jackson(text);

            assertThat(diagnostics.hasErrors()).as(text).isEqualTo(theirs == null);
            if (ours != null && theirs != null) {
                accepted++;
                assertThat(jackson(JsonWriter.compact(ours))).isEqualTo(theirs);
            } else {
                assertThat(diagnostics.sorted()).isNotEmpty().allSatisfy(diagnostic -> {
                    assertThat(diagnostic.location().span().end()).isLessThanOrEqualTo(text.length());
                    assertThat(diagnostic.toString()).doesNotContain("\n");
                });
            }
        }
        assertThat(accepted).as("documents that a change did not break").isGreaterThan(300);
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
