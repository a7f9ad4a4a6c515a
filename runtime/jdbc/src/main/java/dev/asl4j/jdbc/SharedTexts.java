package dev.asl4j.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.data.Json;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Texts that stand in several events of a turn, and are written once: what a task gives is what its state gives, and what the next state
 * takes.
 */
final class SharedTexts {
    /** Below that a number is no gain. */
    private static final int SHORT = 24;

    private static final Integer ONCE = -1;

    private final IdentityHashMap<JsonNode, Integer> numbers = new IdentityHashMap<>();
    private final List<JsonNode> texts = new ArrayList<>();

    private SharedTexts() {}

    /** The same node stands for the same text; the same text in two nodes is written twice. */
    static SharedTexts of(List<JsonNode> details) {
        SharedTexts shared = new SharedTexts();
        if (details.size() > 1) {
            details.forEach(fields -> fields.forEach(shared::add));
        }
        return shared;
    }

    private void add(JsonNode value) {
        if (!value.isTextual() || value.textValue().length() < SHORT) {
            return;
        }
        Integer known = numbers.putIfAbsent(value, ONCE);
        if (ONCE.equals(known)) {
            numbers.put(value, texts.size());
            texts.add(value);
        }
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    JsonNode json() {
        return Json.array(texts.toArray(JsonNode[]::new));
    }

    /**
     * The details of an event with numbers in the place of texts that are shared.
     *
     * @param fields gets the names of these fields
     */
    JsonNode taken(JsonNode details, List<String> fields) {
        if (isEmpty()) {
            return details;
        }
        var shorter = Json.object();
        details.properties().forEach(field -> {
            Integer number = numbers.getOrDefault(field.getValue(), ONCE);
            if (number.equals(ONCE)) {
                shorter.set(field.getKey(), field.getValue());
            } else {
                shorter.set(field.getKey(), IntNode.valueOf(number));
                fields.add(field.getKey());
            }
        });
        return fields.isEmpty() ? details : shorter.build();
    }

    /** Details as they were. */
    static JsonNode restored(JsonNode details, JsonNode fields, JsonNode texts) {
        if (fields.isEmpty()) {
            return details;
        }
        var whole = Json.object();
        details.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
        fields.forEach(field -> whole.set(
                field.textValue(), texts.path(details.path(field.textValue()).intValue())));
        return whole.build();
    }
}
