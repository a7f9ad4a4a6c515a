package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.schema.Heading.Check;
import dev.asl4j.compiler.schema.Keyword.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one schema. Its conditions become parts, each of one kind; a schema with one part is that part. */
final class ObjectReader {
    /** What a reference of draft-07 leaves standing beside it. */
    private static final Set<String> BESIDE_REFERENCE =
            Set.of("$ref", "$comment", "$id", "$schema", "title", "description", "default", "definitions", "examples");

    private final SchemaReader reader;
    private final SchemaDocument.Place place;
    private final Diagnostics diagnostics;
    private final List<Part> parts = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();

    ObjectReader(SchemaReader reader, SchemaDocument.Place place, Diagnostics diagnostics) {
        this.reader = reader;
        this.place = place;
        this.diagnostics = diagnostics;
    }

    /** A condition, which becomes a schema once its heading is known. */
    private record Part(List<Check> checks, Function<Heading, Schema> schema) {}

    static Heading heading(SchemaDocument.Place place) {
        return new Heading(SchemaReader.id(place), place.value(), null, null, null, false, List.of());
    }

    Schema schema() {
        if (place.value() instanceof JsonBoolean all) {
            return all.value() ? new Schema.Anything(heading(place)) : new Schema.Nothing(heading(place));
        }
        if (!(place.value() instanceof JsonObject object)) {
            String message = "a schema is " + place.value().type().words() + " here";
            diagnostics.report(Code.BAD_SCHEMA, place.value(), message, "expected an object, or true or false");
            return new Schema.Anything(heading(place));
        }
        JsonObject sound = sound(object);
        Heading heading = heading(sound);
        readReference(sound);
        if (place.document().draft() == Draft.DRAFT_2020_12 || parts.isEmpty()) {
            readData(sound);
            readBranches(sound);
        } else {
            reportVoid(sound);
        }
        return assembled(heading.plus(checks));
    }

    /** Those of the keywords whose values can be what they say. */
    private JsonObject sound(JsonObject object) {
        ShapeCheck shapes = new ShapeCheck(diagnostics);
        List<JsonObject.Member> members = new ArrayList<>();
        for (JsonObject.Member member : object.members()) {
            Keyword keyword = Keyword.of(member.name()).orElse(null);
            if (keyword == null) {
                reportUnknown(member);
            } else if (shapes.holds(keyword, member.value())) {
                members.add(member);
            }
        }
        return new JsonObject(members, object.location(), object.place());
    }

    private void reportUnknown(JsonObject.Member member) {
        if (!member.name().startsWith("x-")) {
            String near = Suggestions.didYouMean(member.name(), Keyword.names());
            String hint = near == null ? "what is for people or other tools starts with \"x-\"" : near;
            String message = "JSON Schema has no keyword " + Quotes.quote(member.name());
            diagnostics.report(Code.IGNORED_SCHEMA_KEYWORD, member, message, hint);
        }
    }

    private Heading heading(JsonObject object) {
        return new Heading(
                SchemaReader.id(place),
                object,
                text(object, "title"),
                text(object, "description"),
                object.get("default"),
                object.get("deprecated") instanceof JsonBoolean flag && flag.value(),
                List.of());
    }

    private static @Nullable String text(JsonObject object, String keyword) {
        return object.get(keyword) instanceof JsonString string ? string.value() : null;
    }

    private void readReference(JsonObject object) {
        if (object.get("$schema") instanceof JsonString uri
                && isSchemaFile()
                && Draft.of(uri.value()).isEmpty()) {
            String message = "schemas by " + Quotes.quote(uri.value()) + " are not read";
            String hint = "those by \"https://json-schema.org/draft/2020-12/schema\" and"
                    + " \"http://json-schema.org/draft-07/schema#\" are";
            diagnostics.report(Code.BAD_SCHEMA, uri, message, hint);
        }
        if (object.get("$ref") instanceof JsonString reference) {
            SchemaId target = reader.target(place, reference);
            parts.add(new Part(
                    List.of(),
                    heading -> target == null
                            ? new Schema.Anything(heading)
                            : new Schema.Reference(heading, target, reference)));
        }
    }

    private boolean isSchemaFile() {
        return place.document().path().startsWith(SchemaFile.FOLDER + "/");
    }

