package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;

/**
 * The values that have a name, and their copies. A copy stands in the text where the value does, and in the document where the alias
 * does. All copies together are at most as long as a definition: a few lines of aliases of aliases would fill any memory.
 */
final class Anchors {

    /** Null: the value is still being read. */
    private final Map<String, @Nullable JsonValue> named = new HashMap<>();

    private int copied;

    void start(Optional<Anchor> name) {
        name.ifPresent(anchor -> named.put(anchor.getValue(), null));
    }

    void end(Optional<Anchor> name, JsonValue value) {
        name.ifPresent(anchor -> named.put(anchor.getValue(), value));
    }

    /**
     * The named value at another place.
     *
     * @param alias where the alias stands
     * @param depth how many arrays and objects there are around it
     */
    JsonValue copy(String name, Span alias, int depth, JsonPointer place) {
        JsonValue value = named.get(name);
        if (value != null) {
            return copy(value, alias, depth, place);
        }
        String quoted = Quotes.quote("*" + name);
        if (named.containsKey(name)) {
            String message = "the alias " + quoted + " stands inside of what it names";
            throw new SyntaxFault(Code.SYNTAX_ERROR, alias, place, message, null);
        }
        String message =
                "the alias " + quoted + " names nothing: there is no anchor " + Quotes.quote("&" + name) + " before it";
        throw new SyntaxFault(
                Code.SYNTAX_ERROR, alias, place, message, "text that starts with an asterisk is put in quotes");
    }

    /** The same for a value that is at hand. */
    JsonValue copy(JsonValue value, Span alias, int depth, JsonPointer place) {
        return new Copy(alias, depth, place).of(value);
    }

    static SyntaxFault tooDeep(Span span, JsonPointer place) {
        String message = "more than " + JsonReader.MAX_DEPTH + " arrays and objects are nested here";
        return new SyntaxFault(Code.TOO_DEEP, span, place, message, null);
    }

    private final class Copy implements JsonValue.Visitor<JsonValue> {
        private final Span alias;
        private int depth;
        private JsonPointer place;

        Copy(Span alias, int depth, JsonPointer place) {
            this.alias = alias;
            this.depth = depth;
            this.place = place;
        }

        JsonValue of(JsonValue value) {
            boolean nests = value.type() == JsonType.OBJECT || value.type() == JsonType.ARRAY;
            if (nests && depth >= JsonReader.MAX_DEPTH) {
                throw tooDeep(alias, place);
            }
            count(1);
            return value.accept(this);
        }

        private JsonValue inside(JsonValue value, JsonPointer inner) {
            JsonPointer outer = place;
            place = inner;
            depth++;
            JsonValue copy = of(value);
            depth--;
            place = outer;
            return copy;
        }

        private void count(int characters) {
            copied += characters;
            if (copied > JsonReader.MAX_LENGTH) {
                String message = "with its aliases replaced the definition is longer than the " + JsonReader.MAX_LENGTH
                        + " characters that AWS accepts";
                throw new SyntaxFault(Code.TOO_LARGE, alias, place, message, null);
            }
        }

        @Override
        public JsonValue object(JsonObject object) {
            List<JsonObject.Member> members = new ArrayList<>();
            for (JsonObject.Member member : object.members()) {
                JsonString key = member.key();
                count(key.value().length());
                JsonPointer inner = place.at(key.value());
                members.add(new JsonObject.Member(
                        new JsonString(key.value(), key.location(), inner, key.spelling()),
                        inside(member.value(), inner)));
            }
            return new JsonObject(members, object.location(), place);
        }

        @Override
        public JsonValue array(JsonArray array) {
            List<JsonValue> elements = new ArrayList<>();
            for (JsonValue element : array.elements()) {
                elements.add(inside(element, place.at(elements.size())));
            }
            return new JsonArray(elements, array.location(), place);
        }

        @Override
        public JsonValue string(JsonString string) {
            count(string.value().length());
            return new JsonString(string.value(), string.location(), place, string.spelling());
        }

        @Override
        public JsonValue number(JsonNumber number) {
            count(number.text().length());
            return new JsonNumber(number.text(), number.value(), number.location(), place);
        }

        @Override
        public JsonValue bool(JsonBoolean bool) {
            return new JsonBoolean(bool.value(), bool.location(), place);
        }

        @Override
        public JsonValue nothing(JsonNull nothing) {
            return new JsonNull(nothing.location(), place);
        }
    }
}
