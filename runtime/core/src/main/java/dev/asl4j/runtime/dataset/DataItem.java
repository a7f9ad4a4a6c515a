package dev.asl4j.runtime.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import org.jspecify.annotations.Nullable;

/**
 * An item of a Map.
 *
 * @param value {@code Map.Item.Value}
 * @param key {@code Map.Item.Key}: its name, if the items are the entries of an object; else null
 * @param source {@code Map.Item.Source}
 */
public record DataItem(JsonNode value, @Nullable String key, String source) {
    /** The source of items that come from the state's data. */
    public static final String STATE_DATA = "STATE_DATA";

    /** The item of an array. */
    static DataItem of(JsonNode value, String source) {
        return new DataItem(value, null, source);
    }

    /** What a child execution gets without an {@code ItemSelector}: the item, or an entry's key and value. */
    public JsonNode input() {
        return key == null
                ? value
                : Json.object()
                        .set("Key", TextNode.valueOf(key))
                        .set("Value", value)
                        .build();
    }
}
