package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaId;
import dev.asl4j.compiler.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans the Java types of all schemas of a compilation, which were found to be free of errors. */
public final class TypePlanner {
    private final TypeOptions options;
    private final Drafts drafts;
    private final UseFinder finder;
    private final Losses losses = new Losses();
    private final Map<SchemaId, JavaType.Use> asked = new HashMap<>();

    /** A planner for one compilation. */
    public TypePlanner(Schemas schemas, TypeOptions options) {
        this.options = options;
        ObjectMerger merger = new ObjectMerger(schemas);
        RecordLimits limits = new RecordLimits(schemas, options);
        this.drafts = new Drafts(new Unions(schemas, merger, limits));
        this.finder = new UseFinder(schemas, options, drafts, merger, limits, losses);
    }

    /** Asks for the type of a schema. */
    public void add(Schema schema) {
        JavaType.Use use = finder.use(schema);
        if (use.nullable()) {
            // At a border there is always a value: null is one of JSON only.
            losses.add(schema, "type", Loss.Kind.UNTYPED);
            use = JavaType.Use.JSON;
        }
        asked.put(schema.heading().id(), use);
    }

    /**
     * The types of what was asked for, and all that these need.
     *
     * @param owners where types go whose schemas stand in no file of their own, by the path of the document
     * @param packageName in front of the packages of the others; empty: nothing
     * @param diagnostics hears of what the types do not hold
     */
    public Types finish(Map<String, TypeName> owners, String packageName, Diagnostics diagnostics) {
        for (ObjectShape shape = drafts.next(); shape != null; shape = drafts.next()) {
            look(shape);
        }
        Needs needs = new Needs(drafts, finder);
        asked.values().forEach(needs::add);
        drafts.keep(needs.all());
        Map<SchemaId, TypeName> names = new TypeNaming(drafts, owners, packageName).names();
        Map<SchemaId, TypePlan> plans = new RecordPlanner(options, drafts, finder, names, losses).plans();
        losses.report(options.validation(), diagnostics);
        Map<SchemaId, Subject> origins = new HashMap<>();
        drafts.all()
                .forEach(draft ->
                        origins.put(draft.heading().id(), draft.heading().origin()));
        return new Types(files(plans, names), names, origins, asked, losses.sorted());
    }

    /** Finds the types of all properties, before any has a name. */
    private void look(ObjectShape shape) {
        shape.properties().stream()
                .map(Schema.Property::schema)
                .filter(schema -> !(schema instanceof Schema.Nothing))
                .forEach(finder::use);
        Schema others = shape.others();
        if (others != null && !(others instanceof Schema.Nothing)) {
            finder.use(others);
        }
    }

    private static List<TypeFile> files(Map<SchemaId, TypePlan> plans, Map<SchemaId, TypeName> names) {
        Map<String, List<Named>> byPath = new TreeMap<>();
        names.forEach((id, name) -> byPath.computeIfAbsent(id.path(), path -> new ArrayList<>())
                .add(new Named(name, Objects.requireNonNull(plans.get(id)))));
        List<TypeFile> files = new ArrayList<>();
        byPath.forEach((path, types) -> files.add(file(path, types)));
        return files;
    }

    private record Named(TypeName name, TypePlan plan) {}

    private static TypeFile file(String path, List<Named> types) {
        @Nullable TypePlan main = null;
        List<TypePlan> nested = new ArrayList<>();
        for (Named type : types) {
            if (type.name().nested() == null) {
                main = type.plan();
            } else {
                nested.add(type.plan());
            }
        }
        TypeName any = types.get(0).name();
        return new TypeFile(path, any.packageName(), any.outer(), main, nested);
    }
}
