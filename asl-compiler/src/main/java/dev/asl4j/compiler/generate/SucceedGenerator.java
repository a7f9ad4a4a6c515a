package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.StatePlan;

/** A Succeed state ends its scope. */
final class SucceedGenerator {
    private SucceedGenerator() {}

    /**
     * <pre>{@code
     * frame.succeed(frame.input());
     * }</pre>
     */
    static CodeBlock body(StatePlan.Succeed state, Speller speller) {
        return CodeBlock.builder()
                .addStatement("frame.succeed($L)", speller.value(state.output()))
                .build();
    }
}
