package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.Location;
import java.util.List;

/**
 * An array.
 *
 * @param elements the elements in their order
 * @param location where it stands in the text, from bracket to bracket
 * @param place where it stands in the document
 */
public record JsonArray(List<JsonValue> elements, Location location, JsonPointer place) implements JsonValue {

    /** Copies the elements. */
    public JsonArray {
        elements = List.copyOf(elements);
    }

    @Override
    public JsonType type() {
        return JsonType.ARRAY;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.array(this);
    }

    @Override
    public String toString() {
        return JsonWriter.compact(this);
    }
}
