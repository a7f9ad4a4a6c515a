package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells, in the words of AWS's JSONPath library, where a path ended. */
final class MissingPath {
    private MissingPath() {}

    static String cause(JsonNode root, String path, Object[] steps) {
        if (root.isNull()) {
            return "Unable to apply Path transformation to null or empty input.";
        }
        return "Invalid path '" + path + "' : " + reason(root, steps);
    }

    private static String reason(JsonNode root, Object[] steps) {
        JsonNode node = root;
        for (int i = 0; i < steps.length; i++) {
            String reason = steps[i] instanceof String name ? atName(node, name, steps, i) : atIndex(node, steps, i);
            if (reason != null) {
                return reason;
            }
            JsonNode child =
                    steps[i] instanceof String name ? Paths.at(node, name) : Paths.at(node, (Integer) steps[i]);
            if (child == null) {
                break;
            }
            node = child;
        }
        return "No results for path: $" + fragments(steps, 0, steps.length);
    }

    private static @Nullable String atName(JsonNode node, String name, Object[] steps, int step) {
        if (!node.isObject()) {
            // Not among the recorded runs. The library goes on with names of Java classes, which are left out here.
            return "Expected to find an object with property ['" + name + "'] in path $" + fragments(steps, 0, step)
                    + " but found '" + kind(node) + "'.";
        }
        boolean last = step == steps.length - 1;
        return last || node.has(name) ? null : "Missing property in path $" + fragments(steps, 0, step + 1);
    }

    private static @Nullable String atIndex(JsonNode node, Object[] steps, int step) {
        if (node.isNull()) {
            return "The path $" + fragments(steps, 0, step) + " is null";
        }
        return node.isArray()
                ? null
                : "Filter: " + fragments(steps, step, steps.length)
                        + " can only be applied to arrays. Current context is: " + JavaText.of(node);
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String fragments(Object[] steps, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (steps[i] instanceof String name) {
                text.append("['").append(name).append("']");
            } else {
                text.append('[').append(steps[i]).append(']');
            }
        }
        return text.toString();
    }
}
