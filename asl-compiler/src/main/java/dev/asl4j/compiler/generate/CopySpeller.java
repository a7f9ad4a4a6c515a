package dev.asl4j.compiler.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.asl4j.compiler.datatype.JavaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Spells copies of lists and maps that nobody can change and that have no null where none may be; their order stays. */
final class CopySpeller {
    private final TypeSpeller speller;
    private int depth;

    CopySpeller(TypeSpeller speller) {
        this.speller = speller;
    }

    /**
     * A copy of a list or of a map.
     *
     * <pre>{@code
     * List.copyOf(items)
     * Collections.unmodifiableList(new ArrayList<>(items))
     * items.stream().map(each -> List.copyOf(each)).toList()
     * Collections.unmodifiableMap(new LinkedHashMap<>(items))
     * Collections.unmodifiableMap(items.entrySet().stream().collect(LinkedHashMap<String, List<String>>::new,
     *     (all, each) -> all.put(each.getKey(), List.copyOf(each.getValue())), Map::putAll))
     * }</pre>
     */
    CodeBlock copy(String what, JavaType type) {
        depth++;
        CodeBlock copy = type instanceof JavaType.MapOf map ? map(what, map) : list(what, (JavaType.ListOf) type);
        depth--;
        return copy;
    }

    /** Whether a copy may still have nulls that may not be: that of a map of simple values, which is better read in two steps. */
    static boolean isUnchecked(JavaType type) {
        return type instanceof JavaType.MapOf map && !isNested(map.value().type()) && !mayBeNull(map.value());
    }

    private CodeBlock list(String what, JavaType.ListOf type) {
        if (isNested(type.element().type())) {
            String each = "each" + (depth == 1 ? "" : depth);
            return CodeBlock.of("$L.stream().map($L -> $L).toList()", what, each, value(each, type.element()));
        }
        return type.element().nullable()
                ? CodeBlock.of("$T.unmodifiableList(new $T<>($L))", Collections.class, ArrayList.class, what)
                : CodeBlock.of("$T.copyOf($L)", List.class, what);
    }

    private CodeBlock map(String what, JavaType.MapOf type) {
        if (!isNested(type.value().type()) && (depth == 1 || mayBeNull(type.value()))) {
            return CodeBlock.of("$T.unmodifiableMap(new $T<>($L))", Collections.class, LinkedHashMap.class, what);
        }
        String number = depth == 1 ? "" : String.valueOf(depth);
        TypeName map = ParameterizedTypeName.get(
                ClassName.get(LinkedHashMap.class), ClassName.get(String.class), speller.boxed(type.value()));
        CodeBlock value = value("each" + number + ".getValue()", type.value());
        return CodeBlock.of(
                "$1T.unmodifiableMap($2L.entrySet().stream().collect($3T::new,"
                        + " (all$4L, each$4L) -> all$4L.put(each$4L.getKey(), $5L), $6T::putAll))",
                Collections.class,
                what,
                map,
                number,
                value,
                Map.class);
    }

    private CodeBlock value(String what, JavaType.Use use) {
        if (!isNested(use.type())) {
            return CodeBlock.of("$T.requireNonNull($L)", Objects.class, what);
        }
        CodeBlock copy = copy(what, use.type());
        return use.nullable() ? CodeBlock.of("$1L == null ? null : $2L", what, copy) : copy;
    }

    private static boolean isNested(JavaType type) {
        return type instanceof JavaType.ListOf || type instanceof JavaType.MapOf;
    }

    /** JSON has a null of its own, for which Jackson never gives Java's. */
    private static boolean mayBeNull(JavaType.Use value) {
        return value.nullable() || value.type() == JavaType.Scalar.JSON;
    }
}
