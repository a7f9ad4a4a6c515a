package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.flow.ErrorMatch;
import dev.asl4j.compiler.flow.ErrorSet;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells of errors of tasks and other states that nobody takes, neither the state itself nor one around it. Off unless it is asked for. */
final class UnhandledErrorCheck implements Check {

    @Override
    public Set<Code> rules() {
        return Set.of(Code.UNHANDLED_ERROR);
    }

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        if (machine.isRead()) {
            scope(machine.definition().main(), List.of(), machine, diagnostics);
        }
    }

    // As deep as scopes are nested, which the JSON reader bounds.
    private static void scope(Scope scope, List<String> around, Machine machine, Diagnostics diagnostics) {
        for (State state : scope.states()) {
            List<String> names = new ArrayList<>(around);
            state.catchers().forEach(catcher -> catcher.errorEquals().forEach(name -> names.add(name.name())));
            List<Scope> inner = state.outline().scopes();
            inner.forEach(part -> scope(
                    part,
                    part.kind() == Scope.Kind.DISTRIBUTED_ITEM_PROCESSOR ? List.of() : names,
                    machine,
                    diagnostics));
            // Others cannot catch anything, and what states inside raise is told there.
            boolean own = state instanceof TaskState || (state instanceof MapState map && map.distribution() != null);
            ErrorSet left = ErrorMatch.without(machine.errors().raised(state).catchable(), names);
            if (own && !left.isEmpty()) {
                diagnostics.report(
                        Code.UNHANDLED_ERROR,
                        state.origin(),
                        "nobody catches it if " + Quotes.quote(state.name()) + " fails with " + listed(left));
            }
        }
    }

    private static String listed(ErrorSet errors) {
        List<String> names = new ArrayList<>(errors.names());
        if (errors.others()) {
            names.add("an error of its own");
        }
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
