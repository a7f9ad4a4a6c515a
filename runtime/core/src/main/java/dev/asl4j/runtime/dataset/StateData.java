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
    public @Nullable DataItem next() {
        if (items.isArray()) {
            return position < items.size() ? DataItem.of(items.get(position++), DataItem.STATE_DATA) : null;
        }
        if (!entries.hasNext()) {
            return null;
        }
        Map.Entry<String, JsonNode> entry = entries.next();
        return new DataItem(entry.getValue(), entry.getKey(), DataItem.STATE_DATA);
    }

    /** Whether there are more. */
    public boolean hasNext() {
        return items.isArray() ? position < items.size() : entries.hasNext();
    }

    @Override
    public void close() {}
}
