package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.StatePlan;
import dev.asl4j.compiler.plan.Value;

/** A Wait state asks to be resumed later. */
final class WaitGenerator {
    private WaitGenerator() {}

    /**
     * <pre>{@code
     * frame.waitSeconds(30);
     * }</pre>
     *
     * <p>or
     *
     * <pre>{@code
     * frame.waitUntil(FieldPaths.waitTimestamp(at(input, STATE_DUE), "$.due"));
     * }</pre>
     */
    static CodeBlock body(StatePlan.Wait state, Speller speller) {
        Value instant = state.delay().instant();
        return instant == null
                ? CodeBlock.builder()
                        .addStatement(
                                "frame.waitSeconds($L)",
                                speller.amount(state.delay().seconds()))
                        .build()
                : CodeBlock.builder()
                        .addStatement("frame.waitUntil($L)", speller.value(instant))
                        .build();
    }
}
