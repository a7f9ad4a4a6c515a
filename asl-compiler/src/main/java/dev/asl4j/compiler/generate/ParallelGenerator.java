package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.StatePlan;

/** A Parallel state starts its branches. */
final class ParallelGenerator {
    private ParallelGenerator() {}

    /**
     * <pre>{@code
     * frame.fork(frame.input(), checkAllBranch1, checkAllBranch2);
     * }</pre>
     */
    static CodeBlock body(StatePlan.Parallel state, Speller speller) {
        return CodeBlock.builder()
                .addStatement("frame.fork($L, $L)", speller.value(state.input()), String.join(", ", state.branches()))
                .build();
    }
}
