package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PathsTest {
    private static final JsonNode INPUT = Json.parse("{\"a\":{\"b\":[1,null,{\"c\":2}]},\"n\":null,\"t\":\"text\"}");

    @Test
    void reads() {
        assertThat(Paths.at(Paths.at(INPUT, "a"), "b")).isSameAs(INPUT.at("/a/b"));
        assertThat(Paths.at(INPUT.at("/a/b"), 0)).isEqualTo(IntNode.valueOf(1));
        assertThat(Paths.at(INPUT.at("/a/b"), -1)).isSameAs(INPUT.at("/a/b/2"));
        assertThat(Paths.at(INPUT.at("/a/b"), 1)).isEqualTo(NullNode.getInstance());
        assertThat(Paths.at(INPUT, "n")).isEqualTo(NullNode.getInstance());
    }

    @Test
    void readsNothingWhereThereIsNothing() {
        assertThat(Paths.at(null, "a")).isNull();
        assertThat(Paths.at(null, 0)).isNull();
        assertThat(Paths.at(INPUT, "x")).isNull();
        assertThat(Paths.at(INPUT, 0)).isNull();
        assertThat(Paths.at(INPUT.get("n"), "x")).isNull();
        assertThat(Paths.at(INPUT.get("t"), 0)).isNull();
        assertThat(Paths.at(INPUT.at("/a/b"), "c")).isNull();
        assertThat(Paths.at(INPUT.at("/a/b"), 3)).isNull();
        assertThat(Paths.at(INPUT.at("/a/b"), -4)).isNull();
    }

    @Test
    void values() {
        JsonNode one = IntNode.valueOf(1);
        assertThat(Paths.found(one, "$.x", "k.$", INPUT)).isSameAs(one);
        assertThat(Paths.resolved(one, "$.x", INPUT, "x")).isSameAs(one);
        assertThat(Paths.variable(one, "$.x")).isSameAs(one);
    }

    @Test
    void missingTemplateField() {
        JsonNode input = Json.parse("{\"a\": [1, \"é\"]}");
        assertThat(Cases.failure(() -> Paths.found(null, "$$.Execution.x", "k.$", input))
                        .cause())
                .isEqualTo("The JSONPath '$$.Execution.x' specified for the field 'k.$' could not be found in the input"
                        + " '{\"a\":[1,\"é\"]}'");
    }

    @Test
    void missingChoiceVariable() {
        assertThat(Cases.failure(() -> Paths.variable(null, "$.x")).cause())
                .isEqualTo("Invalid path '$.x': The choice state's condition path references an invalid value.");
    }

    @TestFactory
    Stream<DynamicTest> missingPath() {
        return Cases.of(
                "missing-paths.json",
                each -> Cases.check(
                        each,
                        () -> Paths.resolved(
                                null,
                                each.required("path").asText(),
                                Json.freeze(each.required("root")),
                                steps(each.required("steps")))));
    }

    /** The words are the library's, which AWS passes on. */
    @Test
    void missingPathInTheWordsOfTheLibrary() {
        Map<String, Object> document = Map.of("a", Map.of("b", List.of(1, 2)), "t", "text");
        assertSameWords(document, "$.x", "x");
        assertSameWords(document, "$.x.y", "x", "y");
        assertSameWords(document, "$.a.x.y", "a", "x", "y");
        assertSameWords(document, "$.a.b[2]", "a", "b", 2);
        assertSameWords(document, "$.a.b[-3].c", "a", "b", -3, "c");
        assertSameWords(document, "$.t[0]", "t", 0);
    }

    private static void assertSameWords(Map<String, Object> document, String path, Object... steps) {
        String words = catchThrowableOfType(PathNotFoundException.class, () -> JsonPath.read(document, path))
                .getMessage();
        JsonNode root = Json.freeze(new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(document));
        assertThat(Paths.noResults(root, path, steps).cause()).isEqualTo("Invalid path '" + path + "' : " + words);
    }

    @TestFactory
    Stream<DynamicTest> resultPath() {
        return Cases.of("result-paths.json", each -> {
            JsonNode raw = Json.freeze(each.required("raw"));
            String before = raw.toString();
            Cases.check(
                    each,
                    () -> Paths.put(
                            raw,
                            Json.freeze(each.required("value")),
                            each.required("path").asText(),
                            steps(each.required("steps"))));
            assertThat(raw.toString()).isEqualTo(before);
        });
    }

    @Test
    void writingCopiesOnlyTheWay() {
        JsonNode raw = Json.parse("{\"a\":{\"b\":{\"c\":1},\"keep\":{}},\"keep\":[1]}");
        JsonNode put = Paths.put(raw, IntNode.valueOf(2), "$.a.b.c", "a", "b", "c");
        assertThat(put.get("keep")).isSameAs(raw.get("keep"));
        assertThat(put.at("/a/keep")).isSameAs(raw.at("/a/keep"));
        assertThat(put.at("/a/b/c").intValue()).isEqualTo(2);
    }

    private static Object[] steps(JsonNode steps) {
        List<Object> list = new ArrayList<>();
        steps.forEach(step -> list.add(step.isInt() ? (Object) step.intValue() : step.asText()));
        return list.toArray();
    }
}
