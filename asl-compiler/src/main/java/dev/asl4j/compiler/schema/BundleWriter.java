package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.runtime.data.SchemaPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Writes schemas as one document of draft 2020-12, in the meaning that the reader gives them: references by whatever name become
 * pointers, draft-07's words become those of 2020-12, and what says nothing of the data is left out. Each schema is written once, so that the text
 * is never longer than what was read.
 */
final class BundleWriter {
    /** Schemas inside of schemas; those further in are written by themselves, so that nothing has to recurse deeply. */
    private static final int MOST_NESTED = 100;

    private final References references;
    private final Diagnostics diagnostics;
    private final ShapeCheck shapes;
    private final Map<SchemaId, Integer> numbers = new LinkedHashMap<>();
    private final Deque<SchemaDocument.Place> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int depth;

    BundleWriter(References references, Diagnostics diagnostics) {
        this.references = references;
        this.diagnostics = diagnostics;
        this.shapes = new ShapeCheck(diagnostics);
    }

    SchemaBundle write(List<SchemaDocument.Place> roots) {
        roots.forEach(this::number);
        Map<SchemaId, Integer> asked = Map.copyOf(numbers);
        text.append("{\"$schema\":")
                .append(JsonWriter.quoted(Draft.DRAFT_2020_12.uri()))
                .append(",\"$defs\":{\n");
        int number = 0;
        while (!open.isEmpty()) {
            text.append(number == 0 ? "" : ",\n").append('"').append(number++).append("\":");
            schema(open.remove());
        }
        return new SchemaBundle(asked, text.append("\n}}").toString());
    }

    private int number(SchemaDocument.Place place) {
        return numbers.computeIfAbsent(SchemaReader.id(place), id -> {
            open.add(place);
            return numbers.size();
        });
    }

    /** A schema inside of another; one that has a number is written by itself. */
    private void part(SchemaDocument.Place around, JsonValue value) {
        SchemaDocument.Place place = around.of(value);
        if (depth < MOST_NESTED && !numbers.containsKey(SchemaReader.id(place))) {
            depth++;
            schema(place);
            depth--;
        } else {
            text.append("{\"$ref\":\"#/$defs/").append(number(place)).append("\"}");
        }
    }

    private void schema(SchemaDocument.Place place) {
        if (!(place.value() instanceof JsonObject whole)) {
            boolean isNothing = place.value() instanceof JsonBoolean flag && !flag.value();
            text.append(!isNothing);
            return;
        }
        JsonObject object = sound(whole);
        Members members = new Members(place);
        members.reference(object);
        if (place.document().draft() == Draft.DRAFT_2020_12 || object.get("$ref") == null) {
            for (JsonObject.Member member : object.members()) {
                Keyword.of(member.name()).ifPresent(keyword -> members.add(keyword, member.value()));
            }
            members.tuple(object);
            members.conjunction(object);
        }
        members.end();
    }

    /** Parts that no type was made of are looked at here for the first time. */
    private JsonObject sound(JsonObject object) {
        List<JsonObject.Member> members = object.members().stream()
                .filter(member -> Keyword.of(member.name())
                        .filter(keyword -> shapes.holds(keyword, member.value()))
                        .isPresent())
                .toList();
        return new JsonObject(members, object.location(), object.place());
    }

    private void checkPattern(String pattern, Subject at) {
        try {
            SchemaPattern.of(pattern);
        } catch (PatternSyntaxException e) {
            diagnostics.report(
                    Code.BAD_SCHEMA,
                    at,
                    Quotes.quote(pattern) + " is not a regular expression that can be matched",
                    e.getDescription());
        }
    }

    /** The members of one schema. */
    private final class Members {
        private final SchemaDocument.Place place;
        private final List<String> also = new ArrayList<>();
        private char separator = '{';

        Members(SchemaDocument.Place place) {
            this.place = place;
        }

        private void key(String name) {
            text.append(separator).append(JsonWriter.quoted(name)).append(':');
            separator = ',';
        }

        void end() {
            text.append(separator == '{' ? "{}" : "}");
        }

        void reference(JsonObject object) {
            if (object.get("$ref") instanceof JsonString reference) {
                SchemaDocument.@Nullable Place target = references.resolve(place, reference);
                if (target != null) {
                    int number = number(target);
                    key("$ref");
                    text.append("\"#/$defs/").append(number).append('"');
                }
            }
        }

