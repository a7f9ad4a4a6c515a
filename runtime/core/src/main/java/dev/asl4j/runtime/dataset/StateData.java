package dev.asl4j.runtime.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements of an array, or the entries of an object. */
public final class StateData implements ItemSource {
    private final JsonNode items;
    private final Iterator<Map.Entry<String, JsonNode>> entries;
    private int position;

    /** @param items an array or an object */
    public StateData(JsonNode items) {
        this.items = items;
        entries = items.properties().iterator();
    }

    @Override
    public @Nullable Item next() {
        if (items.isArray()) {
            return position < items.size() ? Item.of(items.get(position++), Item.STATE_DATA) : null;
        }
        if (!entries.hasNext()) {
            return null;
        }
        Map.Entry<String, JsonNode> entry = entries.next();
        return new Item(entry.getValue(), entry.getKey(), Item.STATE_DATA);
    }

    @Override
    public void close() {}
}
