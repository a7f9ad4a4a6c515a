package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.expression.IntrinsicFunction;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.source.Span;
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
                    place(computed),
                    "\"" + field + "\" needs a string, which "
                            + computed.call().function().text() + " does not return",
                    "use "
                            + Suggestions.oneOf(Arrays.stream(IntrinsicFunction.values())
                                    .filter(IntrinsicFunction::returnsString)
                                    .map(IntrinsicFunction::text)
                                    .toList()));
        }
    }

    private static Subject place(FailText.Computed computed) {
        Span call = computed.call().span();
        return computed.origin() instanceof JsonString text ? text.part(call.start(), call.end()) : computed.origin();
    }
}
