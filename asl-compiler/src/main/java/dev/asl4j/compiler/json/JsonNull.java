package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.Location;

/**
 * Null.
 *
 * @param location where it stands in the text
 * @param place where it stands in the document
 */
public record JsonNull(Location location, JsonPointer place) implements JsonValue {

    @Override
    public JsonType type() {
        return JsonType.NULL;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.nothing(this);
    }

    @Override
    public String toString() {
        return JsonWriter.compact(this);
    }
}
