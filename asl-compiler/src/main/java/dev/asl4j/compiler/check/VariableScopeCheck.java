package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A scope does not assign a variable that a scope around it may have assigned when it is entered. What the state around it assigns,
 * or one that comes later, is no such variable: definitions that AWS runs assign the same name inside and then outside.
 */
final class VariableScopeCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        Map<Scope, Set<String>> inside = inside(machine);
        IdentityHashMap<Scope, Set<String>> taken = new IdentityHashMap<>();
        IdentityHashMap<Scope, Before> befores = new IdentityHashMap<>();
        // a scope stands before those inside it
        for (Graph graph : machine.graphs()) {
            Scope scope = graph.scope();
            befores.put(scope, new Before(graph));
            Set<String> names = machine.variables()
                    .outer(scope)
                    .map(outer -> taken(
                            Objects.requireNonNull(befores.get(outer)),
                            graph,
                            Objects.requireNonNull(taken.get(outer)),
                            Objects.requireNonNull(inside.get(scope))))
                    .orElse(Set.of());
            taken.put(scope, names);
            for (State state : scope.states()) {
                for (Assignment assignment : state.everyAssignment()) {
                    if (names.contains(assignment.variable())) {
                        diagnostics.report(
                                Code.SHADOWED_VARIABLE,
                                assignment.origin(),
                                "the variable " + Quotes.quote(assignment.variable())
                                        + " is assigned in an outer scope, so it cannot be assigned in an inner one");
                    }
                }
            }
        }
    }

    /** The variables that are assigned in a scope or in those inside it: only for these it matters what is assigned around them. */
    private static Map<Scope, Set<String>> inside(Machine machine) {
        IdentityHashMap<Scope, Set<String>> inside = new IdentityHashMap<>();
        for (int i = machine.graphs().size() - 1; i >= 0; i--) {
            Scope scope = machine.graphs().get(i).scope();
            Set<String> names = inside.computeIfAbsent(scope, own -> new HashSet<>());
            for (State state : scope.states()) {
                state.everyAssignment().forEach(assignment -> names.add(assignment.variable()));
            }
            machine.variables()
                    .outer(scope)
                    .ifPresent(outer -> inside.computeIfAbsent(outer, own -> new HashSet<>())
                            .addAll(names));
        }
        return inside;
    }

    /** What may be assigned around the inner scope when it is entered. */
    private static Set<String> taken(Before outer, Graph inner, Set<String> around, Set<String> inside) {
        Set<String> names = outer.assigned(Objects.requireNonNull(inner.owner()), inside);
        inside.stream().filter(around::contains).forEach(names::add);
        return names;
    }
}
