package dev.asl4j.it.fuzz;

import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Pointers (RFC 6901) into documents. */
final class Pointers {
    private Pointers() {}

    /** Whether there is such a place. */
    static boolean resolves(String pointer, JsonValue root) {
        JsonValue value = root;
        for (String token : List.of(pointer.split("/", -1)).subList(1, tokens(pointer))) {
            value = value == null ? null : child(value, token.replace("~1", "/").replace("~0", "~"));
        }
        return value != null && (pointer.isEmpty() || pointer.startsWith("/"));
    }

    private static int tokens(String pointer) {
        return pointer.split("/", -1).length;
    }

    private static @Nullable JsonValue child(JsonValue value, String token) {
        if (value instanceof JsonObject object) {
            return object.get(token);
        }
        if (value instanceof JsonArray array && token.matches("0|[1-9][0-9]{0,8}")) {
            int index = Integer.parseInt(token);
            return index < array.elements().size() ? array.elements().get(index) : null;
        }
        return null;
    }
}
