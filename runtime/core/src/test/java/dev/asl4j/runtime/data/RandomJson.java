package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Random;

/** Small random documents over few names and values, so that paths hit and values meet. Plain Jackson nodes. */
final class RandomJson {
    static final List<String> NAMES = List.of("a", "b", "c", "d");
    static final List<String> TEXTS = List.of("", "x", "xy", "1", "1.5", "true", "b");

    private static final double[] FRACTIONS = {1.5, -0.25, 2.75};

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    /** An object or array. */
    JsonNode document(int depth) {
        return random.nextInt(4) == 0 ? array(depth) : object(depth);
    }

    JsonNode value(int depth) {
        if (depth > 0 && random.nextInt(10) < 6) {
            return random.nextBoolean() ? object(depth) : array(depth);
        }
        return scalar();
    }

    JsonNode scalar() {
        return switch (random.nextInt(8)) {
            case 0 -> NullNode.getInstance();
            case 1 -> BooleanNode.valueOf(random.nextBoolean());
            case 2, 3 -> TextNode.valueOf(pick(TEXTS));
            case 4 -> DoubleNode.valueOf(FRACTIONS[random.nextInt(FRACTIONS.length)]);
            default -> IntNode.valueOf(random.nextInt(5) - 1);
        };
    }

    ObjectNode object(int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name : NAMES) {
            if (random.nextInt(5) < 3) {
                object.set(name, value(depth - 1));
            }
        }
        return object;
    }

    ArrayNode array(int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        int size = random.nextInt(5);
        boolean objects = random.nextBoolean();
        for (int i = 0; i < size; i++) {
            array.add(objects ? object(depth - 1) : value(depth - 1));
        }
        return array;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
