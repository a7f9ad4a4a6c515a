package dev.asl4j.compiler.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Schemas as short text, a line for each property and branch. */
final class SchemaPrinter implements Schema.Visitor<String> {
    private final String indent;

    SchemaPrinter(String indent) {
        this.indent = indent;
    }

    static String print(Schema schema) {
        return schema.accept(new SchemaPrinter(""));
    }

    @Override
    public String anything(Schema.Anything schema) {
        return "any" + notes(schema);
    }

    @Override
    public String nothing(Schema.Nothing schema) {
        return "never" + notes(schema);
    }

    @Override
    public String nullValue(Schema.NullValue schema) {
        return "null" + notes(schema);
    }

    @Override
    public String booleanValue(Schema.BooleanValue schema) {
        return "boolean" + notes(schema);
    }

    @Override
    public String integerValue(Schema.IntegerValue schema) {
        return "integer" + range(schema.range()) + notes(schema);
    }

    @Override
    public String numberValue(Schema.NumberValue schema) {
        return "number" + range(schema.range()) + notes(schema);
    }

    @Override
    public String stringValue(Schema.StringValue schema) {
        Format format = schema.format();
        return "string" + (format == null ? "" : " " + format.word()) + notes(schema);
    }

    @Override
    public String arrayValue(Schema.ArrayValue schema) {
        List<String> lines = new ArrayList<>();
        for (Schema first : schema.first()) {
            lines.add("- " + inner(first));
        }
        lines.add("* " + inner(schema.rest()));
        return (schema.declared() ? "array" : "array?") + notes(schema) + block(lines);
    }

    @Override
    public String objectValue(Schema.ObjectValue schema) {
        List<String> lines = new ArrayList<>();
        for (Schema.Property property : schema.properties()) {
            lines.add(property.name() + (property.required() ? "! " : ": ") + inner(property.schema()));
        }
        Schema others = schema.others();
        if (others != null) {
            lines.add("* " + inner(others));
        }
        return (schema.declared() ? "object" : "object?") + notes(schema) + block(lines);
    }

    @Override
    public String values(Schema.Values schema) {
        return schema.values().stream().map(Object::toString).collect(Collectors.joining(" | ")) + notes(schema);
    }

    @Override
    public String oneOf(Schema.OneOf schema) {
        Schema.Discriminator discriminator = schema.discriminator();
        return "one of" + (discriminator == null ? "" : " by " + discriminator.property())
                + branches(schema, schema.branches());
    }

    @Override
    public String anyOf(Schema.AnyOf schema) {
        return "any of" + branches(schema, schema.branches());
    }

    @Override
    public String allOf(Schema.AllOf schema) {
        return "all of" + branches(schema, schema.parts());
    }

    @Override
    public String reference(Schema.Reference schema) {
        return "-> " + schema.target() + notes(schema);
    }

    private String branches(Schema schema, List<Schema> branches) {
        return notes(schema)
                + block(branches.stream().map(branch -> "- " + inner(branch)).toList());
    }

    private String inner(Schema schema) {
        return schema.accept(new SchemaPrinter(indent + "  "));
    }

    private String block(List<String> lines) {
        return lines.stream().map(line -> "\n" + indent + "  " + line).collect(Collectors.joining());
    }

    private static String range(Range range) {
        return range.equals(Range.ALL)
                ? ""
                : " " + (range.leastExcluded() ? "]" : "[") + text(range.least()) + ".." + text(range.greatest())
                        + (range.greatestExcluded() ? "[" : "]");
    }

    private static String text(@Nullable Object bound) {
        return bound == null ? "" : bound.toString();
    }

    private static String notes(Schema schema) {
        Heading heading = schema.heading();
        List<String> notes = new ArrayList<>();
        if (heading.title() != null) {
            notes.add("title=" + heading.title());
        }
        if (heading.description() != null) {
            notes.add("description=" + heading.description());
        }
        if (heading.defaultValue() != null) {
            notes.add("default=" + heading.defaultValue());
        }
        if (heading.deprecated()) {
            notes.add("deprecated");
        }
        heading.checks().forEach(check -> notes.add("check " + check.keyword()));
        return notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")";
    }
}
