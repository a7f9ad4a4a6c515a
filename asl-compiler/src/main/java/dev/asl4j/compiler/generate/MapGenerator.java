package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.StatePlan;
import java.util.stream.Stream;

/** A Map state starts its iterations. */
final class MapGenerator {
    private MapGenerator() {}

    private static final int LONGEST_LINE = 100;

    /**
     * <pre>{@code
     * frame.map(priceItems, input, FieldPaths.items(at(input, STATE_ITEMS), "$.items"), 10);
     * }</pre>
     */
    static CodeBlock body(StatePlan.Map state, Speller speller) {
        CodeBlock line = arguments(state, speller.value(state.items()), ", ", speller);
        CodeBlock call = Speller.width(line) <= LONGEST_LINE
                ? line
                : CodeBlock.of("\n$L", arguments(state, speller.nested(state.items()), ",\n", speller));
        return CodeBlock.builder().addStatement("frame.map($L)", call).build();
    }

    private static CodeBlock arguments(StatePlan.Map state, CodeBlock items, String separator, Speller speller) {
        return Stream.of(
                        CodeBlock.of("$L", state.processor()),
                        speller.value(state.input()),
                        items,
                        speller.amount(state.maxConcurrency()))
                .collect(CodeBlock.joining(separator));
    }
}
