package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNull;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.schema.Range;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaId;
import dev.asl4j.compiler.schema.Schemas;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

// Size: one method for each kind of schema.
/** Finds the Java type of a schema. Types that have to be generated are told to {@link Drafts}. */
final class UseFinder implements Schema.Visitor<JavaType.Use> {
    /** Constants that the initializer of an enum has room for. */
    private static final int MOST_CONSTANTS = 1_000;

    /** Lists of lists, and maps: nobody reads more, and javac cannot. */
    private static final int MOST_NESTED = 16;

    private final Schemas schemas;
    private final TypeOptions options;
    private final Drafts drafts;
    private final ObjectMerger merger;
    private final RecordLimits limits;
    private final Losses losses;
    private final Map<SchemaId, JavaType.Use> targets = new HashMap<>();
    private final Set<SchemaId> following = new HashSet<>();

    UseFinder(
            Schemas schemas,
            TypeOptions options,
            Drafts drafts,
            ObjectMerger merger,
            RecordLimits limits,
            Losses losses) {
        this.schemas = schemas;
        this.limits = limits;
        this.options = options;
        this.drafts = drafts;
        this.merger = merger;
        this.losses = losses;
    }

    JavaType.Use use(Schema schema) {
        losses.addChecks(schema);
        return schema.accept(this);
    }

    private static JavaType.Use of(JavaType type) {
        return new JavaType.Use(type, false);
    }

    private JavaType.Use untyped(Schema schema, String keyword) {
        losses.add(schema, keyword, Loss.Kind.UNTYPED);
        return JavaType.Use.JSON;
    }

    @Override
    public JavaType.Use anything(Schema.Anything schema) {
        return JavaType.Use.JSON;
    }

    @Override
    public JavaType.Use nothing(Schema.Nothing schema) {
        return untyped(schema, "false");
    }

    @Override
    public JavaType.Use nullValue(Schema.NullValue schema) {
        return untyped(schema, "type");
    }

    @Override
    public JavaType.Use booleanValue(Schema.BooleanValue schema) {
        return of(JavaType.Scalar.BOOLEAN);
    }

    @Override
    public JavaType.Use integerValue(Schema.IntegerValue schema) {
        return of(integer(schema.range()));
    }

