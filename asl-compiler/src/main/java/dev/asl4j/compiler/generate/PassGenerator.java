package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.StatePlan;

/** A Pass state moves on at once. */
final class PassGenerator {
    private PassGenerator() {}

    /**
     * <pre>{@code
     * frame.next(SHIP, put(frame.input(), DEFAULTS_RESULT, "$.defaults", STATE_DEFAULTS));
     * }</pre>
     */
    static CodeBlock body(StatePlan.Pass state, Speller speller) {
        return CodeBlock.builder()
                .add(speller.assignments(state.exit().move()))
                .addStatement(speller.exit(state.exit()))
                .build();
    }
}
