package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.source.Location;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in the place of placeholders, in keys and in strings. A value is data: it stays inside of its string whatever is in it, and a
 * placeholder in it is none. Placeholders without a value stay; {@link JsonString#placeholders} has them.
 */
public final class Substitution implements JsonValue.Visitor<JsonValue> {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final Map<String, String> values;
    private final Diagnostics diagnostics;
    private JsonPointer place;
    private int put;
    private boolean full;

    private Substitution(Map<String, String> values, JsonPointer place, Diagnostics diagnostics) {
        this.values = values;
        this.place = place;
        this.diagnostics = diagnostics;
    }

    /**
     * The document with the values in it.
     *
     * @param values the values by the names of their placeholders
     */
    public static JsonValue apply(JsonValue root, Map<String, String> values, Diagnostics diagnostics) {
        boolean any = root.location().file().text().contains("{")
                && root.location().file().text().contains("$");
        return any ? root.accept(new Substitution(values, root.place(), diagnostics)) : root;
    }

    /** Text as the number or boolean that JSON reads in it, or null; Java's null: it is none of them. */
    static @Nullable JsonValue scalar(String text, Location location, JsonPointer place) {
        return switch (text) {
            case "true", "false" -> new JsonBoolean(text.equals("true"), location, place);
            case "null" -> new JsonNull(location, place);
            default -> {
                BigDecimal value = NUMBER.matcher(text).matches() ? JsonNumber.parse(text) : null;
                yield value == null ? null : new JsonNumber(text, value, location, place);
            }
        };
    }

    @Override
    public JsonValue object(JsonObject object) {
        JsonPointer outer = place;
        boolean same = outer.equals(object.place());
        Map<String, JsonString> keys = new HashMap<>();
        List<JsonObject.Member> members = new ArrayList<>();
        for (JsonObject.Member member : object.members()) {
            JsonString key = text(member.key());
            boolean kept = key.value().equals(member.name()) && outer.equals(object.place());
            place = kept ? member.value().place() : outer.at(key.value());
            JsonString placed = kept ? key : new JsonString(key.value(), key.location(), place, key.spelling());
            JsonValue value = member.value().accept(this);
            same &= kept && value == member.value();
            if (JsonReader.isFirst(placed, keys, diagnostics)) {
                members.add(new JsonObject.Member(placed, value));
            }
        }
        place = outer;
        return same ? object : new JsonObject(members, object.location(), place);
    }

    @Override
    public JsonValue array(JsonArray array) {
        JsonPointer outer = place;
        boolean same = outer.equals(array.place());
        List<JsonValue> elements = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            place = outer.equals(array.place()) ? element.place() : outer.at(elements.size());
            JsonValue value = element.accept(this);
            same &= value == element;
            elements.add(value);
        }
        place = outer;
        return same ? array : new JsonArray(elements, array.location(), place);
    }

    @Override
    public JsonValue string(JsonString string) {
        if (string.spelling() == JsonSpelling.BARE) {
            return bare(string);
        }
        JsonString text = text(string);
        return place.equals(text.place())
                ? text
                : new JsonString(text.value(), text.location(), place, text.spelling());
    }

    /** A placeholder that stands in JSON without quotation marks: only what needs none can come in its place. */
    private JsonValue bare(JsonString string) {
        Placeholder placeholder = string.placeholders().get(0);
        String value = values.get(placeholder.name());
        if (value == null) {
            String message = "the placeholder " + Quotes.quote(placeholder.toString()) + " is not JSON";
            String near = Suggestions.didYouMean(placeholder.name(), values.keySet());
            diagnostics.report(
                    Code.UNRESOLVED_SUBSTITUTION,
                    string,
                    message,
                    near == null ? "give it a value, or put it in quotes" : near);
            return string;
        }
        JsonValue scalar = scalar(value, string.location(), place);
        if (scalar == null) {
            String message = "the value " + Quotes.quote(value) + " of the placeholder "
                    + Quotes.quote(placeholder.toString()) + " is no number, true, false or null";
            diagnostics.report(Code.BAD_VALUE, string, message, "put the placeholder in quotes");
            return string;
        }
        return scalar;
    }

    private JsonString text(JsonString string) {
        String text = string.value();
        if (!text.contains("${")) {
            return string;
        }
        Pieces pieces = new Pieces();
        Matcher matcher = Placeholder.PATTERN.matcher(text);
        int kept = 0;
        while (matcher.find()) {
            String name = matcher.group(2);
            String value = matcher.group(1).isEmpty() ? values.get(name) : "${" + name + "}";
            if (value != null && hasRoom(value, string)) {
                pieces.keep(text, kept, matcher.start());
                pieces.put(value, matcher.start(), matcher.end());
                kept = matcher.end();
            }
        }
        pieces.keep(text, kept, text.length());
        return pieces.hasPut()
                ? new JsonString(pieces.text(), string.location(), string.place(), new Substituted(string, pieces))
                : string;
    }

    /** All that is put in may be as long as a definition. */
    private boolean hasRoom(String value, JsonString string) {
        if (!full && put + value.length() > JsonReader.MAX_LENGTH) {
            full = true;
            String message = "with the values of its placeholders the definition is longer than the "
                    + JsonReader.MAX_LENGTH + " characters that AWS accepts";
            diagnostics.report(Code.TOO_LARGE, string, message);
        }
        put += full ? 0 : value.length();
        return !full;
    }

    @Override
    public JsonValue number(JsonNumber number) {
        return place.equals(number.place())
                ? number
                : new JsonNumber(number.text(), number.value(), number.location(), place);
    }

    @Override
    public JsonValue bool(JsonBoolean bool) {
        return place.equals(bool.place()) ? bool : new JsonBoolean(bool.value(), bool.location(), place);
    }

    @Override
    public JsonValue nothing(JsonNull nothing) {
        return place.equals(nothing.place()) ? nothing : new JsonNull(nothing.location(), place);
    }

    /**
     * A string in which values came in the place of placeholders: these stand where the placeholders do.
     *
     * @param original the string with the placeholders
     */
    private record Substituted(JsonString original, Pieces pieces) implements Spelling {

        @Override
        public Location locate(JsonString string, int from, int to) {
            var origin = pieces.origin(from, to);
            return original.locationOf(origin.start(), origin.end());
        }

        @Override
        public boolean isSubstituted(int from, int to) {
            return pieces.isPut(from, to);
        }

        @Override
        public boolean isSubstitute() {
            return pieces.isOnePut();
        }
    }
}
