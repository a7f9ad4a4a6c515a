package dev.asl4j.compiler.document;

import dev.asl4j.compiler.contract.DeclaredType;
import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.schema.Heading;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaId;
import dev.asl4j.compiler.schema.Schemas;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The types of a page. Each object is shown once, where it is first taken or given as a whole, or else in a section at the end; all other
 * places link to it.
 */
final class TypeSections {
    /** Nobody reads more. */
    private static final int MOST_TYPES = 500;

    private final PageText page;
    private final Anchors anchors;
    private final Schemas schemas;
    private final JavaTypes java;
    private final Set<SchemaId> shown = new HashSet<>();
    private final Set<SchemaId> wanted = new HashSet<>();
    private final Deque<Schema> open = new ArrayDeque<>();

    TypeSections(PageText page, Anchors anchors, Schemas schemas, JavaTypes java) {
        this.page = page;
        this.anchors = anchors;
        this.schemas = schemas;
        this.java = java;
    }

    /**
     * Shows a type at the place where it is taken or given.
     *
     * @param label what it is, in bold; empty: the heading above says it
     */
    void show(String label, DeclaredType type, JavaType.Use use) {
        type.accept(new DeclaredType.Visitor<Boolean>() {
            @Override
            public Boolean schema(DeclaredType.OfSchema declared) {
                showSchema(label, declared.schema(), use);
                return true;
            }

            @Override
            public Boolean existing(DeclaredType.OfClass declared) {
                page.paragraph(label + "the Java class " + Markdown.code(declared.name()));
                return true;
            }
        });
    }

    private void showSchema(String label, Schema schema, JavaType.Use use) {
        Schema known = schemas.resolve(schema);
        Heading said = schema.heading().description() == null ? known.heading() : schema.heading();
        if (!Fields.isObject(known, schemas)) {
            String type = TypeText.of(schema, schemas, this::link);
            String inJava = use.type() == JavaType.Scalar.JSON
                    ? ""
                    : ", in Java " + Markdown.code(use.type().accept(java));
            page.paragraph(label + type + inJava + described(said));
            return;
        }
        SchemaId id = known.heading().id();
        if (shown.add(id)) {
            page.paragraph(Anchors.mark(anchor(known)) + label + name(known) + described(said));
            fields(known);
        } else {
            page.paragraph(label + link(known) + described(said));
        }
    }

    private static String described(Heading heading) {
        String text = words(heading);
        return (heading.deprecated() ? ", deprecated" : "") + (text.isEmpty() ? "" : ". " + text);
    }

    private static String words(Heading heading) {
        String words = heading.description() == null ? heading.title() : heading.description();
        return words == null ? "" : Markdown.text(words);
    }

    /** A link to the place of a type, which is to be shown. */
    private String link(Schema known) {
        SchemaId id = known.heading().id();
        if (!shown.contains(id) && wanted.size() >= MOST_TYPES && !wanted.contains(id)) {
            return name(known);
        }
        if (wanted.add(id)) {
            open.add(known);
        }
        return Markdown.link(name(known), "#" + anchor(known));
    }

    private String anchor(Schema known) {
        SchemaId id = known.heading().id();
        return anchors.type(id.toString(), java.generated(id).orElse(id.pointer()));
    }

    private String name(Schema known) {
        SchemaId id = known.heading().id();
        return Markdown.code(java.generated(id).orElse(id.toString()));
    }

    /** The section for all types that are linked to and shown nowhere else. */
    void showRest() {
        boolean headed = false;
        for (Schema type = open.poll(); type != null; type = open.poll()) {
            if (shown.add(type.heading().id())) {
                if (!headed) {
                    page.heading(2, "", "Types");
                    headed = true;
                }
                section(type);
            }
        }
    }

    private void section(Schema type) {
        page.heading(3, anchor(type), name(type));
        String words = words(type.heading()) + (type.heading().deprecated() ? " (deprecated)" : "");
        page.paragraph(words.strip());
        if (Fields.isObject(type, schemas)) {
            fields(type);
        } else {
            page.paragraph(TypeText.whole(type, schemas, this::link));
        }
    }

    private void fields(Schema object) {
        Fields fields = Fields.of(object, schemas);
        Table table = new Table("Field", "Type", "Java", "Required", "Description");
        for (Schema.Property property : fields.named()) {
            String javaType = java.ofProperty(object.heading().id(), property.name());
            table.row(
                    Markdown.code(property.name()),
                    TypeText.of(property.schema(), schemas, this::link),
                    javaType.isEmpty() ? "" : Markdown.code(javaType),
                    property.required() ? "yes" : "",
                    description(property.schema()));
        }
        page.table(table);
        List<String> notes = new ArrayList<>(others(fields));
        fields.also().forEach(also -> notes.add("It is also " + TypeText.of(also, schemas, this::link) + "."));
        if (!fields.checks().isEmpty()) {
            notes.add("Of the object as a whole: " + String.join(", ", fields.checks()) + ".");
        }
        page.paragraph(String.join(" ", notes));
    }

    private List<String> others(Fields fields) {
        Schema others = fields.others();
        if (others == null) {
            return List.of();
        }
        boolean isNone = schemas.resolve(others) instanceof Schema.Nothing;
        return List.of(isNone ? "No other fields." : "Other fields: " + TypeText.of(others, schemas, this::link) + ".");
    }

    private String description(Schema schema) {
        Heading own = schema.heading();
        Heading said = words(own).isEmpty() ? schemas.resolve(schema).heading() : own;
        StringBuilder text = new StringBuilder(words(said));
        if (own.deprecated() || said.deprecated()) {
            text.insert(0, text.isEmpty() ? "deprecated" : "deprecated: ");
        }
        if (own.defaultValue() != null) {
            text.append(text.isEmpty() ? "" : " ")
                    .append("Default: ")
                    .append(Markdown.code(own.defaultValue().toString()));
        }
        return text.toString();
    }
}
