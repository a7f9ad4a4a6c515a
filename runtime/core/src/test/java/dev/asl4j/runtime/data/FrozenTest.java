package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Frozen nodes are Jackson nodes in all that reads. */
class FrozenTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Item(String sku, int count, List<Double> prices) {}

    @Test
    void equalsPlainNodesBothWays() throws Exception {
        Random random = new Random(7);
        RandomJson documents = new RandomJson(random);
        for (int i = 0; i < 500; i++) {
            JsonNode plain = documents.document(4);
            JsonNode frozen = Json.freeze(plain);
            assertThat(frozen).isEqualTo(plain).hasSameHashCodeAs(plain);
            assertThat(plain.equals(frozen)).isTrue();
            assertThat(frozen.equals((left, right) -> left.equals(right) ? 0 : 1, plain))
                    .isTrue();
            assertThat(MAPPER.readTree(MAPPER.writeValueAsString(frozen))).isEqualTo(plain);
            assertThat(MAPPER.readTree(Json.write(frozen))).isEqualTo(plain);
            assertThat(Json.parse(plain.toString())).isEqualTo(frozen);
            assertThat(frozen.toPrettyString()).isEqualTo(plain.toPrettyString());
        }
    }

    @Test
    void readsAsAnyObject() {
        JsonNode object = Json.parse("{\"a\":1,\"b\":{\"c\":[true,null]},\"c\":2}");
        assertThat(object.get("a").intValue()).isEqualTo(1);
        assertThat(object.get("x")).isNull();
        assertThat(object.get(0)).isNull();
        assertThat(object.path("x").isMissingNode()).isTrue();
        assertThat(object.at("/b/c/0").booleanValue()).isTrue();
        assertThat(object.has("b")).isTrue();
        assertThat(object.has("x")).isFalse();
        assertThat(object.required("c").intValue()).isEqualTo(2);
        assertThat(object.optional("x")).isEmpty();
        assertThat(object.findValues("c")).hasSize(2);
        assertThat(names(object)).containsExactly("a", "b", "c");
        assertThat(object.properties()).extracting(Map.Entry::getKey).containsExactly("a", "b", "c");
        assertThat(object.valueStream().count()).isEqualTo(3);
        assertThat(object.propertyStream().map(Map.Entry::getKey)).containsExactly("a", "b", "c");
        assertThat(object.isEmpty()).isFalse();
        assertThat(Json.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void readsAsAnyArray() {
        JsonNode array = Json.parse("[1,[2],null]");
        assertThat(array.get(1).get(0).intValue()).isEqualTo(2);
        assertThat(array.get(3)).isNull();
        assertThat(array.get(-1)).isNull();
        assertThat(array.get("a")).isNull();
        assertThat(array.path(3).isMissingNode()).isTrue();
        assertThat(array.at("/1/0").intValue()).isEqualTo(2);
        assertThat(array).hasSize(3);
        assertThat(array.valueStream().count()).isEqualTo(3);
    }

    @Test
    void iteratorsAndEntriesDoNotWrite() {
        ObjectNode object = (ObjectNode) Json.parse("{\"a\":1}");
        ArrayNode array = (ArrayNode) Json.parse("[1]");
        List<Iterator<?>> iterators = List.of(
                object.elements(), object.fieldNames(), object.properties().iterator(), array.elements());
        for (Iterator<?> iterator : iterators) {
            iterator.next();
            assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
        }
        Map.Entry<String, JsonNode> entry = object.properties().iterator().next();
        assertThatThrownBy(() -> entry.setValue(array)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.put("b", 1)).hasMessageContaining("deepCopy");
        assertThat(object.toString()).isEqualTo("{\"a\":1}");
        assertThat(array.toString()).isEqualTo("[1]");
    }

    @Test
    void deepCopyIsOrdinaryAndWritable() {
        ObjectNode copy = Json.parse("{\"a\":{\"b\":[1]}}").deepCopy();
        ((ArrayNode) copy.get("a").get("b")).add(2);
        ((ObjectNode) copy.get("a")).put("c", 3);
        assertThat(copy.toString()).isEqualTo("{\"a\":{\"b\":[1,2],\"c\":3}}");
        assertThat(copy.getClass()).isEqualTo(ObjectNode.class);
    }

    @Test
    void convertsToJavaTypes() throws Exception {
        Item item = MAPPER.treeToValue(Json.parse("{\"sku\":\"x\",\"count\":2,\"prices\":[1.5,2]}"), Item.class);
        assertThat(item).isEqualTo(new Item("x", 2, List.of(1.5, 2.0)));
        assertThat((Object) MAPPER.convertValue(Json.parse("{\"a\":[1]}"), Map.class))
                .isEqualTo(Map.of("a", List.of(1)));
    }

    @Test
    void survivesJavaSerialization() throws Exception {
        JsonNode frozen = Json.parse("{\"a\":[1,{\"b\":null}]}");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(frozen);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(frozen);
        }
    }

    @Test
    void largeObjectsAreIndexed() {
        ObjectBuilder builder = Json.object();
        for (int i = 0; i < 1_000; i++) {
            builder.set("name" + i, Json.constant(Integer.toString(i)));
        }
        JsonNode object = builder.set("name17", Json.constant("-1")).build();
        assertThat(object).hasSize(1_000);
        assertThat(object.get("name17").intValue()).isEqualTo(-1);
        assertThat(object.get("name999").intValue()).isEqualTo(999);
        assertThat(object.get("name1000")).isNull();
        assertThat(names(object).get(17)).isEqualTo("name17");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
