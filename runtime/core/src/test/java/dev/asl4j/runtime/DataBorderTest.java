package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handlers and callers can neither see nor cause a change of data that is not theirs. */
final class DataBorderTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final VirtualTime time = VirtualTime.startingAt(START);

    @Test
    void aHandlerCannotChangeItsInput() {
        List<JsonNode> inputs = new ArrayList<>();
        JsonNode output = states().task(
                        "One",
                        task((input, call) -> {
                            inputs.add(input);
                            assertThatThrownBy(() -> ((ObjectNode) input).put("a", 2))
                                    .hasMessageContaining("deepCopy");
                            assertThatThrownBy(() -> ((ArrayNode) input.get("list")).removeAll())
                                    .hasMessageContaining("deepCopy");
                            return input;
                        }),
                        1)
                .task(
                        "Two",
                        task((input, call) -> {
                            ObjectNode own = input.deepCopy();
                            own.put("b", 3);
                            ((ArrayNode) own.get("list")).add(4);
                            return own;
                        }),
                        END)
                .workflow()
                .run(json("{'a':1,'list':[1]}"), time);
        assertThat(inputs).containsExactly(json("{'a':1,'list':[1]}"));
        assertThat(output).isEqualTo(json("{'a':1,'list':[1,4],'b':3}"));
    }

    @Test
    void whatAHandlerKeepsOfItsResultIsItsOwn() {
        ObjectNode kept = NODES.objectNode().put("a", 1);
        ArrayNode list = kept.putArray("list").add(1);
        List<JsonNode> seen = new ArrayList<>();
        JsonNode output = states().task("One", task((input, call) -> kept), 1)
                .task(
                        "Two",
                        task((input, call) -> {
                            kept.put("a", 2);
                            list.add("more");
                            seen.add(input);
                            return input;
                        }),
                        END)
                .workflow()
                .run(json("{}"), time);
        kept.removeAll();
        list.removeAll();
        assertThat(seen).containsExactly(json("{'a':1,'list':[1]}"));
        assertThat(output).isEqualTo(json("{'a':1,'list':[1]}"));
        assertThatThrownBy(() -> ((ObjectNode) output).removeAll()).hasMessageContaining("deepCopy");
    }

    @Test
    void whatACallerKeepsOfTheInputIsItsOwn() {
        ObjectNode given = NODES.objectNode().put("a", 1);
        JsonNode output = states().task(
                        "One",
                        task((input, call) -> {
                            given.put("a", 2);
                            return input;
                        }),
                        END)
                .workflow()
                .run(given, time);
        assertThat(output).isEqualTo(json("{'a':1}"));
    }

    @Test
    void nodesThatMayChangeAreTakenAsTheyAre() {
        Changing text = new Changing("before");
        ChangingNumber number = new ChangingNumber(1.5);
        byte[] bytes = {1, 2, 3};
        ObjectNode wrapped = NODES.objectNode().put("inner", 1);
        JsonNode output = states().task(
                        "One",
                        task((input, call) -> {
                            ObjectNode result = new ChangingObject();
                            result.set("text", text);
                            result.set("number", number);
                            result.set("bytes", BinaryNode.valueOf(bytes));
                            result.set("pojo", new POJONode(wrapped));
                            result.set("list", NODES.arrayNode().add(text));
                            return result;
                        }),
                        1)
                .task(
                        "Two",
                        task((input, call) -> {
                            text.now = "after";
                            number.now = 2.5;
                            bytes[0] = 9;
                            wrapped.put("inner", 2);
                            return input;
                        }),
                        END)
                .workflow()
                .run(json("{}"), time);
        assertThat(Json.write(output))
                .isEqualTo(
                        "{\"text\":\"before\",\"number\":1.5,\"bytes\":\"AQID\",\"pojo\":{\"inner\":1},\"list\":[\"before\"]}");
        assertThat(output.get("text").getClass()).isEqualTo(TextNode.class);
    }

    @Test
    void whatIsNoJsonFailsTheTask() {
        assertThatThrownBy(() -> states().task("One", task((input, call) -> NODES.pojoNode(new Object())), END)
                        .workflow()
                        .run(json("{}"), time))
                .hasMessageContaining("java.lang.Object has no JSON form");
    }

    private static final class Changing extends TextNode {
        private String now;

        Changing(String text) {
            super(text);
            now = text;
        }

        @Override
        public String textValue() {
            return now;
        }

        @Override
        public String asText() {
            return now;
        }
    }

    private static final class ChangingNumber extends DoubleNode {
        private double now;

        ChangingNumber(double value) {
            super(value);
            now = value;
        }

        @Override
        public double doubleValue() {
            return now;
        }
    }

    @SuppressWarnings("unchecked") // Jackson's own deepCopy narrows a generic result
    private static final class ChangingObject extends ObjectNode {
        ChangingObject() {
            super(NODES);
        }
    }
}
