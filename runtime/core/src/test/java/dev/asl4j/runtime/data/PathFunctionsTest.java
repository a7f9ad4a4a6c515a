package dev.asl4j.runtime.data;

import static dev.asl4j.runtime.data.Paths.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.error.StateFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Path functions give what the library behind AWS's paths gives, or fail where it fails. */
class PathFunctionsTest {
    private static final Map<String, UnaryOperator<JsonNode>> FUNCTIONS = functions();

    private final RandomJson documents = new RandomJson(new Random(17));

    private static Map<String, UnaryOperator<JsonNode>> functions() {
        JsonNode ten = IntNode.valueOf(10);
        Map<String, UnaryOperator<JsonNode>> functions = new LinkedHashMap<>();
        functions.put("length()", PathFunctions::length);
        functions.put("size()", PathFunctions::size);
        functions.put("min()", PathFunctions::min);
        functions.put("max()", PathFunctions::max);
        functions.put("sum()", PathFunctions::sum);
        functions.put("avg()", PathFunctions::avg);
        functions.put("sum(10)", value -> PathFunctions.sum(value, ten));
        functions.put("concat()", PathFunctions::concat);
        functions.put("concat(\"-\")", value -> PathFunctions.concat(value, TextNode.valueOf("-")));
        functions.put("append(10)", value -> PathFunctions.append(value, ten));
        functions.put("keys()", PathFunctions::keys);
        functions.put("first()", PathFunctions::first);
        functions.put("last()", PathFunctions::last);
        functions.put("index(1)", value -> PathFunctions.index(value, IntNode.valueOf(1)));
        functions.put("index(-2)", value -> PathFunctions.index(value, IntNode.valueOf(-2)));
        return functions;
    }

    @Test
    void ofAValue() {
        for (int i = 0; i < 1_000; i++) {
            JsonNode document = documents.object(3);
            FUNCTIONS.forEach(
                    (call, function) -> assertSame("$.a." + call, document, root -> function.apply(at(root, "a"))));
        }
    }

    @Test
    void ofEachSelectedValue() {
        for (int i = 0; i < 1_000; i++) {
            JsonNode document = documents.object(4);
            FUNCTIONS.forEach((call, function) -> assertSame(
                    "$.a[*].b." + call,
                    document,
                    root -> Selection.of(root)
                            .child("a")
                            .wildcard()
                            .child("b")
                            .map(function)
                            .toArray()));
        }
    }

    /** The library makes {@code $.sum($..b)} of {@code $..b.sum()}. */
    @Test
    void ofAllDescendants() {
        for (int i = 0; i < 1_000; i++) {
            JsonNode document = documents.document(4);
            UnaryOperator<JsonNode> all =
                    root -> Selection.of(root).descendants().child("b").toArray();
            assertSame("$..b.sum()", document, root -> PathFunctions.sum(root, all.apply(root)));
            assertSame("$..b.max()", document, root -> PathFunctions.max(root, all.apply(root)));
            assertSame(
                    "$..b.length()",
                    document,
                    root -> PathFunctions.length(Selection.of(root)
                            .descendants()
                            .child("b")
                            .wildcard()
                            .toArray()));
        }
    }

    @Test
    void ofArguments() {
        for (int i = 0; i < 1_000; i++) {
            JsonNode document = documents.object(3);
            assertSame(
                    "$.sum($.a, $.b[*], 10)",
                    document,
                    root -> PathFunctions.sum(
                            root,
                            at(root, "a"),
                            Selection.of(root).child("b").wildcard().toValue(),
                            IntNode.valueOf(10)));
            assertSame(
                    "$.concat($.a, \"-\", $.b)",
                    document,
                    root -> PathFunctions.concat(root, at(root, "a"), TextNode.valueOf("-"), at(root, "b")));
        }
    }

    @Test
    void standardDeviation() {
        assertThat(PathFunctions.stddev(Json.parse("[2,4,4,4,5,5,7,9]")).doubleValue())
                .isEqualTo(2.0);
        assertThat(Cases.failure(() -> PathFunctions.stddev(Json.parse("[1e308,1e308]")))
                        .cause())
                .isEqualTo("The result of a path function is not a number: NaN");
    }

    @Test
    void oddities() {
        assertThat(PathFunctions.max(Json.parse("[-3,-2]")).doubleValue()).isEqualTo(Double.MIN_VALUE);
        assertThat(Cases.failure(() -> PathFunctions.last(Json.parse("[1]"))).cause())
                .isEqualTo("Target index:-1 larger than object count:1");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(PathFunctions.length(null)).isNull();
        assertThat(PathFunctions.keys(null)).isNull();
        assertThat(PathFunctions.first(null)).isNull();
        assertThat(PathFunctions.sum(Json.EMPTY, IntNode.valueOf(1), null)).isNull();
        assertThat(PathFunctions.concat(null)).isNull();
        assertThat(PathFunctions.append(Json.array(), (JsonNode) null)).isNull();
    }

    private static void assertSame(String path, JsonNode document, UnaryOperator<JsonNode> function) {
        Jayway.Answer expected = Jayway.read(path, document);
        if (expected == null) {
            return;
        }
        JsonNode actual = null;
        boolean failed = false;
        try {
            actual = function.apply(Json.freeze(document));
        } catch (StateFailure e) {
            failed = true;
        }
        assertThat(failed).as("%s on %s", path, document).isEqualTo(expected.failed());
        JsonNode wanted = expected.value();
        assertThat(actual == null ? wanted == null : wanted != null && Values.equal(actual, wanted))
                .as("%s on %s: want %s, got %s", path, document, wanted, actual)
                .isTrue();
    }
}
