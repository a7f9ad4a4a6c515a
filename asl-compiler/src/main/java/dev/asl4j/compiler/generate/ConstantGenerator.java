package dev.asl4j.compiler.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.asl4j.compiler.plan.Constant;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Static fields for literals, patterns and instants. */
final class ConstantGenerator {
    /** Without what stands before the name. */
    private static final int LONGEST_LINE = 75;

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
            case MEMBER ->
                field(
                        constant,
                        RuntimeTypes.MEMBER,
                        CodeBlock.of("$T.of($L)", RuntimeTypes.MEMBER, speller.string(constant.text())));
            case SHAPE -> field(constant, RuntimeTypes.SHAPE, shape(constant.names()));
            case QUERY -> field(constant, RuntimeTypes.QUERY_EXPRESSION, query(constant));
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

    /** {@code Shape.of("orderId", "step")}, or {@code Shape.open()} */
    private CodeBlock shape(List<String> names) {
        return names.isEmpty()
                ? CodeBlock.of("$T.open()", RuntimeTypes.SHAPE)
                : CodeBlock.of(
                        "$T.of($L)",
                        RuntimeTypes.SHAPE,
                        names.stream().map(speller::string).collect(CodeBlock.joining(", ")));
    }

    /** {@code QueryExpression.of("$states.input.total * $rate").reads("rate", 0, RATE_SLOT)} */
    private CodeBlock query(Constant constant) {
        CodeBlock expression = CodeBlock.of("$T.of($L)", RuntimeTypes.QUERY_EXPRESSION, speller.lines(constant.text()));
        List<CodeBlock> reads = constant.reads().stream().map(this::read).toList();
        int length = constant.field().length()
                + Stream.concat(Stream.of(expression), reads.stream())
                        .mapToInt(Speller::width)
                        .sum();
        CodeBlock.Builder code = CodeBlock.builder().add(expression);
        reads.forEach(read -> code.add(length > LONGEST_LINE ? "$>$>\n$L$<$<" : "$L", read));
        return code.build();
    }

    private CodeBlock read(Constant.Read read) {
        return CodeBlock.of(
                ".reads($L, $L, $L)",
                speller.string(read.name()),
                read.slot().depth(),
                read.slot().constant());
    }
}
