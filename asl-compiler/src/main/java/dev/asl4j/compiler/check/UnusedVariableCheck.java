package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.expression.VariableRead;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.UnresolvedState;
import dev.asl4j.compiler.model.VariableReferences;
import dev.asl4j.compiler.model.Variables;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** Tells of variables that are assigned and that no state reads which could: one in the same scope, or in one inside it. */
final class UnusedVariableCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        // A state that could not be read may be the one that reads.
        if (!machine.isRead()
                || diagnostics.hasErrors(machine.file())
                || machine.states().stream().anyMatch(UnresolvedState.class::isInstance)) {
            return;
        }
        IdentityHashMap<Scope, Set<String>> used = used(machine);
        for (Graph graph : machine.graphs()) {
            Set<String> names = used.getOrDefault(graph.scope(), Set.of());
            Set<String> reported = new HashSet<>();
            for (State state : graph.scope().states()) {
                for (Assignment assignment : state.everyAssignment()) {
                    String name = assignment.variable();
                    if (!names.contains(name) && reported.add(name)) {
                        diagnostics.report(
                                Code.UNUSED_VARIABLE,
                                assignment.origin(),
                                "the variable " + Quotes.quote(name) + " is assigned, but no state reads it");
                    }
                }
            }
        }
    }

    /** The names that are read of each scope: those a state finds there when it looks from its own scope outwards. */
    private static IdentityHashMap<Scope, Set<String>> used(Machine machine) {
        IdentityHashMap<Scope, Set<String>> used = new IdentityHashMap<>();
        Variables variables = machine.variables();
        for (Graph graph : machine.graphs()) {
            Set<String> seen = new HashSet<>();
            for (State state : graph.scope().states()) {
                VariableReferences.everyRead(state)
                        .map(VariableRead::name)
                        .filter(seen::add)
                        .forEach(name -> variables
                                .resolve(name, graph.scope())
                                .ifPresent(slot -> used.computeIfAbsent(
                                                scope(graph.scope(), slot.depth(), variables), key -> new HashSet<>())
                                        .add(name)));
            }
        }
        return used;
    }

    private static Scope scope(Scope scope, int depth, Variables variables) {
        Scope at = scope;
        for (int i = 0; i < depth; i++) {
            at = variables.outer(at).orElseThrow();
        }
        return at;
    }
}
