package dev.asl4j.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.source.CaseFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SuggestionsTest {

    static Stream<List<String>> suggestions() {
        return CaseFile.rows("suggestions.txt");
    }

    @ParameterizedTest
    @MethodSource("suggestions")
    void nearest(List<String> row) {
        List<String> candidates = new ArrayList<>(words(row.get(1)));

        assertThat(Suggestions.nearest(row.get(0), candidates)).isEqualTo(words(row.get(2)));
        Collections.reverse(candidates);
        assertThat(Suggestions.nearest(row.get(0), candidates))
                .as("in another order")
                .isEqualTo(words(row.get(2)));
    }

    private static List<String> words(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(", ", -1));
    }

    @Test
    void theHintNamesUpToThree() {
        assertThat(Suggestions.didYouMean("Shp", List.of("Ship"))).isEqualTo("did you mean \"Ship\"?");
        assertThat(Suggestions.didYouMean("State", List.of("State3", "State2", "State1", "State0")))
                .isEqualTo("did you mean \"State0\", \"State1\" or \"State2\"?");
        assertThat(Suggestions.didYouMean("Pack", List.of("Ship"))).isNull();
    }

    @Test
    void longWordsAndManyCandidatesCostLittle() {
        String pasted = "x".repeat(100_000);
        List<String> states =
                IntStream.range(0, 2_000).mapToObj(i -> "x".repeat(70) + i).toList();

        assertThat(Suggestions.nearest(pasted, List.of(pasted + "y", pasted.toUpperCase(Locale.ROOT))))
                .containsExactly(pasted.toUpperCase(Locale.ROOT));
        assertThat(Suggestions.nearest("x".repeat(70) + "1y", states)).hasSize(3);
    }
}
