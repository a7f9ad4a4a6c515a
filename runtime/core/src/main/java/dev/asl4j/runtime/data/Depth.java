package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.error.StateFailure;

/**
 * The bound on nesting. Each frozen container knows its depth, so none deeper than the bound can come into being, by
 * whatever way, and everything that walks a tree may do so by recursion.
 */
final class Depth {
    /** Jackson's own bound for reading and for writing JSON text. */
    static final int LIMIT = 1_000;

    private Depth() {}

    static int of(JsonNode node) {
        if (node instanceof FrozenObject object) {
            return object.depth();
        }
        return node instanceof FrozenArray array ? array.depth() : 0;
    }

    static int deepest(JsonNode[] nodes) {
        int deepest = 0;
        for (JsonNode node : nodes) {
            deepest = Math.max(deepest, of(node));
        }
        return deepest;
    }

    static int checked(int depth) {
        if (depth > LIMIT) {
            throw new StateFailure(
                    ErrorNames.DATA_LIMIT_EXCEEDED, "The data is nested deeper than " + LIMIT + " levels.");
        }
        return depth;
    }
}
