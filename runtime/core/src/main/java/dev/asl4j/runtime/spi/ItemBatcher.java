package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * {@code ItemBatcher} of a distributed Map state, evaluated.
 *
 * @param maxItems {@code MaxItemsPerBatch}; 0: no limit
 * @param maxInputBytes {@code MaxInputBytesPerBatch}, of the whole input of a child execution as JSON in UTF-8; 0: no limit of its
 *     own. AWS's quota of 262,144 holds in any case, so that no batch grows beyond what an execution may take.
 * @param batchInput {@code BatchInput}; null: none
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html">ItemBatcher</a>
 * @since 0.1.0
 */
public record ItemBatcher(
        long maxItems, long maxInputBytes, @Nullable JsonNode batchInput) {
    /** A batcher by the number of items. */
    public static ItemBatcher items(long maxItems) {
        return new ItemBatcher(maxItems, 0, null);
    }

    /** A batcher by the size of the input. */
    public static ItemBatcher bytes(long maxInputBytes) {
        return new ItemBatcher(0, maxInputBytes, null);
    }

    /** A batcher by both; 0 stands for no limit. */
    public static ItemBatcher of(long maxItems, long maxInputBytes) {
        return new ItemBatcher(maxItems, maxInputBytes, null);
    }

    /** With {@code BatchInput}, the same for every batch. */
    public ItemBatcher batchInput(JsonNode input) {
        return new ItemBatcher(maxItems, maxInputBytes, input);
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "ItemBatcher[" + maxItems + ", " + maxInputBytes + "]";
    }
}
