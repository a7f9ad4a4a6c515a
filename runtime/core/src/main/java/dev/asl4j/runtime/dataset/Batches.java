package dev.asl4j.runtime.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.ItemBatcher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups the inputs of items: <code>{"BatchInput": ..., "Items": [...]}</code>. */
public final class Batches {
    /** What an execution takes as its input. */
    private static final long QUOTA = 262_144;

    private final ItemBatcher batcher;
    private final long maxBytes;
    private final long emptySize;
    private final List<JsonNode> items = new ArrayList<>();
    private long size;

    /** None so far. */
    public Batches(ItemBatcher batcher) {
        this.batcher = batcher;
        maxBytes = batcher.maxInputBytes() > 0 ? Math.min(batcher.maxInputBytes(), QUOTA) : QUOTA;
        emptySize = Json.size(input());
        size = emptySize;
    }

    /**
     * Adds an item.
     *
     * @return the batch it did not fit into or made full; null if there is room
     * @throws StateFailure States.DataLimitExceeded if it is larger than a batch may be
     */
    public @Nullable Batch add(JsonNode item) {
        long added = Json.size(item) + (items.isEmpty() ? 0L : 1L);
        if (items.isEmpty() && batcher.maxInputBytes() > 0 && emptySize + added > maxBytes) {
            throw new StateFailure(
                    ErrorNames.DATA_LIMIT_EXCEEDED,
                    "An item of the Map is larger than MaxInputBytesPerBatch allows: " + (emptySize + added)
                            + " bytes instead of " + maxBytes + ".");
        }
        @Nullable Batch full = null;
        if (!items.isEmpty() && size + added > maxBytes) {
            full = rest();
            add(item); // into an empty batch: it does not come back here
            return full;
        }
        items.add(item);
        size += added;
        return items.size() == batcher.maxItems() ? rest() : null;
    }

    /** The items that make no full batch; null if there are none. */
    public @Nullable Batch rest() {
        if (items.isEmpty()) {
            return null;
        }
        Batch batch = new Batch(input(), items.size());
        items.clear();
        size = emptySize;
        return batch;
    }

    /** The batch of these very items, whatever the limits say: it was one before. */
    public Batch of(JsonNode... inputs) {
        return new Batch(input(List.of(inputs)), inputs.length);
    }

    /** Whether no item waits for others. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    private JsonNode input() {
        return input(items);
    }

    private JsonNode input(List<JsonNode> items) {
        var input = Json.object();
        if (batcher.batchInput() != null) {
            input.set("BatchInput", batcher.batchInput());
        }
        return input.set("Items", Json.array(items.toArray(JsonNode[]::new))).build();
    }
}
