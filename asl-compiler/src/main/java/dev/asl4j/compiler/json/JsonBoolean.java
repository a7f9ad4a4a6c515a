package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.Location;

/**
 * True or false.
 *
 * @param value which of the two
 * @param location where it stands in the text
 * @param place where it stands in the document
 */
public record JsonBoolean(boolean value, Location location, JsonPointer place) implements JsonValue {

    @Override
    public JsonType type() {
        return JsonType.BOOLEAN;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.bool(this);
    }

    @Override
    public String toString() {
        return JsonWriter.compact(this);
    }
}
