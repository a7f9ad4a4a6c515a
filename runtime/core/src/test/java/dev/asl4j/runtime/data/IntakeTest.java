package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.error.StateFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever came before: what comes in is what it would be if nothing were remembered. */
class IntakeTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void treesOfWhateverNamesComeInAsTheyAre() {
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            Intake intake = new Intake();
            for (int round = 0; round < 300; round++) {
                ObjectNode tree = random(random, 2);
                JsonNode frozen = intake.freeze(tree);
                assertThat(frozen).isEqualTo(tree);
                assertThat(Json.write(frozen)).isEqualTo(tree.toString());
                assertThat(Json.size(frozen)).isEqualTo(tree.toString().length());
                assertThat(Measure.of(frozen)).isEqualTo(Measure.of(Json.freeze(tree)));
            }
        }
    }

    /** Few names, so that orders, numbers and names differ from one to the next, and often do not. */
    private static ObjectNode random(Random random, int depth) {
        List<String> names = new ArrayList<>(List.of("a", "b", "\"", "d"));
        if (random.nextBoolean()) {
            Collections.shuffle(names, random);
        }
        ObjectNode object = JSON.objectNode();
        for (String name : names.subList(0, random.nextInt(names.size() + 1))) {
            switch (random.nextInt(6)) {
                case 0 -> object.put(name, random.nextInt());
                case 1 -> object.putNull(name);
                case 2 -> object.put(name, "x".repeat(random.nextInt(3) * 200));
                case 3 -> object.put(name, random.nextInt(8) / 4.0);
                case 4 -> object.putArray(name).add(random.nextBoolean());
                default -> object.set(name, depth == 0 ? JSON.textNode("y") : random(random, depth - 1));
            }
        }
        return object;
    }

    @Test
    void objectsThatAreAlikeShareTheirNames() {
        Intake intake = new Intake();
        ObjectNode tree = JSON.objectNode().put("not \"plain\"", 1).put("b", 2);
        intake.freeze(JSON.objectNode().put("b", 2));
        FrozenObject first =
                (FrozenObject) intake.freeze(JSON.objectNode().put("p", 1).put("q", 2));
        FrozenObject second =
                (FrozenObject) intake.freeze(JSON.objectNode().put("p", 3).put("q", 4));
        assertThat(second.keys()).isSameAs(first.keys());
        assertThat(intake.freeze(tree)).isEqualTo(tree);
    }

    @Test
    void whatIsChangedAfterwardsIsNotChangedHere() {
        Intake intake = new Intake();
        for (int i = 0; i < 3; i++) {
            ObjectNode tree = JSON.objectNode().put("a", i);
            ArrayNode inner = tree.putArray("b").add(1);
            JsonNode frozen = intake.freeze(tree);
            inner.add(2);
            tree.put("a", "other");
            assertThat(Json.write(frozen)).isEqualTo("{\"a\":" + i + ",\"b\":[1]}");
        }
    }

    @Test
    void whatIsNoJsonIsRefusedEachTime() {
        Intake intake = new Intake();
        intake.freeze(JSON.objectNode().put("a", 1));
        ObjectNode deep = JSON.objectNode();
        ObjectNode end = deep;
        for (int i = 1; i < Measure.DEEPEST; i++) {
            end = end.putObject("a");
        }
        assertThat(intake.freeze(deep)).isEqualTo(deep);
        end.putObject("a");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> intake.freeze(deep)).isInstanceOf(StateFailure.class);
            assertThatThrownBy(() -> intake.freeze(JSON.objectNode().put("a", Double.NaN)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> intake.freeze(JSON.objectNode().putPOJO("a", this)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void namesThatAreDataAreRememberedForAWhileOnly() {
        Intake intake = new Intake();
        for (int i = 0; i < 1_000; i++) {
            assertThat(Json.write(intake.freeze(JSON.objectNode().put("id-" + i, i))))
                    .isEqualTo("{\"id-" + i + "\":" + i + "}");
        }
        FrozenObject again = (FrozenObject) intake.freeze(JSON.objectNode().put("id-63", 1));
        assertThat(again).isEqualTo(Json.parse("{\"id-63\":1}"));
    }
}
