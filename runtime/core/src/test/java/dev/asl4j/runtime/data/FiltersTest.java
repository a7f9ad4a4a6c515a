package dev.asl4j.runtime.data;

import static dev.asl4j.runtime.data.Paths.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Single points; {@link SelectionOracleTest} covers the ground. */
class FiltersTest {
    private static final JsonNode ONE = IntNode.valueOf(1);

    private static final JsonNode ITEMS =
            Json.parse("[1,\"x\",null,{\"a\":1},{\"a\":null},{\"a\":\"1\"},{\"a\":{}},[1],[]]");

    @Test
    void aBareItemMatchesContainersOnly() {
        assertMatches("[[1]]", item -> Filters.contains(Filters.current(item), ONE));
        assertMatches("[]", item -> Filters.equal(Filters.current(item), ONE));
        assertMatches(
                "[{\"a\":1},{\"a\":null},{\"a\":\"1\"},{\"a\":{}},[1],[]]",
                item -> Filters.notEqual(Filters.current(item), ONE));
    }

    @Test
    void nothingIsNotNull() {
        assertMatches("[{\"a\":null}]", item -> Filters.equal(at(item, "a"), NullNode.getInstance()));
        assertThat(Filters.equal(null, null)).isFalse();
        assertThat(Filters.identical(null, null)).isFalse();
        assertThat(Filters.notEqual(null, ONE)).isTrue();
        assertThat(Filters.exists(NullNode.getInstance())).isTrue();
        assertThat(Filters.exists((JsonNode) null)).isFalse();
    }

    @Test
    void textAndNumbersCompareAsTheLeftSide() {
        assertThat(Filters.equal(TextNode.valueOf("1"), ONE)).isTrue();
        assertThat(Filters.equal(TextNode.valueOf("1.0"), ONE)).isFalse();
        assertThat(Filters.equal(ONE, TextNode.valueOf("1.0"))).isTrue();
        assertThat(Filters.equal(ONE, TextNode.valueOf("one"))).isFalse();
        assertThat(Filters.equal(ONE, Json.constant("1.0"))).isTrue();
        assertThat(Filters.identical(ONE, Json.constant("1.0"))).isTrue();
        assertThat(Filters.identical(ONE, TextNode.valueOf("1"))).isFalse();
        assertThat(Filters.lessThan(TextNode.valueOf("0"), ONE)).isFalse();
    }

    /** In the library a right side that is no list ends the filter, so that its negation does not match either. */
    @Test
    void listsOnly() {
        assertMatches("[]", item -> Filters.notIn(at(item, "a"), ONE));
        assertMatches("[]", item -> !Filters.in(at(item, "a"), at(item, "none")));
        assertThat(Filters.notIn(ONE, Json.EMPTY)).isTrue();
        assertThat(Filters.noneOf(Json.array(), Json.EMPTY)).isFalse();
    }

    @Test
    void emptiness() {
        JsonNode yes = Json.constant("true");
        assertThat(Filters.empty(Json.EMPTY, yes)).isTrue();
        assertThat(Filters.empty(Json.array(), yes)).isTrue();
        assertThat(Filters.empty(TextNode.valueOf(""), yes)).isTrue();
        assertThat(Filters.empty(NullNode.getInstance(), yes)).isFalse();
        assertThat(Filters.empty(Json.array(ONE), Json.constant("false"))).isTrue();
        assertMatches("[]", item -> !Filters.empty(TextNode.valueOf(""), ONE));
    }

    @Test
    void neverMatches() {
        assertMatches("[]", item -> Filters.never());
        assertMatches("[]", item -> !Filters.never());
    }

    @Test
    void regularExpressions() {
        assertMatches("[{\"a\":1},{\"a\":\"1\"}]", item -> Filters.matches(at(item, "a"), Regex.of("[0-9]", "")));
        assertThat(Filters.matches(TextNode.valueOf("a\nB"), Regex.of("A.b", "is")))
                .isTrue();
        assertThat(Filters.matches(TextNode.valueOf("xab"), Regex.of("ab", ""))).isFalse();
        assertThat(Filters.matches(null, Regex.of(".*", ""))).isTrue();
    }

    @Test
    void regularExpressionsHaveABound() {
        Regex catastrophic = Regex.of("(a+)+\\1b", "");
        TextNode text = TextNode.valueOf("a".repeat(60));
        assertThat(Cases.failure(() -> Filters.matches(text, catastrophic)).cause())
                .isEqualTo("The regular expression /(a+)+\\1b/ takes too much work to match.");

        Regex recursive = Regex.of("(a|b)*", "");
        TextNode longText = TextNode.valueOf("ab".repeat(500_000));
        assertThat(Cases.failure(() -> Filters.matches(longText, recursive)).cause())
                .isEqualTo("The regular expression /(a|b)*/ takes too much work to match.");
    }

    private static void assertMatches(String expected, Predicate<JsonNode> filter) {
        assertThat(Selection.of(ITEMS).filter(filter).toArray()).hasToString(expected);
    }
}
