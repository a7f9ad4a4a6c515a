package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.naming.Identifiers;
import dev.asl4j.compiler.naming.JavaWords;
import dev.asl4j.compiler.naming.NameSet;
import dev.asl4j.compiler.naming.Words;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what each type has, once all are known and have names. */
final class RecordPlanner {
    /** Records with more components than this have a builder. */
    private static final int MOST_WITHOUT_BUILDER = 4;

    /** What a record inherits, or has of its own. */
    private static final List<String> METHODS = List.of(
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "builder",
            "toBuilder",
            "build");

    private final TypeOptions options;
    private final Drafts drafts;
    private final UseFinder finder;
    private final Map<SchemaId, TypeName> names;
    private final Losses losses;
    private final Map<SchemaId, List<SchemaId>> unions;
    private final Map<SchemaId, TypePlan> plans = new HashMap<>();

    RecordPlanner(TypeOptions options, Drafts drafts, UseFinder finder, Map<SchemaId, TypeName> names, Losses losses) {
        this.options = options;
        this.drafts = drafts;
        this.finder = finder;
        this.names = names;
        this.losses = losses;
        this.unions = drafts.unionsByBranch();
    }

    Map<SchemaId, TypePlan> plans() {
        // Enums first: records mention their constants.
        for (Draft draft : drafts.all()) {
            if (draft instanceof Draft.OfStrings strings) {
                plans.put(draft.heading().id(), enumeration(strings));
            } else if (draft instanceof Draft.OfUnion union) {
                plans.put(draft.heading().id(), union(union));
            }
        }
        for (Draft draft : drafts.all()) {
            if (draft instanceof Draft.OfObject object) {
                plans.put(draft.heading().id(), record(object.shape()));
            }
        }
        return plans;
    }

    private static TypePlan enumeration(Draft.OfStrings draft) {
        NameSet taken = NameSet.reserving(JavaWords.KEYWORDS);
        List<TypePlan.Constant> constants = new ArrayList<>();
        for (Draft.Text text : draft.texts()) {
            String otherwise = text.value().isEmpty() ? "EMPTY" : "VALUE";
            String name = taken.claim(Identifiers.constant(Words.of(text.value()), otherwise));
            constants.add(new TypePlan.Constant(name, text.value(), text.docs()));
        }
        return new TypePlan.EnumType(draft.heading().id(), Drafts.docs(draft.heading()), constants);
    }

    private TypePlan union(Draft.OfUnion draft) {
        SchemaId id = draft.heading().id();
        boolean sealed = draft.branches().stream()
                .allMatch(branch -> name(branch.id()).packageName().equals(name(id).packageName()));
        return new TypePlan.UnionType(id, Drafts.docs(draft.heading()), draft.property(), draft.branches(), sealed);
    }

    private TypeName name(SchemaId id) {
        return Objects.requireNonNull(names.get(id), id::toString);
    }

    private TypePlan record(ObjectShape shape) {
        SchemaId id = shape.heading().id();
        List<String> taken = new ArrayList<>(JavaWords.KEYWORDS);
        taken.addAll(METHODS);
        NameSet members = NameSet.reserving(taken);
        String tag = drafts.tag(id);
        List<TypePlan.Component> components = new ArrayList<>();
        List<Schema.Property> properties = shape.properties().stream()
                .filter(property -> !(property.schema() instanceof Schema.Nothing))
                .filter(property -> !property.name().equals(tag))
                .filter(RecordLimits::isNamed)
                .toList();
        List<String> claimed = properties.stream()
                .map(property -> members.claim(Identifiers.member(Words.of(property.name()), "property")))
                .toList();
        for (int i = 0; i < claimed.size(); i++) {
            components.add(component(properties.get(i), claimed.get(i), members));
        }
        TypePlan.Others others = others(shape, members);
        int size = components.size() + (others == null ? 0 : 1);
        return new TypePlan.RecordType(
                id,
                Drafts.docs(shape.heading()),
                components,
                others,
                unions.getOrDefault(id, List.of()),
                tagValue(id),
                size > MOST_WITHOUT_BUILDER);
    }

    private @Nullable String tagValue(SchemaId id) {
        for (SchemaId union : unions.getOrDefault(id, List.of())) {
            for (TypePlan.Branch branch : ((TypePlan.UnionType) Objects.requireNonNull(plans.get(union))).branches()) {
                if (branch.id().equals(id)) {
                    return branch.value();
                }
            }
        }
        return null;
    }

    private TypePlan.@Nullable Others others(ObjectShape shape, NameSet members) {
        Schema others = shape.others();
        if (others instanceof Schema.Nothing) {
            return null;
        }
        if (others == null) {
            return switch (options.unknownProperties()) {
                case KEEP -> new TypePlan.Others(members.claim("additionalProperties"), JavaType.Use.JSON);
                case REFUSE -> null;
            };
        }
        return new TypePlan.Others(members.claim("additionalProperties"), finder.use(others));
    }

    private TypePlan.Component component(Schema.Property property, String name, NameSet members) {
        Schema schema = property.schema();
        JavaType.Use found = finder.use(schema);
        JavaType.Use use = property.required() ? found : new JavaType.Use(found.type(), true);
        JsonValue defaultValue = schema.heading().defaultValue();
        TypePlan.Default meant = null;
        if (defaultValue != null && !property.required()) {
            meant = defaultOf(defaultValue, use.type(), name, members);
            if (meant == null) {
                losses.add(schema, "default", Loss.Kind.UNUSED);
            }
        }
        return new TypePlan.Component(
                name, property.name(), use, property.required(), Drafts.docs(schema.heading()), meant);
    }

    /** Null: the type has no such value, or none that can be written down. */
    private TypePlan.@Nullable Default defaultOf(JsonValue value, JavaType type, String name, NameSet members) {
        String constant = null;
        boolean fits = type instanceof JavaType.Scalar scalar && fits(value, scalar);
        if (type instanceof JavaType.Generated generated
                && plans.get(generated.id()) instanceof TypePlan.EnumType enumeration
                && value instanceof JsonString text) {
            constant = enumeration.constants().stream()
                    .filter(each -> each.text().equals(text.value()))
                    .map(TypePlan.Constant::name)
                    .findFirst()
                    .orElse(null);
        }
        return fits || constant != null
                ? new TypePlan.Default(value, members.claim(name + "OrDefault"), constant)
                : null;
    }

    private static boolean fits(JsonValue value, JavaType.Scalar type) {
        return switch (type) {
            case STRING -> value instanceof JsonString;
            case BOOLEAN -> value instanceof JsonBoolean;
            case INT -> value instanceof JsonNumber number && isWhole(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> value instanceof JsonNumber number && isWhole(number, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE, BIG_DECIMAL -> value instanceof JsonNumber;
            case BIG_INTEGER, DURATION, JSON, LOCAL_DATE, OFFSET_DATE_TIME, URI, UUID -> false;
        };
    }

    private static boolean isWhole(JsonNumber number, long least, long greatest) {
        BigDecimal value = number.value();
        return number.whole().isPresent()
                && value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(greatest)) <= 0;
    }
}
