package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.StateFailure;
import org.jspecify.annotations.Nullable;

/** Writing at a path. */
final class Placement {
    private Placement() {}

    static JsonNode put(JsonNode raw, JsonNode value, String path, Object[] steps, int step) {
        JsonNode changed = step == steps.length ? value : place(Json.freeze(raw), value, steps, step);
        if (changed == null) {
            // Not among the recorded runs; the wording is the one users of AWS report.
            throw StateFailure.runtime("Unable to apply ReferencePath " + path + " to input " + Json.write(raw));
        }
        return changed;
    }

    /** The node with the value placed below it; null if that cannot be. */
    private static @Nullable JsonNode place(@Nullable JsonNode node, JsonNode value, Object[] steps, int step) {
        if (step == steps.length) {
            return value;
        }
        if (steps[step] instanceof String name) {
            FrozenObject object = object(node);
            JsonNode child = object == null ? null : place(object.get(name), value, steps, step + 1);
            return object == null || child == null ? null : object.with(name, child);
        }
        FrozenArray array = node instanceof FrozenArray elements ? elements : null;
        int index = (Integer) steps[step];
        int position = array != null && index < 0 ? array.size() + index : index;
        JsonNode element = array == null ? null : array.get(position);
        JsonNode child = element == null ? null : place(element, value, steps, step + 1);
        return array == null || child == null ? null : array.with(position, child);
    }

    private static @Nullable FrozenObject object(@Nullable JsonNode node) {
        if (node == null) {
            return FrozenObject.EMPTY;
        }
        return node instanceof FrozenObject object ? object : null;
    }
}