        void add(Keyword keyword, JsonValue value) {
            switch (keyword.validation()) {
                case SAME -> {
                    key(keyword.name());
                    value(keyword.shape(), value);
                    checkPatterns(keyword, value);
                }
                case FORMAT -> format(value);
                case NONE, WHOLE -> {}
            }
        }

        private void checkPatterns(Keyword keyword, JsonValue value) {
            if (keyword.name().equals("pattern") && value instanceof JsonString pattern) {
                checkPattern(pattern.value(), pattern);
            } else if (keyword.name().equals("patternProperties") && value instanceof JsonObject patterns) {
                patterns.members().forEach(member -> checkPattern(member.name(), member));
            }
        }

        private void value(Keyword.Shape shape, JsonValue value) {
            switch (shape) {
                case SCHEMA -> part(place, value);
                case SCHEMAS -> schemas(((JsonArray) value).elements());
                case SCHEMA_MAP -> map((JsonObject) value);
                case COUNT -> text.append(((JsonNumber) value).whole().orElseThrow());
                case ANY,
                        TEXT,
                        FLAG,
                        NUMBER,
                        POSITIVE,
                        TEXTS,
                        VALUES,
                        SCHEMA_OR_SCHEMAS,
                        SCHEMA_OR_TEXTS_MAP,
                        TEXTS_MAP,
                        OBJECT -> text.append(JsonWriter.compact(value));
            }
        }

        private void schemas(List<JsonValue> schemas) {
            char before = '[';
            for (JsonValue schema : schemas) {
                text.append(before);
                part(place, schema);
                before = ',';
            }
            text.append(']');
        }

        private void map(JsonObject map) {
            char before = '{';
            for (JsonObject.Member member : map.members()) {
                text.append(before).append(JsonWriter.quoted(member.name())).append(':');
                part(place, member.value());
                before = ',';
            }
            text.append(before == '{' ? "{}" : "}");
        }

        /** OpenAPI's formats of whole numbers are ranges. */
        private void format(JsonValue value) {
            String format = ((JsonString) value).value();
            switch (format) {
                case "int32" -> also.add(range(Integer.MIN_VALUE, Integer.MAX_VALUE));
                case "int64" -> also.add(range(Long.MIN_VALUE, Long.MAX_VALUE));
                default -> {
                    if (Validated.FORMATS.contains(format)) {
                        key("format");
                        text.append(JsonWriter.quoted(format));
                    }
                }
            }
        }

        private static String range(long least, long most) {
            return "{\"minimum\":" + least + ",\"maximum\":" + most + "}";
        }

        /** {@code items} and {@code prefixItems}, which draft-07 calls {@code additionalItems} and {@code items}. */
        void tuple(JsonObject object) {
            JsonValue items = object.get("items");
            boolean isTuple = items instanceof JsonArray;
            JsonValue first = isTuple ? items : object.get("prefixItems");
            JsonValue rest = isTuple ? object.get("additionalItems") : items;
            if (first instanceof JsonArray array && !array.elements().isEmpty()) {
                key("prefixItems");
                schemas(array.elements());
            }
            if (rest != null) {
                key("items");
                part(place, rest);
            }
        }

        /** {@code allOf}, with what has no other place; what {@code dependencies} says is said by two keywords now. */
        void conjunction(JsonObject object) {
            Conjunction parts = new Conjunction();
            if (object.get("allOf") instanceof JsonArray array) {
                array.elements().forEach(element -> parts.add("", element, ""));
            }
            also.forEach(parts::add);
            if (object.get("dependencies") instanceof JsonObject map) {
                for (JsonObject.Member member : map.members()) {
                    String name = "{" + JsonWriter.quoted(member.name()) + ":";
                    if (member.value() instanceof JsonArray required) {
                        parts.add("{\"dependentRequired\":" + name + JsonWriter.compact(required) + "}}");
                    } else {
                        parts.add("{\"dependentSchemas\":" + name, member.value(), "}}");
                    }
                }
            }
            parts.end();
        }

        /** The schemas of an {@code allOf}, which is there if one is. */
        private final class Conjunction {
            private boolean isThere;

            void add(String schema) {
                if (!isThere) {
                    key("allOf");
                }
                text.append(isThere ? "," : "[").append(schema);
                isThere = true;
            }

            void add(String before, JsonValue schema, String behind) {
                add(before);
                part(place, schema);
                text.append(behind);
            }

            void end() {
                text.append(isThere ? "]" : "");
            }
        }
    }
}
