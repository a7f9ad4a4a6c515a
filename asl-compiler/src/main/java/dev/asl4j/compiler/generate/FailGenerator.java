package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.StatePlan;
import dev.asl4j.compiler.plan.Value;
import org.jspecify.annotations.Nullable;

/** A Fail state ends its scope with an error. */
final class FailGenerator {
    private FailGenerator() {}

    /**
     * <pre>{@code
     * frame.fail(Errors.ORDER_INVALID, "no lines");
     * }</pre>
     *
     * <p>or, if something has to be computed,
     *
     * <pre>{@code
     * frame.fail(
     *     Errors.ORDER_INVALID,
     *     FieldPaths.text("CausePath", found(...), "$.reason"));
     * }</pre>
     */
    static CodeBlock body(StatePlan.Fail state, Speller speller) {
        String call =
                isComputed(state.error()) || isComputed(state.cause()) ? "frame.fail(\n$L,\n$L)" : "frame.fail($L, $L)";
        return CodeBlock.builder()
                .addStatement(call, text(state.error(), speller), text(state.cause(), speller))
                .build();
    }

    private static boolean isComputed(StatePlan.@Nullable Text text) {
        return text != null && text.value() != null;
    }

    private static CodeBlock text(StatePlan.@Nullable Text text, Speller speller) {
        if (text == null) {
            return CodeBlock.of("null");
        }
        if (text.constant() != null) {
            return CodeBlock.of("Errors.$L", text.constant());
        }
        Value value = text.value();
        if (value == null) {
            return speller.stringOrNull(text.literal());
        }
        return text.field().isEmpty()
                ? speller.value(value)
                : CodeBlock.of(
                        "$T.text($L, $L, $L)",
                        RuntimeTypes.FIELD_PATHS,
                        speller.string(text.field()),
                        speller.value(value),
                        speller.string(text.written()));
    }
}
