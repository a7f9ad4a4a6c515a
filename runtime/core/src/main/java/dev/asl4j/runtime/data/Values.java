package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Iterator;
import java.util.Map;

/**
 * Equality of JSON values: numbers by value ({@code 1} equals {@code 1.0}, which Jackson's {@code equals} denies),
 * objects whatever the order of their keys.
 */
final class Values {
    private Values() {}

    @SuppressWarnings("ReferenceEquality") // a shortcut: frozen trees share a lot
    static boolean equal(JsonNode left, JsonNode right) {
        if (left == right) {
            return true;
        }
        JsonNodeType type = left.getNodeType();
        if (type != right.getNodeType()) {
            return false;
        }
        return switch (type) {
            case NUMBER -> Numbers.compare(left, right) == 0;
            case ARRAY -> equalElements(left, right);
            case OBJECT -> equalProperties(left, right);
            case STRING, BOOLEAN, NULL, BINARY, MISSING, POJO -> left.equals(right);
        };
    }

    /** A hash that agrees with {@link #equal}. */
    static int hash(JsonNode value) {
        return switch (value.getNodeType()) {
            // Adding 0.0 makes one of the two zeros; equal decimals have equal doubles.
            case NUMBER -> Double.hashCode(value.doubleValue() + 0.0);
            case ARRAY -> {
                int hash = 1;
                for (JsonNode element : value) {
                    hash = 31 * hash + hash(element);
                }
                yield hash;
            }
            case OBJECT -> {
                int hash = 0;
                for (Map.Entry<String, JsonNode> property : value.properties()) {
                    hash += property.getKey().hashCode() ^ hash(property.getValue());
                }
                yield hash;
            }
            case STRING, BOOLEAN, NULL, BINARY, MISSING, POJO -> value.hashCode();
        };
    }

    private static boolean equalElements(JsonNode left, JsonNode right) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<JsonNode> others = right.elements();
        for (JsonNode element : left) {
            if (!equal(element, others.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalProperties(JsonNode left, JsonNode right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> property : left.properties()) {
            JsonNode other = right.get(property.getKey());
            if (other == null || !equal(property.getValue(), other)) {
                return false;
            }
        }
        return true;
    }
}
