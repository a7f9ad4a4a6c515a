package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.flow.Read;
import dev.asl4j.compiler.flow.VariableFlow;
import dev.asl4j.compiler.model.Edge;
import dev.asl4j.compiler.model.State;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warns of a variable that has no value when it is read, or none on some way to the read. Guarded reads are none. */
final class VariableFlowCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        if (!machine.isRead() || !machine.graphs().stream().allMatch(Graph::isSound)) {
            return;
        }
        State state = null;
        Set<String> reported = new HashSet<>();
        for (VariableFlow.Lack lack : VariableFlow.of(machine.definition())) {
            if (lack.state() != state) {
                state = lack.state();
                reported.clear();
            }
            if (reported.add(lack.read().name())) {
                report(lack, diagnostics);
            }
        }
    }

    private static void report(VariableFlow.Lack lack, Diagnostics diagnostics) {
        Read read = lack.read();
        String variable = "the variable " + Quotes.quote("$" + read.name());
        switch (lack.extent()) {
            case ALL ->
                diagnostics.report(
                        Code.ASSIGNED_LATER,
                        read.place(),
                        variable + " has no value here: no state on the way to "
                                + Quotes.quote(lack.state().name()) + " assigns it; " + consequence(read),
                        null);
            case SOME ->
                diagnostics.report(
                        Code.PERHAPS_UNASSIGNED,
                        read.place(),
                        variable + " may have no value here: not every way to "
                                + Quotes.quote(lack.state().name()) + " assigns it; " + consequence(read),
                        missing(lack.missing()));
            case PERHAPS ->
                diagnostics.report(
                        Code.CORRELATED_ASSIGNMENT,
                        read.place(),
                        variable + " is not assigned on every way to "
                                + Quotes.quote(lack.state().name())
                                + "; unless a choice sees to it that the others do not come here, " + consequence(read),
                        null);
        }
    }

    /** What happens without a value. */
    private static String consequence(Read read) {
        return switch (read.language()) {
            case JSONPATH -> "without a value the state fails with States.Runtime";
            case JSONATA -> "without a value the state fails with States.QueryEvaluationError";
        };
    }

    private static @Nullable String missing(VariableFlow.@Nullable Step step) {
        if (step == null) {
            return "it is not assigned on the way from the start";
        }
        String from = Quotes.quote(step.from().name());
        return step.edge().kind() == Edge.Kind.CATCHER
                ? "it is not assigned if a catcher of " + from + " leads here; a catcher has an \"Assign\" of its own"
                : "it is not assigned on the way from " + from;
    }
}
