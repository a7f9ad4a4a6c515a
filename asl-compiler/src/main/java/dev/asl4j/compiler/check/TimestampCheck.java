package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.model.WaitState;
import dev.asl4j.runtime.data.Timestamps;

/** Timestamps in a definition are instants in the profile of RFC 3339 that the specification gives. */
final class TimestampCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (State state : machine.states()) {
            if (state instanceof WaitState wait && wait.duration() instanceof WaitDuration.Timestamp timestamp) {
                check("Timestamp", timestamp.text(), timestamp.origin(), diagnostics);
            }
        }
        for (ChoiceRule.Comparison comparison : Comparisons.of(machine)) {
            if (comparison.operand() instanceof ChoiceOperand.Timestamp timestamp) {
                check(comparison.operator().field(), timestamp.value(), comparison.operandOrigin(), diagnostics);
            }
        }
    }

    private static void check(String field, String text, Subject origin, Diagnostics diagnostics) {
        if (Timestamps.parse(text) == null) {
            diagnostics.report(
                    Code.BAD_TIMESTAMP,
                    origin,
                    Quotes.quote(field) + " must be a timestamp such as 2026-01-31T23:59:59Z, but is "
                            + Quotes.quote(text),
                    null,
                    AwsReport.of("String does not match RFC3339 timestamp", origin));
        }
    }
}
