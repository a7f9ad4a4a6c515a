package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.ConcurrentModificationException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns foreign Jackson trees into frozen ones. */
final class Freezer {
    private Freezer() {}

    /** Whether a node is known to be what {@link #freeze} would give; false of some that are. */
    static boolean isFrozen(JsonNode node) {
        return Measure.ofFrozen(node) != Measure.UNKNOWN;
    }

    /** @param level number of containers around the node; bounds the recursion, also for a tree that holds itself */
    static JsonNode freeze(JsonNode node, int level) {
        return switch (node.getNodeType()) {
            case STRING -> isFrozen(node) ? node : LongText.of(node.textValue());
            case BOOLEAN -> BooleanNode.valueOf(node.booleanValue());
            case NULL -> NullNode.getInstance();
            case NUMBER -> Numbers.canonical(node);
            case OBJECT -> node instanceof FrozenObject ? node : object(node, Measure.checkedDepth(level + 1));
            case ARRAY -> node instanceof FrozenArray ? node : array(node, Measure.checkedDepth(level + 1));
            case BINARY -> LongText.of(node.asText());
            case POJO -> wrapped(node, level);
            case MISSING -> throw new IllegalArgumentException("a missing node has no JSON form");
        };
    }

    /** {@link #freeze}, if it is an object with exactly these names; null if it is another one. */
    static @Nullable JsonNode like(Keys keys, JsonNode object) {
        int size = keys.size();
        if (object.size() != size || size == 0) {
            return null;
        }
        JsonNode[] values = new JsonNode[size];
        int position = 0;
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (!keys.isAt(position, property.getKey())) {
                return null;
            }
            values[position++] = property.getValue();
        }
        return position < size ? null : new FrozenObject(keys, values, Measure.ofAll(values, keys.bound(), 1));
    }

    private static JsonNode object(JsonNode node, int level) {
        if (node.isEmpty()) {
            return FrozenObject.EMPTY;
        }
        JsonNode[] values = new JsonNode[node.size()];
        Prefixes prefixes = Prefixes.current();
        @Nullable Prefix names = prefixes.root; // null if they are not remembered
        int position = 0;
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            names = names == null ? null : prefixes.next(names, property.getKey());
            values[position++] = property.getValue();
        }
        if (position < values.length) {
            throw new ConcurrentModificationException("an object was changed while it was read");
        }
        Keys keys = names == null ? keys(node) : names.keys();
        return new FrozenObject(keys, values, Measure.ofAll(values, keys.bound(), level));
    }

    private static Keys keys(JsonNode node) {
        String[] names = new String[node.size()];
        int position = 0;
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            names[position++] = property.getKey();
        }
        return new Keys(names);
    }

    private static JsonNode array(JsonNode node, int level) {
        if (node.isEmpty()) {
            return FrozenArray.EMPTY;
        }
        JsonNode[] elements = new JsonNode[node.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = freeze(node.get(i), level);
        }
        return new FrozenArray(elements);
    }

    private static JsonNode wrapped(JsonNode node, int level) {
        Object value = node instanceof POJONode pojo ? pojo.getPojo() : node;
        if (value == null) {
            return NullNode.getInstance();
        }
        if (value instanceof JsonNode tree && value != node) {
            return freeze(tree, Measure.checkedDepth(level + 1));
        }
        throw new IllegalArgumentException("a Java object of class "
                + value.getClass().getName() + " has no JSON form; convert it with ObjectMapper.valueToTree");
    }
}
