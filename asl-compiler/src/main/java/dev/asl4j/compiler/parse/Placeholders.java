package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNull;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds placeholders in JSON that is data. In text and in names of fields they are taken literally, with a warning. Values of a
 * template that are to be parsed, and cannot be, are literals in what is returned, so that the rest can be read.
 */
final class Placeholders implements JsonValue.Visitor<JsonValue> {

    /** What is computed in a value. */
    private enum Computed {
        NOTHING,
        /** The values of fields that end in {@code .$}. */
        MARKED_FIELDS,
        /** Strings that are JSONata expressions. */
        EXPRESSIONS
    }

    private final Computed computed;
    private final @Nullable JsonString read;
    private final Diagnostics diagnostics;

    private Placeholders(Computed computed, @Nullable JsonString read, Diagnostics diagnostics) {
        this.computed = computed;
        this.read = read;
        this.diagnostics = diagnostics;
    }

    /** Looks through a value in which nothing is computed. */
    static void warn(JsonValue value, Diagnostics diagnostics) {
        value.accept(new Placeholders(Computed.NOTHING, null, diagnostics));
    }

    /**
     * Looks through a payload template; the same one with literals in the place of what cannot be parsed.
     *
     * @param read a string inside it whose placeholders were already reported
     */
    static JsonValue without(JsonValue template, @Nullable JsonString read, Diagnostics diagnostics) {
        return template.accept(new Placeholders(Computed.MARKED_FIELDS, read, diagnostics));
    }

    /** The same for a value of a JSONata state; its expressions are not looked into. */
    static JsonValue outsideOfExpressions(JsonValue value, @Nullable JsonString read, Diagnostics diagnostics) {
        return value.accept(new Placeholders(Computed.EXPRESSIONS, read, diagnostics));
    }

    @Override
    public JsonValue object(JsonObject object) {
        List<JsonObject.Member> kept = new ArrayList<>();
        boolean same = true;
        for (JsonObject.Member member : object.members()) {
            boolean marked = computed == Computed.MARKED_FIELDS && member.name().endsWith(".$");
            Substitutions.warn(member.key(), diagnostics);
            boolean unknown = marked && Substitutions.postponedIfString(member.value(), diagnostics);
            JsonValue value = unknown ? member.value() : member.value().accept(this);
            boolean unchanged = value == member.value() && !unknown;
            same &= unchanged;
            kept.add(
                    unchanged ? member : new JsonObject.Member(unknown ? unmarked(member.key()) : member.key(), value));
        }
        return same ? object : new JsonObject(kept, object.location(), object.place());
    }

    /** The key without {@code .$}: there is nothing to parse. */
    private static JsonString unmarked(JsonString key) {
        String name = key.value().substring(0, key.value().length() - 2);
        return new JsonString(name, key.location(), key.place(), key.spelling());
    }

    @Override
    public JsonValue array(JsonArray array) {
        List<JsonValue> elements = new ArrayList<>();
        boolean same = true;
        for (JsonValue element : array.elements()) {
            JsonValue value = element.accept(this);
            same &= value == element;
            elements.add(value);
        }
        return same ? array : new JsonArray(elements, array.location(), array.place());
    }

    @Override
    public JsonValue string(JsonString string) {
        boolean expression = computed == Computed.EXPRESSIONS && JsonataFields.isMeantAsExpression(string);
        if (!expression && !string.equals(read)) {
            Substitutions.warn(string, diagnostics);
        }
        return string;
    }

    @Override
    public JsonValue number(JsonNumber number) {
        return number;
    }

    @Override
    public JsonValue bool(JsonBoolean bool) {
        return bool;
    }

    @Override
    public JsonValue nothing(JsonNull nothing) {
        return nothing;
    }
}
