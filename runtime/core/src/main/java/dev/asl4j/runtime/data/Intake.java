package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A place where trees come in from outside, such as the results of one task. It remembers the names of the object that came last: those of
 * the next one are compared with these, and shared.
 */
public final class Intake {
    /** After so many others the names are up to the data. */
    private static final int MOST_CHANGES = 64;

    private Keys last = Keys.NONE; // threads may differ about it
    private int changes;

    /** {@link Json#freeze}. */
    public JsonNode freeze(JsonNode tree) {
        if (tree.getClass() != ObjectNode.class) {
            return Json.freeze(tree);
        }
        @Nullable JsonNode alike = Freezer.like(last, tree);
        return alike == null ? other(tree) : alike;
    }

    private JsonNode other(JsonNode tree) {
        JsonNode frozen = Json.freeze(tree);
        if (changes < MOST_CHANGES
                && frozen instanceof FrozenObject object
                && object.keys().areShared()) {
            changes++;
            last = object.keys();
        }
        return frozen;
    }
}
