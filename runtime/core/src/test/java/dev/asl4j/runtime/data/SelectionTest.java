package dev.asl4j.runtime.data;

import static dev.asl4j.runtime.data.Paths.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Single points; {@link SelectionOracleTest} covers the ground. */
class SelectionTest {
    private static final JsonNode STORE = Json.parse(
            "{\"list\":[{\"n\":1,\"m\":{\"x\":\"a\"}},{\"n\":2,\"m\":{\"x\":\"b\"}},{\"m\":{}}],\"max\":1,\"name\":\"s\"}");

    private static final JsonNode ONE = IntNode.valueOf(1);

    /** As AWS was recorded; the library itself refuses these. */
    @Test
    void missingParentsGiveAnEmptyArray() {
        Selection root = Selection.of(Json.EMPTY);
        assertThat(root.child("item").child("items").slice(1, 5).child("x").toArray())
                .isEmpty();
        assertThat(root.child("item").wildcard().toArray()).isEmpty();
        assertThat(Selection.of(STORE).child("name").filter(item -> true).toArray())
                .isEmpty();
        assertThat(Selection.of(STORE).child("name").index(0).wildcard().toArray())
                .isEmpty();
    }

    @Test
    void oneMatchIsAnArrayOfOne() {
        assertThat(Selection.of(STORE)
                        .child("list")
                        .filter(item -> Filters.equal(at(item, "n"), ONE))
                        .child("n")
                        .toArray())
                .hasToString("[1]");
    }

    @Test
    void valuesAreSharedNotCopied() {
        JsonNode array = Selection.of(STORE).child("list").sliceFrom(1).toArray();
        assertThat(array.get(0)).isSameAs(STORE.at("/list/1"));
        assertThat(Json.freeze(array)).isSameAs(array);
    }

    @Test
    void filtersOnObjectsAndFromTheRoot() {
        assertThat(Selection.of(STORE)
                        .filter(item -> Filters.exists(at(item, "max")))
                        .child("name")
                        .toArray())
                .hasToString("[\"s\"]");
        assertThat(Selection.of(STORE)
                        .child("list")
                        .filter(item -> Filters.greaterThan(at(item, "n"), at(STORE, "max")))
                        .child("n")
                        .toArray())
                .hasToString("[2]");
    }

    @Test
    void manyNamesAtTheEndAreOneObject() {
        assertThat(Selection.of(STORE).pick("max", "name").toValue()).hasToString("{\"max\":1,\"name\":\"s\"}");
        assertThat(Selection.of(STORE).pick("max", "none").toValue()).hasToString("{\"max\":1}");
        assertThat(Selection.of(STORE).child("none").pick("a", "b").toValue()).isNull();
        assertThat(Selection.of(STORE).child("list").pick("a", "b").toValue()).isNull();
    }

    @Test
    void valuesOfOperands() {
        assertThat(Selection.of(STORE).child("none").wildcard().toValue()).isNull();
        assertThat(Selection.of(STORE).child("list").sliceFrom(5).toValue()).isEmpty();
    }

    /**
     * Here the library deviates from itself: behind {@code ..} it skips the first of several steps on arrays, and what it
     * keeps of the rest depends on earlier evaluations of the path. These are the plain meanings.
     */
    @Test
    void furtherStepsBehindDescendants() {
        assertSelects("[1,2]", s -> s.descendants().wildcard().child("n"));
        assertSelects("[2]", s -> s.descendants().slice(1, 3).child("n"));
        assertSelects("[\"b\"]", s -> s.descendants().index(1).child("m").child("x"));
        assertSelects("[{}]", s -> s.descendants().index(-1).child("m"));
        assertSelects(
                "[1]",
                s -> s.descendants()
                        .filter(item -> Filters.equal(at(item, "n"), ONE))
                        .child("n"));
    }

    /** {@code 1} and {@code 1.0} are one number also inside of containers, where the library goes by Java classes. */
    @Test
    void containersCompareByValue() {
        JsonNode document = Json.parse("[{\"a\":[1.0]},{\"a\":[1]},{\"a\":[2]}]");
        JsonNode list = Json.constant("[1]");
        assertThat(Selection.of(document)
                        .filter(item -> Filters.equal(at(item, "a"), list))
                        .toArray())
                .hasSize(2);
    }

    @Test
    void boundsTheNumberOfValues() {
        JsonNode wide = Json.array(IntNode.valueOf(1), IntNode.valueOf(2));
        JsonNode document = wide;
        for (int i = 0; i < 12; i++) {
            document = Json.array(document, document);
        }
        Selection all = Selection.of(document).descendants().wildcard();
        assertThat(Cases.failure(() -> all.descendants()
                        .wildcard()
                        .descendants()
                        .wildcard()
                        .descendants()
                        .wildcard()
                        .descendants()
                        .wildcard()))
                .satisfies(failure -> {
                    assertThat(failure.error()).isEqualTo("States.DataLimitExceeded");
                    assertThat(failure.cause()).isEqualTo("A path selects more than 1000000 values.");
                });
    }

    @Test
    void hugeSliceBoundsCostNothing() {
        assertThat(Selection.of(Json.parse("[1,2]"))
                        .slice(Integer.MIN_VALUE, Integer.MAX_VALUE)
                        .toArray())
                .hasToString("[1,2,1,2]");
    }

    private static void assertSelects(String expected, UnaryOperator<Selection> path) {
        assertThat(path.apply(Selection.of(STORE)).toArray()).hasToString(expected);
    }
}
