package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Jackson's mapper takes frozen nodes for ordinary ones, and does not change them. */
class FrozenMapperTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TEXT = "{\"name\":\"x\",\"tags\":[\"a\",\"b\"],\"more\":{\"deep\":[1,2.5,null,true]}}";

    private final JsonNode frozen = Json.parse(TEXT);

    record Thing(String name, List<String> tags, JsonNode more) {}

    record Held(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object value) {}

    @Test
    void toJavaAndBack() throws Exception {
        Thing thing = MAPPER.treeToValue(frozen, Thing.class);
        assertThat(thing)
                .isEqualTo(
                        new Thing("x", List.of("a", "b"), MAPPER.readTree(TEXT).get("more")));
        assertThat(MAPPER.convertValue(frozen, Thing.class)).isEqualTo(thing);
        assertThat(MAPPER.convertValue(frozen, new TypeReference<Map<String, Object>>() {}))
                .containsEntry("tags", List.of("a", "b"));
        JsonNode tree = MAPPER.valueToTree(new Thing("x", List.of("a", "b"), frozen.get("more")));
        assertThat(tree).isEqualTo(frozen);
        JsonNode same = MAPPER.valueToTree(frozen);
        assertThat(same).isEqualTo(frozen);
        assertThat(MAPPER.convertValue(frozen, JsonNode.class)).isEqualTo(frozen);
        assertThat(MAPPER.treeAsTokens(frozen).readValueAs(Thing.class)).isEqualTo(thing);
        assertThat(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(frozen))
                .isEqualTo(frozen.toPrettyString());
    }

    /** Jackson knows how to update nodes of its own classes only: of others it gives a new one. */
    @Test
    void isNotUpdated() throws Exception {
        JsonNode read = MAPPER.readerForUpdating(frozen).readValue("{\"name\":\"y\"}");
        assertThat(read).isEqualTo(Json.parse("{\"name\":\"y\"}"));
        assertThat(MAPPER.updateValue(frozen, Map.of("z", 1))).isEqualTo(Json.parse("{\"z\":1}"));
        JsonNode elements = MAPPER.readerForUpdating(frozen.get("tags")).readValue("[1]");
        assertThat(elements).isEqualTo(Json.parse("[1]"));
        assertThat(Json.write(frozen)).isEqualTo(TEXT);
        ObjectNode copy = frozen.deepCopy();
        MAPPER.readerForUpdating(copy).readValue("{\"name\":\"y\"}");
        assertThat(copy).isEqualTo(((ObjectNode) frozen.deepCopy()).put("name", "y"));
    }

    /** A value of any class is written with the name of its class: ours would be of no use to a reader. */
    @Test
    void isWrittenWithTheTypeOfAnOrdinaryNode() throws Exception {
        ObjectMapper typed = MAPPER.copy()
                .setPolymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType(JsonNode.class)
                        .build());
        for (JsonNode node : List.of(frozen, frozen.get("tags"), Json.parse("\"" + "x".repeat(1_000) + "\""))) {
            String text = typed.writeValueAsString(new Held(node));
            assertThat(text).doesNotContain("asl4j");
            assertThat(typed.readValue(text, Held.class).value()).isEqualTo(node);
        }
    }

    @Test
    void javaSerializationGivesOrdinaryNodes() throws Exception {
        JsonNode value = Json.array(frozen, frozen.get("tags"), Json.parse("\"" + "x".repeat(1_000) + "\""));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(List.of(value, value.get(0), value.get(2)));
        }
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("asl4j");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            List<?> read = (List<?>) in.readObject();
            assertThat(read).isEqualTo(List.of(value, value.get(0), value.get(2)));
            assertThat(read.get(0).getClass()).isEqualTo(ArrayNode.class);
            assertThat(read.get(1).getClass()).isEqualTo(ObjectNode.class);
        }
    }
}
