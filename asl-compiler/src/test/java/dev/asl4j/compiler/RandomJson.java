package dev.asl4j.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Random documents over a few names, so that random paths often lead somewhere. */
final class RandomJson {
    static final List<String> NAMES = List.of("a", "b", "c", "list");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Random random;
    private final List<String> names;

    RandomJson(Random random) {
        this(random, NAMES);
    }

    RandomJson(Random random, List<String> names) {
        this.random = random;
        this.names = names;
    }

    /** An object or an array. */
    JsonNode document() {
        return random.nextInt(3) == 0 ? array(4) : object(4);
    }

    /** Any value that holds others at most so deep. */
    JsonNode value(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 5)) {
            case 0 -> NODES.numberNode(random.nextInt(4) - 1);
            case 1 -> NODES.textNode(List.of("x", "y", "1", "").get(random.nextInt(4)));
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> NODES.nullNode();
            case 4 -> NODES.numberNode(2.5);
            case 5, 6 -> array(depth);
            default -> object(depth);
        };
    }

    /** A value that is not of the type: {@code text}, {@code array}, {@code object} or {@code number}. */
    JsonNode wrong(String type) {
        while (true) {
            JsonNode value = value(1);
            boolean is = switch (type) {
                case "text" -> value.isTextual();
                case "array" -> value.isArray();
                case "object" -> value.isObject();
                default -> value.isNumber();
            };
            if (!is) {
                return value;
            }
        }
    }

    /** A text of at most so many characters of an alphabet. */
    String text(String alphabet, int most) {
        int[] letters = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most + 1); length > 0; length--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private JsonNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int size = random.nextInt(5); size > 0; size--) {
            array.add(value(depth - 1));
        }
        return array;
    }

    private JsonNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        for (String name : names) {
            if (random.nextInt(3) > 0) {
                object.set(name, value(depth - 1));
            }
        }
        return object;
    }
}