    private static JavaType integer(Range range) {
        if (range.isWithin(Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            return JavaType.Scalar.INT;
        }
        return range.reachesBeyond(Long.MIN_VALUE, Long.MAX_VALUE) ? JavaType.Scalar.BIG_INTEGER : JavaType.Scalar.LONG;
    }

    @Override
    public JavaType.Use numberValue(Schema.NumberValue schema) {
        return of(number());
    }

    private JavaType number() {
        return switch (options.numbers()) {
            case DOUBLE -> JavaType.Scalar.DOUBLE;
            case DECIMAL -> JavaType.Scalar.BIG_DECIMAL;
        };
    }

    @Override
    public JavaType.Use stringValue(Schema.StringValue schema) {
        if (schema.format() == null) {
            return of(JavaType.Scalar.STRING);
        }
        return of(
                switch (schema.format()) {
                    case DATE -> JavaType.Scalar.LOCAL_DATE;
                    case DATE_TIME -> JavaType.Scalar.OFFSET_DATE_TIME;
                    case DURATION -> JavaType.Scalar.DURATION;
                    case URI, URI_REFERENCE -> JavaType.Scalar.URI;
                    case UUID -> JavaType.Scalar.UUID;
                });
    }

    @Override
    public JavaType.Use arrayValue(Schema.ArrayValue schema) {
        boolean isClosed = schema.rest() instanceof Schema.Nothing;
        if (schema.first().isEmpty()) {
            return listOf(schema, use(schema.rest()));
        }
        List<JavaType.Use> elements = new ArrayList<>();
        schema.first().forEach(element -> elements.add(use(element)));
        if (!isClosed) {
            elements.add(use(schema.rest()));
        }
        boolean alike = elements.stream().distinct().count() == 1;
        Loss.Kind kind = alike ? Loss.Kind.UNCHECKED : Loss.Kind.UNTYPED;
        losses.add(schema, "prefixItems", kind);
        return listOf(schema, alike ? elements.get(0) : JavaType.Use.JSON);
    }

    private JavaType.Use listOf(Schema schema, JavaType.Use element) {
        return isTooDeep(element.type()) ? untyped(schema, "items") : of(new JavaType.ListOf(element));
    }

    private static boolean isTooDeep(JavaType type) {
        JavaType inner = type;
        for (int depth = 1; depth < MOST_NESTED; depth++) {
            if (inner instanceof JavaType.ListOf list) {
                inner = list.element().type();
            } else if (inner instanceof JavaType.MapOf map) {
                inner = map.value().type();
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public JavaType.Use objectValue(Schema.ObjectValue schema) {
        return object(schema, merger.object(schema).orElseThrow());
    }

    private JavaType.Use object(Schema schema, ObjectShape shape) {
        addLosses(shape);
        Schema others = shape.others();
        if (shape.properties().isEmpty() && !(others instanceof Schema.Nothing)) {
            JavaType.Use value = others == null ? JavaType.Use.JSON : use(others);
            return isTooDeep(value.type()) ? untyped(schema, "additionalProperties") : of(new JavaType.MapOf(value));
        }
        return limits.allow(shape) ? of(drafts.object(shape)) : untyped(schema, "properties");
    }

    private void addLosses(ObjectShape shape) {
        shape.checks().forEach(losses::add);
        boolean closed = shape.others() instanceof Schema.Nothing
                || (shape.others() == null && options.unknownProperties() == TypeOptions.UnknownProperties.REFUSE);
        for (Schema.Property property : shape.properties()) {
            // Where other properties are refused, one that is never there is one of them.
            if (property.schema() instanceof Schema.Nothing && (property.required() || !closed)) {
                losses.add(property.schema(), "false", Loss.Kind.UNCHECKED);
            }
            if (!RecordLimits.isNamed(property)) {
                losses.add(new Loss(shape.heading().id(), "properties", property.at(), Loss.Kind.UNTYPED));
            }
        }
    }

    @Override
    public JavaType.Use values(Schema.Values schema) {
        List<JsonValue> values = schema.values().stream()
                .filter(value -> !(value instanceof JsonNull))
                .toList();
        boolean nullable = values.size() < schema.values().size();
        JavaType.Use use = listed(schema, values);
        return nullable ? use.orNull() : use;
    }

    private JavaType.Use listed(Schema.Values schema, List<JsonValue> values) {
        String keyword = schema.values().size() == 1 ? "const" : "enum";
        if (values.isEmpty()) {
            return untyped(schema, keyword);
        }
        if (values.stream().allMatch(JsonString.class::isInstance)) {
            List<Draft.Text> texts = values.stream()
                    .map(value -> new Draft.Text(((JsonString) value).value(), new TypePlan.Docs(null, false)))
                    .toList();
            return strings(schema, keyword, texts);
        }
        if (values.stream().allMatch(JsonBoolean.class::isInstance)) {
            if (values.size() == 1) {
                losses.add(schema, keyword, Loss.Kind.UNCHECKED);
            }
            return of(JavaType.Scalar.BOOLEAN);
        }
        if (values.stream().allMatch(JsonNumber.class::isInstance)) {
            losses.add(schema, keyword, Loss.Kind.UNCHECKED);
            return of(number(values));
        }
        return untyped(schema, keyword);
    }

    private JavaType number(List<JsonValue> values) {
        List<BigDecimal> numbers =
                values.stream().map(value -> ((JsonNumber) value).value()).toList();
        boolean whole = numbers.stream()
                .allMatch(number ->
                        number.signum() == 0 || number.stripTrailingZeros().scale() <= 0);
        return whole ? integer(new Range(Collections.min(numbers), false, Collections.max(numbers), false)) : number();
    }

    private JavaType.Use strings(Schema schema, String keyword, List<Draft.Text> texts) {
        if (texts.size() > MOST_CONSTANTS
                || texts.stream().anyMatch(text -> text.value().length() > RecordLimits.MOST_LETTERS)) {
            losses.add(schema, keyword, Loss.Kind.UNCHECKED);
            return of(JavaType.Scalar.STRING);
        }
        return of(drafts.strings(schema.heading(), texts));
    }

    @Override
    public JavaType.Use oneOf(Schema.OneOf schema) {
        Schema.Discriminator written = schema.discriminator();
        return alternatives(schema, "oneOf", schema.branches(), written == null ? null : written.property());
    }

    @Override
    public JavaType.Use anyOf(Schema.AnyOf schema) {
        return alternatives(schema, "anyOf", schema.branches(), null);
    }

    private JavaType.Use alternatives(
            Schema schema, String keyword, List<Schema> branches, @Nullable String discriminator) {
        List<Schema> others = branches.stream()
                .filter(branch -> !(schemas.resolve(branch) instanceof Schema.NullValue))
                .toList();
        JavaType.Use use = others.size() == 1
                ? use(others.get(0))
                : others.isEmpty() ? untyped(schema, keyword) : several(schema, keyword, others, discriminator);
        int nulls = branches.size() - others.size();
        boolean either = nulls > 1 || use.nullable() || use.type() == JavaType.Scalar.JSON;
        if (schema instanceof Schema.OneOf && nulls > 0 && either) {
            losses.add(schema, keyword, Loss.Kind.UNCHECKED); // null is of several branches
        }
        return nulls > 0 ? use.orNull() : use;
    }

    private JavaType.Use several(Schema schema, String keyword, List<Schema> branches, @Nullable String discriminator) {
        List<Draft.Text> texts = texts(branches);
        if (!texts.isEmpty()) {
            if (schema instanceof Schema.OneOf && texts.size() < listed(branches)) {
                losses.add(schema, keyword, Loss.Kind.UNCHECKED); // a text is in several branches
            }
            return strings(schema, keyword, texts);
        }
        Optional<JavaType.Use> union =
                drafts.union(schema, branches, discriminator, this::addLosses).map(UseFinder::of);
        if (union.isPresent()) {
            return union.get();
        }
        JavaType scalar = scalar(branches);
        if (scalar != null) {
            losses.add(schema, keyword, Loss.Kind.UNCHECKED);
            return of(scalar);
        }
        return untyped(schema, keyword);
    }

    /** The strings of branches that only list some, each with what its branch says of it; empty: there are other branches. */
    private List<Draft.Text> texts(List<Schema> branches) {
        Map<String, Draft.Text> texts = new LinkedHashMap<>();
        for (Schema branch : branches) {
            if (!(schemas.resolve(branch) instanceof Schema.Values values)) {
                return List.of();
            }
            for (JsonValue value : values.values()) {
                if (!(value instanceof JsonString text)) {
                    return List.of();
                }
                texts.putIfAbsent(text.value(), new Draft.Text(text.value(), Drafts.docs(branch.heading())));
            }
        }
        return List.copyOf(texts.values());
    }

    private int listed(List<Schema> branches) {
        return branches.stream()
                .mapToInt(branch ->
                        ((Schema.Values) schemas.resolve(branch)).values().size())
                .sum();
    }

    /** The type that all branches have, if none of them is an object or an array. */
    private @Nullable JavaType scalar(List<Schema> branches) {
        List<Schema> all = branches.stream().map(schemas::resolve).toList();
        if (all.stream().allMatch(Schema.StringValue.class::isInstance)) {
            List<JavaType.Use> uses =
                    all.stream().map(each -> each.accept(this)).distinct().toList();
            return uses.size() == 1 ? uses.get(0).type() : JavaType.Scalar.STRING;
        }
        if (all.stream().allMatch(Schema.IntegerValue.class::isInstance)) {
            List<JavaType.Use> uses =
                    all.stream().map(each -> each.accept(this)).distinct().toList();
            return uses.size() == 1 ? uses.get(0).type() : JavaType.Scalar.BIG_INTEGER;
        }
        boolean numbers = all.stream()
                .allMatch(each -> each instanceof Schema.IntegerValue || each instanceof Schema.NumberValue);
        return numbers ? number() : null;
    }

    @Override
    public JavaType.Use allOf(Schema.AllOf schema) {
        Optional<ObjectShape> shape = merger.object(schema);
        if (shape.isPresent()) {
            return object(schema, shape.get());
        }
        List<Schema> parts = new ArrayList<>();
        addParts(schema, parts, Collections.newSetFromMap(new IdentityHashMap<>()));
        if (parts.size() < 2) {
            // As it is referred to: a list may have itself for an element.
            return parts.isEmpty() ? JavaType.Use.JSON : use(parts.get(0));
        }
        List<Schema> resolved = parts.stream().map(schemas::resolve).toList();
        resolved.forEach(losses::addChecks);
        return both(schema, resolved);
    }

    private void addParts(Schema unresolved, List<Schema> parts, Set<Schema> seen) {
        Schema schema = schemas.resolve(unresolved);
        if (!seen.add(schema)) {
            return;
        }
        if (schema instanceof Schema.AllOf all) {
            all.parts().forEach(part -> addParts(part, parts, seen));
        } else if (!(schema instanceof Schema.Anything)) {
            parts.add(unresolved);
        }
    }

    /** What is said of scalars in several places; of other data only a validator can tell. */
    private JavaType.Use both(Schema schema, List<Schema> parts) {
        List<Schema> listed =
                parts.stream().filter(Schema.Values.class::isInstance).toList();
        boolean scalars = parts.stream()
                .allMatch(part -> part instanceof Schema.Values
                        || part instanceof Schema.StringValue
                        || part instanceof Schema.BooleanValue
                        || part instanceof Schema.IntegerValue
                        || part instanceof Schema.NumberValue);
        if (scalars && listed.size() == 1) {
            Schema.Values values = (Schema.Values) listed.get(0);
            boolean all = values.values().stream()
                    .allMatch(value -> parts.stream().allMatch(part -> part == values || Scalars.takes(part, value)));
            for (Schema part : parts) {
                if (part instanceof Schema.StringValue text && text.format() != null) {
                    losses.add(part, "format", Loss.Kind.UNCHECKED);
                }
            }
            return all ? values.accept(this) : untyped(schema, "allOf");
        }
        if (parts.stream().allMatch(Schema.StringValue.class::isInstance)) {
            return parts.stream()
                    .filter(part -> ((Schema.StringValue) part).format() != null)
                    .findFirst()
                    .orElse(parts.get(0))
                    .accept(this);
        }
        if (parts.stream().allMatch(Schema.NumberValue.class::isInstance)) {
            return of(number());
        }
        Range range = Range.ALL;
        for (Schema part : parts) {
            if (part instanceof Schema.IntegerValue integer) {
                range = range.and(integer.range());
            } else if (part instanceof Schema.NumberValue number) {
                range = range.and(number.range());
            } else {
                return untyped(schema, "allOf");
            }
        }
        return of(integer(range));
    }

    @Override
    public JavaType.Use reference(Schema.Reference schema) {
        SchemaId target = schema.target();
        JavaType.Use known = targets.get(target);
        if (known != null) {
            return known;
        }
        if (!following.add(target)) {
            // A list of lists of lists: there is no type that could have a name.
            losses.add(schema, "$ref", Loss.Kind.UNTYPED);
            return JavaType.Use.JSON;
        }
        JavaType.Use use = use(schemas.target(schema));
        following.remove(target);
        targets.put(target, use);
        return use;
    }
}
