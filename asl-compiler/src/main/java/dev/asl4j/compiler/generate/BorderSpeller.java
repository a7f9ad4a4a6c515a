package dev.asl4j.compiler.generate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.plan.Signatures;

/** Spells the types at the borders of a workflow, and how data becomes a value of them. */
final class BorderSpeller {
    /** The constant with the schemas that values are checked by. */
    static final String SCHEMAS = "DATA_SCHEMAS";

    private final TypeSpeller types;

    BorderSpeller(Signatures signatures) {
        this.types = new TypeSpeller(signatures.types(), null);
    }

    /** {@code Order}, {@code Long}: type arguments and parameters alike, as a task may give nothing yet. */
    TypeName type(Signatures.Border border) {
        return border.use().type().accept(types).box();
    }

    /**
     * <pre>{@code
     * DataType.JSON
     * DataType.of(Order.class)
     * DataType.of(new TypeReference<List<Line>>() {})
     * DATA_SCHEMAS.check(0, DataType.of(Order.class))
     * }</pre>
     */
    CodeBlock dataType(Signatures.Border border) {
        return border.schema() == null
                ? unchecked(border)
                : CodeBlock.of("$L.check($L, $L)", SCHEMAS, border.schema(), unchecked(border));
    }

    private CodeBlock unchecked(Signatures.Border border) {
        JavaType type = border.use().type();
        if (type == JavaType.Scalar.JSON) {
            return CodeBlock.of("$T.JSON", RuntimeTypes.DATA_TYPE);
        }
        boolean parameterized = type instanceof JavaType.ListOf || type instanceof JavaType.MapOf;
        return parameterized
                ? CodeBlock.of("$T.of(new $T<$T>() {})", RuntimeTypes.DATA_TYPE, TypeReference.class, type(border))
                : CodeBlock.of("$T.of($T.class)", RuntimeTypes.DATA_TYPE, type(border));
    }
}
