package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.StatePlan;
import dev.asl4j.compiler.plan.Value;
import java.util.ArrayList;
import java.util.List;

/** A Task state calls its task. */
final class TaskGenerator {
    private TaskGenerator() {}

    /**
     * <pre>{@code
     * frame.call(validate, frame.input());
     * }</pre>
     *
     * <p>or, with limits of time in seconds, 0 for none, and with credentials,
     *
     * <pre>{@code
     * frame.call(validate, frame.input(), 30, 0);
     * frame.call(validate, frame.input(), 30, 0, VALIDATE_CREDENTIALS);
     * }</pre>
     */
    static CodeBlock body(StatePlan.Task state, Speller speller) {
        Value credentials = state.credentials();
        boolean computed = state.timeout().value() != null
                || state.heartbeat().value() != null
                || (credentials != null && !(credentials instanceof Value.Constant));
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$L", state.task()));
        arguments.add(computed ? speller.nested(state.input()) : speller.value(state.input()));
        if (!state.timeout().isNone() || !state.heartbeat().isNone() || credentials != null) {
            arguments.add(speller.amount(state.timeout()));
            arguments.add(speller.amount(state.heartbeat()));
        }
        if (credentials != null) {
            arguments.add(speller.nested(credentials));
        }
        return CodeBlock.builder()
                .addStatement(
                        computed ? "frame.call(\n$L)" : "frame.call($L)",
                        arguments.stream().collect(CodeBlock.joining(computed ? ",\n" : ", ")))
                .build();
    }
}
