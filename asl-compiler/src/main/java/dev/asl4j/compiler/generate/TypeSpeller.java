package dev.asl4j.compiler.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.datatype.TypeFile;
import dev.asl4j.compiler.datatype.Types;
import dev.asl4j.compiler.schema.SchemaId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Spells types. */
final class TypeSpeller implements JavaType.Visitor<TypeName> {
    private final Types types;
    private final @Nullable TypeFile file;

    /** @param file what the types are spelled in; null: another file */
    TypeSpeller(Types types, @Nullable TypeFile file) {
        this.types = types;
        this.file = file;
    }

    /** A type at its place: {@code long}, {@code @Nullable Long}. */
    TypeName of(JavaType.Use use) {
        TypeName plain = use.type().accept(this);
        return use.nullable() ? nullable(plain) : plain;
    }

    /** A type where null stands for what is not there yet. */
    TypeName nullable(JavaType.Use use) {
        return nullable(use.type().accept(this));
    }

    private static TypeName nullable(TypeName plain) {
        return plain.box()
                .annotated(AnnotationSpec.builder(RuntimeTypes.NULLABLE).build());
    }

    /** A type as the argument of another, which is never a primitive one. */
    TypeName boxed(JavaType.Use use) {
        TypeName spelled = of(use);
        return use.nullable() ? spelled : spelled.box();
    }

    /** The name of a generated type; what is inside the class of the file is known there by its simple name. */
    ClassName name(SchemaId id) {
        dev.asl4j.compiler.datatype.TypeName name = types.name(id);
        String nested = name.nested();
        boolean isHere = file != null
                && name.outer().equals(file.className())
                && name.packageName().equals(file.packageName());
        return nested != null && isHere ? ClassName.get("", nested) : qualified(id);
    }

    /** The same where the class of the file is only declared, and what is inside not known yet. */
    ClassName qualified(SchemaId id) {
        dev.asl4j.compiler.datatype.TypeName name = types.name(id);
        ClassName outer = ClassName.get(name.packageName(), name.outer());
        String nested = name.nested();
        return nested == null ? outer : outer.nestedClass(nested);
    }

    /** {@code Map<String, Line>}. */
    TypeName mapOf(JavaType.Use value) {
        return ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), boxed(value));
    }

    @Override
    public TypeName scalar(JavaType.Scalar type) {
        return switch (type) {
            case BIG_DECIMAL -> ClassName.get(BigDecimal.class);
            case BIG_INTEGER -> ClassName.get(BigInteger.class);
            case BOOLEAN -> TypeName.BOOLEAN;
            case DOUBLE -> TypeName.DOUBLE;
            case DURATION -> ClassName.get(Duration.class);
            case INT -> TypeName.INT;
            case JSON -> RuntimeTypes.JSON_NODE;
            case LOCAL_DATE -> ClassName.get(LocalDate.class);
            case LONG -> TypeName.LONG;
            case OFFSET_DATE_TIME -> ClassName.get(OffsetDateTime.class);
            case STRING -> ClassName.get(String.class);
            case URI -> ClassName.get(URI.class);
            case UUID -> ClassName.get(UUID.class);
        };
    }

    @Override
    public TypeName list(JavaType.ListOf type) {
        return ParameterizedTypeName.get(ClassName.get(List.class), boxed(type.element()));
    }

    @Override
    public TypeName map(JavaType.MapOf type) {
        return mapOf(type.value());
    }

    @Override
    public TypeName generated(JavaType.Generated type) {
        return name(type.id());
    }

    @Override
    public TypeName existing(JavaType.Existing type) {
        int point = type.name().lastIndexOf('.');
        return ClassName.get(type.name().substring(0, point), type.name().substring(point + 1));
    }
}
