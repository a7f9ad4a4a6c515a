package dev.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The workflows as a Java programmer would write them by hand on Jackson's tree. */
final class HandWritten {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private HandWritten() {}

    static JsonNode countingLoop(JsonNode input) {
        JsonNode state = input;
        while (state.get("n").doubleValue() < state.get("limit").doubleValue()) {
            ObjectNode next = JSON.objectNode();
            next.put("n", state.get("n").longValue() + 1);
            next.set("limit", state.get("limit"));
            state = next;
        }
        return state;
    }

    static JsonNode orderLines(JsonNode input) {
        JsonNode prices = loadPrices();
        ArrayNode lines = JSON.arrayNode();
        for (JsonNode line : input.get("lines")) {
            ObjectNode priced = JSON.objectNode();
            priced.set("sku", line.get("sku"));
            priced.set("price", prices.get("prices").get(line.get("quantity").intValue() >= 10 ? "bulk" : "single"));
            lines.add(priced);
        }
        ObjectNode summary = JSON.objectNode();
        summary.put("order", "order-" + input.get("id").asText());
        summary.set("lines", lines);
        return summary.put("count", lines.size());
    }

    /** What the task of the order workflow returns. */
    static JsonNode loadPrices() {
        ObjectNode result = JSON.objectNode();
        result.putObject("prices").put("single", 12).put("bulk", 10);
        return result;
    }
}
