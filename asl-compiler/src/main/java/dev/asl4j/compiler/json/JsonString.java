package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.source.Location;
import java.util.List;

/**
 * A string.
 *
 * @param value the decoded characters
 * @param location where it stands in the text, from quotation mark to quotation mark
 * @param place where it stands in the document
 * @param spelling how it is written there
 */
public record JsonString(String value, Location location, JsonPointer place, Spelling spelling) implements JsonValue {

    /** A string in quotation marks, as JSON writes it. */
    JsonString(String value, Location location, JsonPointer place) {
        this(value, location, place, JsonSpelling.QUOTED);
    }

    /**
     * Where a part of the decoded value stands in the text; the two differ where the text has escapes.
     *
     * @param from index of the first character, from 0 to the length of the value
     * @param to index behind the last character
     */
    public Location locationOf(int from, int to) {
        return spelling.locate(this, from, to);
    }

    /** The key or value as a subject of its own, narrowed to a part of its characters; none of them is cut in two. */
    @Override
    public Subject part(int from, int to) {
        return new Part(locationOf(isInPair(from) ? from - 1 : from, isInPair(to) ? to + 1 : to), place);
    }

    private boolean isInPair(int index) {
        return index > 0
                && index < value.length()
                && Character.isSurrogatePair(value.charAt(index - 1), value.charAt(index));
    }

    /** The placeholders in it that have no value, in their order. */
    public List<Placeholder> placeholders() {
        return Placeholder.in(this);
    }

    /** Whether it is a placeholder that stands in JSON without quotation marks, and has no value: that was reported. */
    public boolean isBare() {
        return spelling == JsonSpelling.BARE;
    }

    /**
     * What it is where a number or a boolean is wanted: if the whole string came in the place of one placeholder, and reads as a number
     * or a boolean, that one; else the string.
     */
    public JsonValue typed() {
        JsonValue scalar = spelling.isSubstitute() ? Substitution.scalar(value, location, place) : null;
        return scalar == null || scalar.type() == JsonType.NULL ? this : scalar;
    }

    private record Part(Location location, JsonPointer place) implements Subject {

        @Override
        public String pointer() {
            return place.toString();
        }
    }

    @Override
    public JsonType type() {
        return JsonType.STRING;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.string(this);
    }

    @Override
    public String toString() {
        return JsonWriter.compact(this);
    }
}
