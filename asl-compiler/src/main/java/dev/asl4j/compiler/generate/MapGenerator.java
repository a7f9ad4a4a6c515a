package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.StatePlan;

/** A Map state starts its iterations. */
final class MapGenerator {
    private MapGenerator() {}

    /**
     * <pre>{@code
     * frame.map(priceItems, input, FieldPaths.items(at(input, "items"), "$.items"), 10);
     * }</pre>
     */
    static CodeBlock body(StatePlan.Map state, Speller speller) {
        return CodeBlock.builder()
                .addStatement(
                        "frame.map($L, $L, $L, $L)",
                        state.processor(),
                        speller.value(state.input()),
                        speller.value(state.items()),
                        speller.amount(state.maxConcurrency()))
                .build();
    }
}
