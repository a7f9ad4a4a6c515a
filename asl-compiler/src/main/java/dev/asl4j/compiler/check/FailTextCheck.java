package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.expression.IntrinsicFunction;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.State;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code ErrorPath} and {@code CausePath} call only intrinsic functions that can return a string. */
final class FailTextCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (State state : machine.states()) {
            if (state instanceof FailState fail) {
                check("ErrorPath", fail.error(), diagnostics);
                check("CausePath", fail.cause(), diagnostics);
            }
        }
    }

    private static void check(String field, @Nullable FailText text, Diagnostics diagnostics) {
        if (text instanceof FailText.Computed computed
                && !computed.call().function().returnsString()) {
            diagnostics.report(
                    Code.NOT_A_STRING,
                    computed.origin(),
                    "\"" + field + "\" needs a string, which "
                            + computed.call().function().text() + " does not return",
                    "use "
                            + Suggestions.oneOf(Arrays.stream(IntrinsicFunction.values())
                                    .filter(IntrinsicFunction::returnsString)
                                    .map(IntrinsicFunction::text)
                                    .toList()));
        }
    }
}
