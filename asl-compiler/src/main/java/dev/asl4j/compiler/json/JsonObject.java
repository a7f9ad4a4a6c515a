package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object.
 *
 * @param members the members in the order of the text; no key occurs twice (of a repeated key the first is kept)
 * @param location from brace to brace
 * @param place where it stands in the document
 */
public record JsonObject(List<Member> members, Location location, JsonPointer place) implements JsonValue {

    /** Copies the members. */
    public JsonObject {
        members = List.copyOf(members);
    }

    /**
     * A key and its value. As a subject of a diagnostic it is the key in the text and the value in the document.
     *
     * @param key the key; its place in the document is that of the value
     * @param value the value
     */
    public record Member(JsonString key, JsonValue value) implements Subject {

        /** The key as a Java string. */
        public String name() {
            return key.value();
        }

        @Override
        public Location location() {
            return key.location();
        }

        @Override
        public String pointer() {
            return value.pointer();
        }
    }

    /** The member of that key; looks through the members one by one. */
    public @Nullable Member member(String key) {
        for (Member member : members) {
            if (member.name().equals(key)) {
                return member;
            }
        }
        return null;
    }

    /** The value of that key; looks through the members one by one. */
    public @Nullable JsonValue get(String key) {
        Member member = member(key);
        return member == null ? null : member.value();
    }

    @Override
    public JsonType type() {
        return JsonType.OBJECT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.object(this);
    }

    @Override
    public String toString() {
        return JsonWriter.compact(this);
    }
}
