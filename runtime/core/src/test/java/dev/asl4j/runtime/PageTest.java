package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.asl4j.runtime.data.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, the tokens between them, and the ranges of what may be asked for. */
final class PageTest {
    private static final List<?> QUERY =
            ExecutionFilter.all().workflow("machine").query();

    @Test
    void aTokenGivesItsPlaceBack() {
        String token = PageToken.of(QUERY, 1, -2, Long.MAX_VALUE);
        assertThat(PageToken.place(token, QUERY, 3)).containsExactly(1, -2, Long.MAX_VALUE);
    }

    @Test
    void aTokenIsForOneQuery() {
        String token = PageToken.of(QUERY, 1);
        ExecutionFilter same = ExecutionFilter.all().workflow("machine").maxResults(7);
        assertThat(PageToken.place(token, same.query(), 1)).containsExactly(1);
        for (ExecutionFilter other : List.of(
                ExecutionFilter.all(),
                same.status(ExecutionStatus.FAILED),
                same.startedFrom(START),
                same.startedBefore(START),
                same.namePrefix("order-"),
                same.parked(true),
                ExecutionFilter.all().mapRunArn("arn"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PageToken.place(token, other.query(), 1))
                    .withMessageContaining("another query");
        }
    }

    @Test
    void everyChangeOfATokenIsSeen() {
        String token = PageToken.of(QUERY, 123_456_789L, 42);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'x' ? 'w' : 'x';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            String shorter = token.substring(0, i);
            assertThatIllegalArgumentException().isThrownBy(() -> PageToken.place(changed, QUERY, 2));
            assertThatIllegalArgumentException().isThrownBy(() -> PageToken.place(shorter, QUERY, 2));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> PageToken.place(token, QUERY, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "AAAA", "no token", "\u00e4"})
    void otherTextsAreNoTokens(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageToken.place(text, QUERY, 1))
                .withMessage("not a nextToken that a page gave: hand it back unchanged");
        assertThatIllegalArgumentException().isThrownBy(() -> PageToken.place("A".repeat(1_000_000), QUERY, 1));
    }

    @Test
    void allPagesInARow() {
        List<String> asked = new ArrayList<>();
        List<Integer> all = Page.<Integer>all(token -> {
                    asked.add(String.valueOf(token));
                    return switch (String.valueOf(token)) {
                        case "null" -> new Page<>(List.of(1, 2), "b");
                        case "b" -> new Page<>(List.of(), "c");
                        default -> new Page<>(List.of(3), null);
                    };
                })
                .toList();
        assertThat(all).containsExactly(1, 2, 3);
        assertThat(asked).containsExactly("null", "b", "c");
        assertThat(Page.all(token -> new Page<>(List.of(1), "again")).limit(3)).containsExactly(1, 1, 1);
    }

    @Test
    void sizesOfPages() {
        assertThat(ExecutionFilter.all().maxResults()).isEqualTo(100);
        assertThat(ExecutionFilter.all().maxResults(0).maxResults()).isEqualTo(100);
        assertThat(HistoryQuery.all().maxResults(1_000).maxResults()).isEqualTo(1_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionFilter.all().maxResults(1_001));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryQuery.all().maxResults(-1))
                .withMessageContaining("1000");
    }

    @Test
    void childrenOfAMapRunAreFilteredByStatusOnly() {
        ExecutionFilter children = ExecutionFilter.all()
                .mapRunArn("arn")
                .status(ExecutionStatus.FAILED)
                .maxResults(5);
        assertThat(children.mapRunArn()).isEqualTo("arn");
        assertThatIllegalArgumentException().isThrownBy(() -> children.namePrefix("a"));
        assertThatIllegalArgumentException().isThrownBy(() -> children.workflow("a"));
    }

    @Test
    void anUpdateOfAMapRun() {
        assertThat(MapRunUpdate.nothing().isEmpty()).isTrue();
        assertThat(MapRunUpdate.nothing().toJson()).isEqualTo(json("{}"));
        MapRunUpdate all = MapRunUpdate.nothing()
                .maxConcurrency(0)
                .toleratedFailureCount(3_000_000_000L)
                .toleratedFailurePercentage(12.5);
        assertThat(Json.parse(Json.write(all.toJson())))
                .isEqualTo(
                        json(
                                "{'maxConcurrency': 0, 'toleratedFailureCount': 3000000000, 'toleratedFailurePercentage': 12.5}"));
        assertThat(all.isEmpty()).isFalse();
        MapRunUpdate none = MapRunUpdate.nothing();
        assertThatIllegalArgumentException().isThrownBy(() -> none.maxConcurrency(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> none.toleratedFailureCount(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> none.toleratedFailurePercentage(100.1));
        assertThatIllegalArgumentException().isThrownBy(() -> none.toleratedFailurePercentage(Double.NaN));
        assertThatCode(() -> none.toleratedFailurePercentage(100)).doesNotThrowAnyException();
    }
}
