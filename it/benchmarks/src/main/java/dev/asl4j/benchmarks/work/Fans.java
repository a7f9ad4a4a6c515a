package dev.asl4j.benchmarks.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Work on many things, by hand. */
final class Fans {
    private static final int FEW = 4;
    private static final int WHEELS = 10;
    private static final int ROUNDS = 5;

    private Fans() {}

    static JsonNode stockTaking(JsonNode in) {
        ArrayNode plan = Tree.JSON.arrayNode();
        for (JsonNode part : in.get("parts")) {
            String action = part.get("stock").doubleValue() < FEW ? "reorder" : "keep";
            JsonNode decided = Tree.with(part, "action", Tree.JSON.textNode(action));
            ObjectNode entry = Tree.JSON.objectNode();
            entry.set("part", decided.get("part"));
            entry.set("action", decided.get("action"));
            entry.set("price", decided.get("price"));
            plan.add(entry);
        }
        JsonNode store = Tree.with(in, "plan", plan);
        ObjectNode out = Tree.JSON.objectNode();
        out.set("shop", store.get("shop"));
        out.set("plan", store.get("plan"));
        return out;
    }

    static JsonNode wheels(JsonNode in) {
        ArrayNode wheels = Tree.JSON.arrayNode();
        for (int wheel = 1; wheel <= WHEELS; wheel++) {
            JsonNode state = in;
            for (int round = 1; round <= ROUNDS; round++) {
                ObjectNode trued = Tree.JSON.objectNode().put("wheel", wheel).put("round", round);
                trued.set("tension", state.get("tension"));
                state = Tree.with(state, "trued", trued);
            }
            wheels.add(state);
        }
        return Tree.with(in, "wheels", wheels);
    }
}