    private void reportVoid(JsonObject object) {
        for (JsonObject.Member member : object.members()) {
            if (!BESIDE_REFERENCE.contains(member.name())) {
                String message = "draft-07 takes no notice of " + Quotes.quote(member.name()) + " beside \"$ref\"";
                diagnostics.report(
                        Code.IGNORED_SCHEMA_KEYWORD,
                        member,
                        message,
                        "put both into \"allOf\", or write draft 2020-12");
            }
        }
    }

    /** What is said of the data itself, and what only a validator checks. */
    private void readData(JsonObject object) {
        Typed typed = new Typed(this, object, diagnostics);
        Set<Group> groups = typed.groups();
        for (Group group : Group.values()) {
            List<Check> own = checks(object, group);
            if (!groups.contains(group)) {
                checks.addAll(own); // they are about data that the types do not take, or about any
            }
        }
        Function<Heading, Schema> data = typed.schema();
        if (data != null) {
            parts.add(new Part(List.of(), data));
        }
        // Schemas inside of checks are nobody's, but what is wrong with them is.
        for (JsonObject.Member member : object.members()) {
            Keyword keyword = Keyword.of(member.name()).orElseThrow();
            if (keyword.group() != Group.NONE && !member.name().equals("patternProperties")) {
                checkInside(keyword, member.value());
            }
        }
    }

    private void checkInside(Keyword keyword, JsonValue value) {
        boolean isOne = keyword.shape() == Keyword.Shape.SCHEMA;
        boolean isMap =
                keyword.shape() == Keyword.Shape.SCHEMA_MAP || keyword.shape() == Keyword.Shape.SCHEMA_OR_TEXTS_MAP;
        if (isOne) {
            part(value);
        } else if (isMap && value instanceof JsonObject map) {
            map.members().stream()
                    .map(JsonObject.Member::value)
                    .filter(inside -> !(inside instanceof JsonArray))
                    .forEach(this::part);
        }
    }

    /** The checks of a group, in the order of the text. */
    List<Check> checks(JsonObject object, Group group) {
        List<Check> found = new ArrayList<>();
        for (JsonObject.Member member : object.members()) {
            Keyword keyword = Keyword.of(member.name()).orElseThrow();
            boolean isFormat =
                    member.name().equals("format") && group == Typed.groupOfFormat(object, text(object, "format"));
            if (group != Group.NONE && (isFormat || keyword.group() == group)) {
                found.add(new Check(member.name(), member));
            }
        }
        return found;
    }

    private void readBranches(JsonObject object) {
        List<Schema> one = schemas(object, "oneOf");
        if (!one.isEmpty()) {
            Schema.Discriminator discriminator = discriminator(object);
            parts.add(new Part(List.of(), heading -> new Schema.OneOf(heading, one, discriminator)));
        }
        List<Schema> any = schemas(object, "anyOf");
        if (!any.isEmpty()) {
            parts.add(new Part(List.of(), heading -> new Schema.AnyOf(heading, any)));
        }
        List<Schema> all = schemas(object, "allOf");
        if (!all.isEmpty()) {
            parts.add(new Part(List.of(), heading -> new Schema.AllOf(heading, all)));
        }
    }

    private Schema.@Nullable Discriminator discriminator(JsonObject object) {
        if (object.get("discriminator") instanceof JsonObject known
                && known.get("propertyName") instanceof JsonString name) {
            return new Schema.Discriminator(name.value(), name);
        }
        return null;
    }

    private Schema assembled(Heading heading) {
        if (parts.isEmpty()) {
            return new Schema.Anything(heading);
        }
        if (parts.size() == 1) {
            Part only = parts.get(0);
            return only.schema().apply(heading.plus(only.checks()));
        }
        List<Schema> all = new ArrayList<>();
        for (Part part : parts) {
            Schema schema = part.schema().apply(heading.part(part.checks()));
            if (schema instanceof Schema.AllOf inner) {
                all.addAll(inner.parts());
            } else {
                all.add(schema);
            }
        }
        return new Schema.AllOf(heading, all);
    }

    /** A schema inside of this one. */
    Schema part(JsonValue value) {
        return reader.parse(place.of(value));
    }

    /** The schemas of an array; none if it is not there. */
    List<Schema> schemas(JsonObject object, String keyword) {
        return object.get(keyword) instanceof JsonArray array
                ? array.elements().stream().map(this::part).toList()
                : List.of();
    }
}
