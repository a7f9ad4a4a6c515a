package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules by which recordings are compared: {@code comparison/comparisons.json} says what each pair differs in. */
class ComparisonTest {
    @ParameterizedTest
    @MethodSource("pairs")
    void tellsWhatDiffers(JsonNode pair) {
        List<String> wanted = new ArrayList<>();
        pair.path("differences").forEach(difference -> wanted.add(difference.asText()));

        assertThat(Comparison.differences("it", pair.path("expected"), pair.path("actual")))
                .isEqualTo(wanted);
    }

    static JsonNode pairs() throws IOException {
        try (InputStream file = ComparisonTest.class.getResourceAsStream("/comparison/comparisons.json")) {
            return Texts.MAPPER.readTree(file);
        }
    }

    @Test
    void showsTheEndsOfLongTextsThatDiffer() {
        String common = "x".repeat(1000);

        assertThat(Comparison.differences("cause", common + "one", common + "two", false))
                .containsExactly(
                        "cause: expected ..." + "x".repeat(40) + "one\" but was ..." + "x".repeat(40) + "two\"");
    }

    @Test
    void takesACauseForJsonOnlyWhereTheRecordingSaysSo() {
        assertThat(Comparison.differences("cause", "{\"a\": 1}", "{\"a\":1}", true))
                .isEmpty();
        assertThat(Comparison.differences("cause", "{\"a\": 1}", "{\"a\":1}", false))
                .hasSize(1);
        assertThat(Comparison.differences("cause", null, "x", true))
                .containsExactly("cause: expected none but was \"x\"");
        assertThat(Comparison.differences("cause", "x", null, true))
                .containsExactly("cause: expected \"x\" but was none");
        assertThat(Comparison.differences("cause", null, null, true)).isEmpty();
    }
}
