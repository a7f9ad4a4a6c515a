package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import org.jspecify.annotations.Nullable;

/**
 * What one iteration of a Map is for.
 *
 * @param index from 0
 * @param value the element of an array, or the value of an object's entry
 * @param key the entry's name; null for an array
 * @param source where it was read
 */
record Item(int index, JsonNode value, @Nullable String key, String source) {
    /** The source of items that come from the state's input. */
    static final String STATE_DATA = "STATE_DATA";

    /** The element of an array. */
    static Item of(int index, JsonNode value) {
        return new Item(index, value, null, STATE_DATA);
    }

    /** {@code $$.Map.Item}. */
    JsonNode context() {
        var item = Json.object().set("Index", IntNode.valueOf(index));
        if (key != null) {
            item.set("Key", TextNode.valueOf(key));
        }
        return item.set("Value", value).set("Source", TextNode.valueOf(source)).build();
    }

    /** The iteration's input, if no selector makes another: of an object's entry the pair. */
    JsonNode defaultInput() {
        if (key == null) {
            return value;
        }
        return Json.object()
                .set("Key", TextNode.valueOf(key))
                .set("Value", value)
                .build();
    }
}
