package dev.asl4j.compiler.document;

import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaId;
import dev.asl4j.compiler.schema.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a schema takes, in the terms of JSON, on one line of inline Markdown. Objects with fields of their own are links. */
final class TypeText implements Schema.Visitor<String> {
    /** More than this in one line is no help to anybody. */
    private static final int MOST_PARTS = 40;

    /** So many references are followed, one inside of the other. */
    private static final int DEEPEST = 3;

    private static final int MOST_VALUES = 12;
    private static final String MORE = "...";
    private static final String ANY = "any JSON";

    private final Schemas schemas;
    private final Function<Schema, String> links;
    private final Set<SchemaId> open = new HashSet<>();
    private int parts;

    private TypeText(Schemas schemas, Function<Schema, String> links) {
        this.schemas = schemas;
        this.links = links;
    }

    /** The text of a schema. */
    static String of(Schema schema, Schemas schemas, Function<Schema, String> links) {
        return new TypeText(schemas, links).text(schema);
    }

    /** The text of a schema that has a place of its own: what leads back to it is a link. */
    static String whole(Schema schema, Schemas schemas, Function<Schema, String> links) {
        TypeText text = new TypeText(schemas, links);
        text.open.add(schema.heading().id());
        return schema.accept(text);
    }

    private String text(Schema schema) {
        if (parts++ > MOST_PARTS) {
            return MORE;
        }
        Schema known = schemas.resolve(schema);
        boolean isDeep = known != schema && open.size() >= DEEPEST;
        if (isDeep || (known != schema && !open.add(known.heading().id()))) {
            return links.apply(known);
        }
        try {
            return Fields.isObject(known, schemas) ? links.apply(known) : known.accept(this);
        } finally {
            if (known != schema) {
                open.remove(known.heading().id());
            }
        }
    }

    /** {@code integer (from 1 to 5)}. */
    private static String with(String type, Schema schema, String... details) {
        List<String> all = new ArrayList<>();
        for (String detail : details) {
            if (!detail.isEmpty()) {
                all.add(detail);
            }
        }
        all.addAll(Constraints.checks(schema.heading()));
        return all.isEmpty() ? type : type + " (" + String.join(", ", all) + ")";
    }

    @Override
    public String anything(Schema.Anything schema) {
        return with(ANY, schema);
    }

    @Override
    public String nothing(Schema.Nothing schema) {
        return "nothing";
    }

    @Override
    public String nullValue(Schema.NullValue schema) {
        return "null";
    }

    @Override
    public String booleanValue(Schema.BooleanValue schema) {
        return with("boolean", schema);
    }

    @Override
    public String integerValue(Schema.IntegerValue schema) {
        return with("integer", schema, Constraints.of(schema.range()));
    }

    @Override
    public String numberValue(Schema.NumberValue schema) {
        return with("number", schema, Constraints.of(schema.range()));
    }

    @Override
    public String stringValue(Schema.StringValue schema) {
        return with(
                "string", schema, schema.format() == null ? "" : schema.format().word());
    }

    @Override
    public String arrayValue(Schema.ArrayValue schema) {
        List<String> elements = new ArrayList<>();
        schema.first().forEach(element -> elements.add(text(element)));
        boolean hasMore = !(schemas.resolve(schema.rest()) instanceof Schema.Nothing);
        String others = hasMore ? text(schema.rest()) : "";
        if (elements.isEmpty()) {
            return with(others.equals(ANY) ? "array" : hasMore ? "array of " + inside(others) : "empty array", schema);
        }
        return with("array: " + String.join(", ", elements) + (hasMore ? ", then " + others : ""), schema);
    }

    @Override
    public String objectValue(Schema.ObjectValue schema) {
        Schema others = schema.others();
        if (others == null) {
            return with("object", schema);
        }
        Schema known = schemas.resolve(others);
        String type = known instanceof Schema.Nothing ? "empty object" : "object, each field: " + text(others);
        return with(type, schema);
    }

    @Override
    public String values(Schema.Values schema) {
        List<String> values = new ArrayList<>();
        for (JsonValue value : schema.values()) {
            values.add(values.size() < MOST_VALUES ? Markdown.code(value.toString()) : MORE);
            if (values.size() > MOST_VALUES) {
                break;
            }
        }
        return alternatives(values);
    }

    @Override
    public String oneOf(Schema.OneOf schema) {
        String by = schema.discriminator() == null
                ? ""
                : ", by " + Markdown.code(schema.discriminator().property());
        return with(branches(schema.branches()) + by, schema);
    }

    @Override
    public String anyOf(Schema.AnyOf schema) {
        return with(branches(schema.branches()), schema);
    }

    @Override
    public String allOf(Schema.AllOf schema) {
        return with(
                String.join(
                        " and ",
                        schema.parts().stream()
                                .map(this::text)
                                .map(TypeText::inside)
                                .distinct()
                                .toList()),
                schema);
    }

    /** What is of several kinds, where more stands before it. */
    private static String inside(String type) {
        return type.contains(" or ") ? "(" + type + ")" : type;
    }

    @Override
    public String reference(Schema.Reference schema) {
        return text(schema);
    }

    private String branches(List<Schema> branches) {
        List<String> texts = new ArrayList<>();
        for (Schema branch : branches) {
            String text = text(branch);
            texts.add(text);
            if (text.equals(MORE)) {
                break;
            }
        }
        return alternatives(texts);
    }

    private static String alternatives(List<String> texts) {
        return String.join(" or ", texts.stream().distinct().toList());
    }
}
