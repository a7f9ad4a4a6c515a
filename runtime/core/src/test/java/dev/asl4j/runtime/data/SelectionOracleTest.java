package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random paths over random documents select what the library behind AWS's paths selects. */
class SelectionOracleTest {
    private static final int PATHS = 600;
    private static final int DOCUMENTS = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void selectsWhatTheLibrarySelects(long seed) {
        Random random = new Random(seed);
        RandomJson documents = new RandomJson(random);
        RandomPath paths = new RandomPath(random);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        int selected = 0;
        for (int i = 0; i < PATHS; i++) {
            RandomPath.Path path = paths.next();
            for (int j = 0; j < DOCUMENTS; j++) {
                JsonNode document = documents.document(4);
                Optional<JsonNode> expected = Jayway.select(path.text(), document);
                if (expected.isPresent()) {
                    JsonNode actual =
                            path.selection().apply(Json.freeze(document)).toArray();
                    compared++;
                    selected += actual.isEmpty() ? 0 : 1;
                    if (!Values.equal(expected.get(), actual)) {
                        differences.add(path.text() + "\n  on " + document + "\n  want " + expected.get() + "\n  got  "
                                + actual);
                    }
                }
            }
        }
        assertThat(differences.stream().limit(5)).isEmpty();
        // The test is worth something only if the library answers and paths hit.
        assertThat(compared).isGreaterThan(PATHS * DOCUMENTS * 8 / 10);
        assertThat(selected).isGreaterThan(PATHS * DOCUMENTS / 20);
    }
}
