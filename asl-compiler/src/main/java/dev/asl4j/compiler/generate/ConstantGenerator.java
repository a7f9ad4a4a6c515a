package dev.asl4j.compiler.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.asl4j.compiler.plan.Constant;
import javax.lang.model.element.Modifier;

/** Static fields for literals, patterns and instants. */
final class ConstantGenerator {
    private final Speller speller;

    ConstantGenerator(Speller speller) {
        this.speller = speller;
    }

    /**
     * <pre>{@code
     * private static final JsonNode GREET_RESULT = constant("{\"hello\":\"world\"}");
     * }</pre>
     */
    FieldSpec field(Constant constant) {
        return switch (constant.kind()) {
            case JSON ->
                field(
                        constant,
                        RuntimeTypes.JSON_NODE,
                        CodeBlock.of(
                                "$L($L)",
                                speller.statics().use(RuntimeTypes.JSON, "constant"),
                                Literals.chunked(constant.text())));
            case WILDCARDS ->
                field(
                        constant,
                        RuntimeTypes.STRING_PATTERN,
                        CodeBlock.of("$T.pattern($L)", RuntimeTypes.CHOICES, speller.string(constant.text())));
            case REGEX ->
                field(
                        constant,
                        RuntimeTypes.REGEX,
                        CodeBlock.of(
                                "$T.of($L, $L)",
                                RuntimeTypes.REGEX,
                                speller.string(constant.text()),
                                speller.string(constant.flags())));
            case TIMESTAMP ->
                field(
                        constant,
                        RuntimeTypes.INSTANT,
                        CodeBlock.of("$T.constant($L)", RuntimeTypes.TIMESTAMPS, speller.string(constant.text())));
        };
    }

    private static FieldSpec field(Constant constant, ClassName type, CodeBlock value) {
        return FieldSpec.builder(type, constant.field(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }
}
