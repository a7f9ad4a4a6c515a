package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonType;
import dev.asl4j.compiler.json.JsonValue;
import java.util.HashSet;
import java.util.Set;

/** Whether the values of keywords are of the shape they have to be. Schemas inside of them are read by themselves. */
final class ShapeCheck {
    private final Diagnostics diagnostics;

    ShapeCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** False: not, which was reported. */
    boolean holds(Keyword keyword, JsonValue value) {
        if (!is(keyword.shape(), value)) {
            String message = "the value of " + Quotes.quote(keyword.name()) + " is " + words(value);
            String hint = "expected " + keyword.shape().words();
            diagnostics.report(Code.BAD_SCHEMA, value, message, hint);
            return false;
        }
        return true;
    }

    private static String words(JsonValue value) {
        return value instanceof JsonNumber number ? number.text() : value.type().words();
    }

    private static boolean is(Keyword.Shape shape, JsonValue value) {
        return switch (shape) {
            case ANY -> true;
            case TEXT -> value instanceof JsonString;
            case FLAG -> value instanceof JsonBoolean;
            case NUMBER -> value instanceof JsonNumber;
            case POSITIVE ->
                value instanceof JsonNumber number && number.value().signum() > 0;
            case COUNT -> value instanceof JsonNumber number && number.whole().orElse(-1) >= 0;
            case TEXTS -> value instanceof JsonArray array && areTexts(array);
            case VALUES -> value instanceof JsonArray array && !array.elements().isEmpty();
            case SCHEMA -> isSchema(value);
            case SCHEMAS ->
                value instanceof JsonArray array
                        && areSchemas(array)
                        && !array.elements().isEmpty();
            case SCHEMA_OR_SCHEMAS -> isSchema(value) || (value instanceof JsonArray array && areSchemas(array));
            case SCHEMA_MAP ->
                value instanceof JsonObject map && map.members().stream().allMatch(member -> isSchema(member.value()));
            case SCHEMA_OR_TEXTS_MAP ->
                value instanceof JsonObject map
                        && map.members().stream()
                                .allMatch(member -> isSchema(member.value()) || isTexts(member.value()));
            case TEXTS_MAP ->
                value instanceof JsonObject map && map.members().stream().allMatch(member -> isTexts(member.value()));
            case OBJECT -> value instanceof JsonObject;
        };
    }

    private static boolean isTexts(JsonValue value) {
        return value instanceof JsonArray array && areTexts(array);
    }

    private static boolean areTexts(JsonArray array) {
        Set<String> seen = new HashSet<>();
        return array.elements().stream()
                .allMatch(element -> element instanceof JsonString text && seen.add(text.value()));
    }

    private static boolean areSchemas(JsonArray array) {
        return array.elements().stream().allMatch(ShapeCheck::isSchema);
    }

    private static boolean isSchema(JsonValue value) {
        return value.type() == JsonType.OBJECT || value.type() == JsonType.BOOLEAN;
    }
}
