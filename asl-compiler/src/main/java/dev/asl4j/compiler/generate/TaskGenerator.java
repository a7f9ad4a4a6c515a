package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.StatePlan;

/** A Task state calls its task. */
final class TaskGenerator {
    private TaskGenerator() {}

    /**
     * <pre>{@code
     * frame.call(validate, frame.input());
     * }</pre>
     *
     * <p>or, with limits of time in seconds, 0 for none,
     *
     * <pre>{@code
     * frame.call(validate, frame.input(), 30, 0);
     * }</pre>
     */
    static CodeBlock body(StatePlan.Task state, Speller speller) {
        CodeBlock input = speller.value(state.input());
        if (state.timeout().isNone() && state.heartbeat().isNone()) {
            return CodeBlock.builder()
                    .addStatement("frame.call($L, $L)", state.task(), input)
                    .build();
        }
        boolean read = state.timeout().value() != null || state.heartbeat().value() != null;
        return CodeBlock.builder()
                .addStatement(
                        read ? "frame.call(\n$L,\n$L,\n$L,\n$L)" : "frame.call($L, $L, $L, $L)",
                        state.task(),
                        input,
                        speller.amount(state.timeout()),
                        speller.amount(state.heartbeat()))
                .build();
    }
}
