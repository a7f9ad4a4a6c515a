package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Members and shapes: whatever is remembered, what is read and written is what a plain object would give. */
class MemberTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void aMemberIsFoundInObjectsOfWhateverShape() {
        Random random = new Random(7);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            members.add(Member.of("m" + i));
        }
        for (int round = 0; round < 20_000; round++) {
            ObjectNode plain = random(random);
            JsonNode frozen = Json.freeze(plain);
            int i = random.nextInt(members.size());
            assertThat(Paths.at(frozen, members.get(i))).isEqualTo(plain.get("m" + i));
            JsonNode written = Paths.put(frozen, IntNode.valueOf(round), "$.m" + i, members.get(i));
            assertThat(written).isEqualTo(plain.deepCopy().put("m" + i, round));
            assertThat(frozen).as("what was written to").isEqualTo(plain);
            assertThat(Json.size(written)).isEqualTo(Json.write(written).length());
        }
    }

    private static ObjectNode random(Random random) {
        List<Integer> numbers = new ArrayList<>();
        int size = random.nextInt(random.nextInt(10) == 0 ? 90 : 12);
        for (int i = 0; i < size; i++) {
            numbers.add(random.nextInt(random.nextInt(3) == 0 ? 100 : 12));
        }
        Collections.shuffle(numbers, random);
        ObjectNode object = JSON.objectNode();
        numbers.forEach(number -> object.put("m" + number, "v" + number));
        return object;
    }

    @Test
    void aMemberOfAnythingButAnObjectIsNone() {
        Member member = Member.of("a");
        assertThat(Paths.at(null, member)).isNull();
        assertThat(Paths.at(IntNode.valueOf(1), member)).isNull();
        assertThat(Paths.at(Json.parse("[{\"a\":1}]"), member)).isNull();
        assertThat(Paths.at(JSON.objectNode().put("a", 2), member)).isEqualTo(IntNode.valueOf(2));
    }

    @Test
    void namesThatCollideAreFoundAllTheSame() {
        List<String> names = new ArrayList<>(List.of(""));
        for (int length = 0; length < 9; length++) { // "Aa" and "BB" have the same hash code
            List<String> longer = new ArrayList<>();
            names.forEach(name -> longer.addAll(List.of(name + "Aa", name + "BB")));
            names = longer;
        }
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < names.size(); i++) {
            object.put(names.get(i), i);
            if (i == 40 || i == names.size() - 1) {
                JsonNode frozen = Json.freeze(object);
                for (int j = 0; j <= i; j++) {
                    assertThat(Paths.at(frozen, Member.of(names.get(j)))).isEqualTo(IntNode.valueOf(j));
                }
                assertThat(Paths.at(frozen, Member.of("AaAaCC"))).isNull();
            }
        }
    }

    @Test
    void aShapeGivesItsValuesTheirNames() {
        Shape shape = Shape.of("a", "b");
        JsonNode object = shape.object(IntNode.valueOf(1), JSON.objectNode().put("c", 2));
        assertThat(object).hasToString("{\"a\":1,\"b\":{\"c\":2}}");
        assertThat(object.get("b")).as("a foreign value").isInstanceOf(FrozenObject.class);
        assertThat(shape.object(TextNode.valueOf("x"), object)).hasToString("{\"a\":\"x\",\"b\":" + object + "}");
        assertThatThrownBy(() -> shape.object(object)).hasMessage("not as many values as names: 1");
    }

    @Test
    void anOpenShapeTakesAnyNames() {
        Shape shape = Shape.open();
        for (int i = 0; i < 3; i++) {
            assertThat(shape.builder()
                            .set("a", IntNode.valueOf(1))
                            .set("b", IntNode.valueOf(i))
                            .build())
                    .hasToString("{\"a\":1,\"b\":" + i + "}");
            assertThat(shape.builder()
                            .set("b", IntNode.valueOf(i))
                            .set("b", IntNode.valueOf(5))
                            .build())
                    .hasToString("{\"b\":5}");
        }
    }
}
