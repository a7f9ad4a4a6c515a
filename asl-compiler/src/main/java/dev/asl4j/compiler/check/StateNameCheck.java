package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.model.StateOutline;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A state's name has 1 to 80 characters and is unique in the whole machine, inner scopes included. */
final class StateNameCheck implements Check {

    private static final int LONGEST = 80;

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        List<StateOutline> states = machine.outlines();
        states.sort(Comparator.comparingInt(
                state -> state.origin().location().span().start()));
        Map<String, StateOutline> seen = new HashMap<>();
        for (StateOutline state : states) {
            length(state, diagnostics);
            StateOutline first = seen.putIfAbsent(state.name(), state);
            if (first != null) {
                diagnostics.report(
                        Code.DUPLICATE_STATE,
                        state.origin(),
                        "the state name " + Quotes.quote(state.name()) + " is already used in line "
                                + first.origin().location().start().line()
                                + "; names are unique in the whole state machine",
                        null,
                        AwsReport.of("Duplicate State name: " + state.name(), state.origin()));
            }
        }
    }

    private static void length(StateOutline state, Diagnostics diagnostics) {
        int length = state.name().codePointCount(0, state.name().length());
        if (length == 0) {
            diagnostics.report(Code.BAD_STATE_NAME, state.origin(), "the name of a state must not be empty");
        } else if (length > LONGEST) {
            diagnostics.report(
                    Code.BAD_STATE_NAME,
                    state.origin(),
                    "the name of a state can have " + LONGEST + " characters, but this one has " + length);
        }
    }
}
