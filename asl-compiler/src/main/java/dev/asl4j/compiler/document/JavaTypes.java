package dev.asl4j.compiler.document;

import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.datatype.TypeFile;
import dev.asl4j.compiler.datatype.TypeName;
import dev.asl4j.compiler.datatype.TypePlan;
import dev.asl4j.compiler.datatype.Types;
import dev.asl4j.compiler.schema.SchemaId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The Java types of schemas as Java spells them, without packages. */
final class JavaTypes implements JavaType.Visitor<String> {
    private final Types types;
    private final Map<SchemaId, Map<String, JavaType.Use>> components = new HashMap<>();

    JavaTypes(Types types) {
        this.types = types;
        for (TypeFile file : types.files()) {
            if (file.main() != null) {
                add(file.main());
            }
            file.nested().forEach(this::add);
        }
    }

    private void add(TypePlan plan) {
        if (plan instanceof TypePlan.RecordType type) {
            Map<String, JavaType.Use> byProperty = new HashMap<>();
            type.components().forEach(each -> byProperty.put(each.property(), each.use()));
            components.put(type.id(), byProperty);
        }
    }

    /** The type that is generated for a schema, if one is: {@code Order.Line}. */
    Optional<String> generated(SchemaId id) {
        return Optional.ofNullable(types.names().get(id)).map(JavaTypes::spelled);
    }

    /** The type of a property of an object; empty: it is no component of a record. */
    String ofProperty(SchemaId object, String property) {
        JavaType.Use use = components.getOrDefault(object, Map.of()).get(property);
        if (use == null) {
            return "";
        }
        return use.nullable() ? boxed(use.type()) : use.type().accept(this);
    }

    private static String spelled(TypeName name) {
        return name.nested() == null ? name.outer() : name.outer() + "." + name.nested();
    }

    @Override
    public String scalar(JavaType.Scalar type) {
        return switch (type) {
            case BIG_DECIMAL -> "BigDecimal";
            case BIG_INTEGER -> "BigInteger";
            case BOOLEAN -> "boolean";
            case DOUBLE -> "double";
            case DURATION -> "Duration";
            case INT -> "int";
            case JSON -> "JsonNode";
            case LOCAL_DATE -> "LocalDate";
            case LONG -> "long";
            case OFFSET_DATE_TIME -> "OffsetDateTime";
            case STRING -> "String";
            case URI -> "URI";
            case UUID -> "UUID";
        };
    }

    @Override
    public String list(JavaType.ListOf type) {
        return "List<" + boxed(type.element().type()) + ">";
    }

    @Override
    public String map(JavaType.MapOf type) {
        return "Map<String, " + boxed(type.value().type()) + ">";
    }

    private String boxed(JavaType type) {
        if (type instanceof JavaType.Scalar scalar && scalar.isPrimitive()) {
            return switch (scalar) {
                case BOOLEAN -> "Boolean";
                case DOUBLE -> "Double";
                case INT -> "Integer";
                default -> "Long";
            };
        }
        return type.accept(this);
    }

    @Override
    public String generated(JavaType.Generated type) {
        return spelled(types.name(type.id()));
    }

    @Override
    public String existing(JavaType.Existing type) {
        return type.name().substring(type.name().lastIndexOf('.') + 1);
    }
}
