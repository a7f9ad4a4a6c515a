package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.StateFailure;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes at paths that name a single place ({@code $.order.items[0]}). Generated code spells a path as a chain
 * of {@link #at} and then says what it takes the lack of a value for.
 *
 * @see <a href="https://states-language.net/#path">States Language, paths</a>
 */
public final class Paths {
    private Paths() {}

    /** The value at a name of an object; null for anything else. JSON null is a value. */
    public static @Nullable JsonNode at(@Nullable JsonNode node, String name) {
        if (node instanceof FrozenObject object) {
            return object.get(name);
        }
        return node == null ? null : node.get(name);
    }

    /** {@link #at(JsonNode, String)} for code that asks again and again. */
    public static @Nullable JsonNode at(@Nullable JsonNode node, Member member) {
        if (node instanceof FrozenObject object) {
            int position = member.positionIn(object.keys());
            return position < 0 ? null : object.value(position);
        }
        return node == null ? null : node.get(member.name());
    }

    /** The element of an array, counted from the end if the index is negative; null for anything else. */
    public static @Nullable JsonNode at(@Nullable JsonNode node, int index) {
        if (node == null || !node.isArray()) {
            return null;
        }
        return node.get(index < 0 ? node.size() + index : index);
    }

    /**
     * The value for a {@code .$} field of a payload template, an argument of an intrinsic function, {@code ErrorPath} or
     * {@code CausePath}.
     *
     * @param value what was found at the path
     * @param path the path as written
     * @param field the field that holds the path, {@code k.$} in a template
     * @param input the input of the state, for the cause
     * @throws StateFailure States.Runtime if there is no value
     */
    public static JsonNode found(@Nullable JsonNode value, String path, String field, JsonNode input) {
        if (value == null) {
            throw StateFailure.runtime("The JSONPath '" + path + "' specified for the field '" + field
                    + "' could not be found in the input '" + Json.write(input) + "'");
        }
        return value;
    }

    /**
     * The value of {@code InputPath}, {@code OutputPath}, {@code TimeoutSecondsPath} or {@code HeartbeatSecondsPath}.
     *
     * @param value what was found at the path
     * @param path the path as written
     * @param root what the path was applied to
     * @param steps the steps of the path, names and indexes
     * @throws StateFailure States.Runtime if there is no value
     */
    public static JsonNode resolved(@Nullable JsonNode value, String path, JsonNode root, Object... steps) {
        if (value == null) {
            throw noResults(root, path, steps);
        }
        return value;
    }

    /**
     * The value of a variable that a path other than a template's begins with: {@code "InputPath": "$order.items"}. In a template and
     * the like {@link #found} is enough, which takes an unassigned variable for a path that leads nowhere.
     *
     * @param value of the variable; null if nothing was assigned yet
     * @param path the path as written
     * @param name of the variable
     * @throws StateFailure States.Runtime if there is no value
     */
    public static JsonNode assigned(@Nullable JsonNode value, String path, String name) {
        if (value == null) {
            throw StateFailure.runtime("Invalid path '" + path + "' : No results for path: $['" + name + "']");
        }
        return value;
    }

    /**
     * What AWS reports if {@code InputPath} and the like lead nowhere.
     *
     * @param root what the path was applied to
     * @param path the path as written
     * @param steps the steps of the path, names and indexes
     */
    public static StateFailure noResults(JsonNode root, String path, Object... steps) {
        return StateFailure.runtime(MissingPath.cause(root, path, steps));
    }

    /**
     * The value of a Choice rule's {@code Variable} or {@code ...Path} operand.
     *
     * @throws StateFailure States.Runtime if there is no value
     */
    public static JsonNode variable(@Nullable JsonNode value, String path) {
        if (value == null) {
            throw StateFailure.runtime(
                    "Invalid path '" + path + "': The choice state's condition path references an invalid value.");
        }
        return value;
    }

    /**
     * {@code ResultPath}: the raw input with the value at the given place. Copies the containers on the way and nothing
     * else; makes objects where there is nothing yet.
     *
     * @param path the path as written
     * @param steps the steps of the path, names and indexes; without any the value replaces everything
     * @throws StateFailure States.Runtime if the way leads through anything but an object or an element there is (the
     *     specification names it States.ResultPathMatchFailure)
     */
    public static JsonNode put(JsonNode raw, JsonNode value, String path, Object... steps) {
        return Placement.put(raw, Json.freeze(value), path, steps, 0);
    }

    /** {@link #put(JsonNode, JsonNode, String, Object...)} for the usual single name. */
    public static JsonNode put(JsonNode raw, JsonNode value, String path, Member member) {
        if (raw instanceof FrozenObject object) {
            return object.with(member, Json.freeze(value));
        }
        return put(raw, value, path, new Object[] {member.name()});
    }
}
