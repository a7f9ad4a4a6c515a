package dev.asl4j.compiler.generate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.plan.Signatures;

/** Spells the types at the borders of a workflow, and how data becomes a value of them. */
final class BorderSpeller {
    private final TypeSpeller types;

    BorderSpeller(Signatures signatures) {
        this.types = new TypeSpeller(signatures.types(), null);
    }

    /** {@code Order}, {@code Long}: type arguments and parameters alike, as a task may give nothing yet. */
    TypeName type(JavaType.Use use) {
        return use.type().accept(types).box();
    }

    /**
     * <pre>{@code
     * DataType.JSON
     * DataType.of(Order.class)
     * DataType.of(new TypeReference<List<Line>>() {})
     * }</pre>
     */
    CodeBlock dataType(JavaType.Use use) {
        if (use.type() == JavaType.Scalar.JSON) {
            return CodeBlock.of("$T.JSON", RuntimeTypes.DATA_TYPE);
        }
        boolean parameterized = use.type() instanceof JavaType.ListOf || use.type() instanceof JavaType.MapOf;
        return parameterized
                ? CodeBlock.of("$T.of(new $T<$T>() {})", RuntimeTypes.DATA_TYPE, TypeReference.class, type(use))
                : CodeBlock.of("$T.of($T.class)", RuntimeTypes.DATA_TYPE, type(use));
    }
}
