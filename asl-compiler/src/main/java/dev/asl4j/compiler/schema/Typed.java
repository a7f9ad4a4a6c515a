package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.schema.Keyword.Group;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of a schema that says of which types its data is, and what data of these types has to be. */
final class Typed {
    private static final Set<String> OBJECT_WORDS =
            Set.of("properties", "required", "additionalProperties", "patternProperties");
    private static final Set<String> ARRAY_WORDS = Set.of("items", "prefixItems");
    private static final Set<String> NUMBER_FORMATS = Set.of("int32", "int64", "float", "double");

    private final ObjectReader reader;
    private final JsonObject object;
    private final Diagnostics diagnostics;
    private final List<DataType> types = new ArrayList<>();
    private final boolean declared;

    /** The types of JSON Schema. */
    enum DataType {
        OBJECT("object", Group.OBJECTS),
        ARRAY("array", Group.ARRAYS),
        STRING("string", Group.STRINGS),
        INTEGER("integer", Group.NUMBERS),
        NUMBER("number", Group.NUMBERS),
        BOOLEAN("boolean", Group.NONE),
        NULL("null", Group.NONE);

        private final String word;
        private final Group group;

        DataType(String word, Group group) {
            this.word = word;
            this.group = group;
        }

        private static List<String> words() {
            return Stream.of(values()).map(type -> type.word).toList();
        }

        boolean has(JsonValue value) {
            return switch (value.type()) {
                case OBJECT -> this == OBJECT;
                case ARRAY -> this == ARRAY;
                case STRING -> this == STRING;
                case NUMBER -> this == NUMBER || (this == INTEGER && isWhole((JsonNumber) value));
                case BOOLEAN -> this == BOOLEAN;
                case NULL -> this == NULL;
            };
        }

        private static boolean isWhole(JsonNumber number) {
            return number.value().signum() == 0
                    || number.value().stripTrailingZeros().scale() <= 0;
        }
    }

    Typed(ObjectReader reader, JsonObject object, Diagnostics diagnostics) {
        this.reader = reader;
        this.object = object;
        this.diagnostics = diagnostics;
        JsonValue type = object.get("type");
        declared = type != null;
        if (type != null) {
            readTypes(type);
        } else {
            imply(DataType.OBJECT, OBJECT_WORDS);
            imply(DataType.ARRAY, ARRAY_WORDS);
        }
    }

    private void readTypes(JsonValue type) {
        List<JsonValue> words = type instanceof JsonArray array ? array.elements() : List.of(type);
        Set<DataType> found = new LinkedHashSet<>();
        for (JsonValue word : words) {
            DataType known = null;
            for (DataType each : DataType.values()) {
                if (word instanceof JsonString text && text.value().equals(each.word)) {
                    known = each;
                }
            }
            if (known == null) {
                reportType(word);
            } else {
                found.add(known);
            }
        }
        if (found.contains(DataType.NUMBER)) {
            found.remove(DataType.INTEGER);
        }
        types.addAll(found);
    }

    private void reportType(JsonValue word) {
        String message = "there is no type " + (word instanceof JsonString text ? Quotes.quote(text.value()) : word);
        String near = word instanceof JsonString text ? Suggestions.didYouMean(text.value(), DataType.words()) : null;
        String hint = near == null
                ? "expected "
                        + Suggestions.oneOf(
                                DataType.words().stream().map(Quotes::quote).toList())
                : near;
        diagnostics.report(Code.BAD_SCHEMA, word, message, hint);
    }

    private void imply(DataType type, Set<String> words) {
        if (object.members().stream().anyMatch(member -> words.contains(member.name()))) {
            types.add(type);
        }
    }

    /** The groups of checks that belong to one of the types. */
    Set<Group> groups() {
        Set<Group> groups = EnumSet.noneOf(Group.class);
        if (!isListed()) {
            types.forEach(type -> groups.add(type.group));
        }
        return groups;
    }

    private boolean isListed() {
        return object.get("enum") != null || object.get("const") != null;
    }

    /** Null: nothing is said of the data. */
    @Nullable
    Function<Heading, Schema> schema() {
        if (isListed()) {
            return listed();
        }
        if (types.isEmpty()) {
            return null;
        }
        if (types.size() == 1) {
            return heading -> typed(types.get(0), heading);
        }
        return heading -> {
            List<Schema> each = types.stream()
                    .map(type -> typed(type, heading.part(List.of())))
                    .toList();
            // Without a type, what is said of objects and what is said of arrays both hold.
            return declared ? new Schema.AnyOf(heading, each) : new Schema.AllOf(heading, each);
        };
    }

