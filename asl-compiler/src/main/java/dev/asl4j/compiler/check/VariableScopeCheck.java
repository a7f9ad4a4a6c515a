package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateOutline;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scope does not assign a variable that a scope around it may have assigned when it is entered. What the state around it assigns,
 * or one that comes later, is no such variable: definitions that AWS runs assign the same name inside and then outside.
 */
final class VariableScopeCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        IdentityHashMap<Scope, Set<String>> taken = new IdentityHashMap<>();
        IdentityHashMap<Scope, Graph> graphs = new IdentityHashMap<>();
        // a scope stands before those inside it
        for (Graph graph : machine.graphs()) {
            Scope scope = graph.scope();
            graphs.put(scope, graph);
            Set<String> names = machine.variables()
                    .outer(scope)
                    .map(outer -> taken(Objects.requireNonNull(graphs.get(outer)), graph, taken.get(outer)))
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

    /** What may be assigned around the inner scope when it is entered. */
    private static Set<String> taken(Graph outer, Graph inner, @Nullable Set<String> around) {
        Set<String> names = new HashSet<>(around == null ? Set.of() : around);
        Set<String> before = before(Objects.requireNonNull(inner.owner()), outer.states());
        for (State state : outer.scope().states()) {
            if (before.contains(state.name())) {
                state.everyAssignment().forEach(assignment -> names.add(assignment.variable()));
            }
        }
        return names;
    }

    /** The other states from which a state can be reached. */
    private static Set<String> before(String name, Collection<StateOutline> states) {
        Map<String, Set<String>> sources = new HashMap<>();
        for (StateOutline state : states) {
            for (StateReference target : state.targets()) {
                sources.computeIfAbsent(target.name(), key -> new HashSet<>()).add(state.name());
            }
        }
        Set<String> before = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            for (String source : sources.getOrDefault(open.pop(), Set.of())) {
                if (!source.equals(name) && before.add(source)) {
                    open.push(source);
                }
            }
        }
        return before;
    }
}