    private @Nullable Function<Heading, Schema> listed() {
        JsonValue only = object.get("const");
        List<JsonValue> listed =
                only != null ? List.of(only) : object.get("enum") instanceof JsonArray all ? all.elements() : List.of();
        List<JsonValue> values = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (JsonValue value : listed) {
            boolean fits = !declared || types.stream().anyMatch(type -> type.has(value));
            if (fits && seen.add(value.toString())) {
                values.add(value);
            } else if (!fits) {
                diagnostics.report(Code.BAD_SCHEMA, value, "no data can be this and of the \"type\" as well", null);
            }
        }
        return values.isEmpty() ? null : heading -> new Schema.Values(heading, values);
    }

    private Schema typed(DataType type, Heading heading) {
        Heading own = heading.plus(reader.checks(object, type.group));
        return switch (type) {
            case OBJECT -> objectValue(own);
            case ARRAY -> arrayValue(own);
            case STRING -> new Schema.StringValue(own, format());
            case INTEGER -> new Schema.IntegerValue(own, range());
            case NUMBER -> new Schema.NumberValue(own, range());
            case BOOLEAN -> new Schema.BooleanValue(heading);
            case NULL -> new Schema.NullValue(heading);
        };
    }

    private @Nullable Format format() {
        return object.get("format") instanceof JsonString word
                ? Format.of(word.value()).orElse(null)
                : null;
    }

    /** Of which group a format is a check; formats that are types in Java are none. */
    static Group groupOfFormat(JsonObject object, @Nullable String format) {
        boolean isType = format != null && (Format.of(format).isPresent() || NUMBER_FORMATS.contains(format));
        return isType && object.get("type") != null ? Group.NONE : Group.STRINGS;
    }

    private Range range() {
        Range range = new Range(number("minimum"), false, number("maximum"), false)
                .and(new Range(number("exclusiveMinimum"), true, number("exclusiveMaximum"), true));
        if (object.get("format") instanceof JsonString format) {
            return switch (format.value()) {
                case "int32" -> range.and(Range.of(Integer.MIN_VALUE, Integer.MAX_VALUE));
                case "int64" -> range.and(Range.of(Long.MIN_VALUE, Long.MAX_VALUE));
                default -> range;
            };
        }
        return range;
    }

    private @Nullable BigDecimal number(String keyword) {
        return object.get(keyword) instanceof JsonNumber number ? number.value() : null;
    }

    private Schema arrayValue(Heading heading) {
        JsonValue items = object.get("items");
        boolean isTuple = items instanceof JsonArray; // as draft-07 has them
        List<Schema> first = reader.schemas(object, isTuple ? "items" : "prefixItems");
        JsonValue others = isTuple ? object.get("additionalItems") : items;
        Schema rest = others == null ? new Schema.Anything(heading.part(List.of())) : reader.part(others);
        return new Schema.ArrayValue(heading, declared, first, rest);
    }

    private Schema objectValue(Heading heading) {
        Schema others = others();
        boolean patterns = object.get("patternProperties") != null;
        // What is required and not named is one of the others.
        Schema unnamed = others == null || patterns ? new Schema.Anything(heading.part(List.of())) : others;
        Set<String> required = new LinkedHashSet<>();
        List<Schema.Property> properties = new ArrayList<>();
        if (object.get("required") instanceof JsonArray names) {
            names.elements().forEach(name -> required.add(((JsonString) name).value()));
        }
        if (object.get("properties") instanceof JsonObject named) {
            for (JsonObject.Member member : named.members()) {
                properties.add(new Schema.Property(
                        member.name(), member, reader.part(member.value()), required.remove(member.name())));
            }
        }
        if (object.get("required") instanceof JsonArray names) {
            for (JsonValue name : names.elements()) {
                String text = ((JsonString) name).value();
                if (required.contains(text)) {
                    Subject at = name;
                    properties.add(new Schema.Property(text, at, unnamed, true));
                }
            }
        }
        return new Schema.ObjectValue(heading, declared, properties, others);
    }

    /** Of properties that match patterns only a validator can tell which is meant. */
    private @Nullable Schema others() {
        JsonValue additional = object.get("additionalProperties");
        Schema others = additional == null ? null : reader.part(additional);
        if (object.get("patternProperties") instanceof JsonObject patterns) {
            List<Schema> matching = patterns.members().stream()
                    .map(member -> reader.part(member.value()))
                    .toList();
            if (others instanceof Schema.Nothing && matching.size() == 1) {
                return matching.get(0);
            }
            return matching.isEmpty() ? others : null;
        }
        return others;
    }
}
