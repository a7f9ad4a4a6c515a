package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.expression.JsonataFunctions;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the names that a machine assigns, in whatever scope. */
final class VariableNumbers {

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The numbers of all names that the scope and those inside it assign. */
    static VariableNumbers of(Scope main) {
        VariableNumbers numbers = new VariableNumbers();
        numbers.add(main);
        return numbers;
    }

    // As deep as scopes are nested, which the JSON reader bounds.
    private void add(Scope scope) {
        for (State state : scope.states()) {
            state.everyAssignment().forEach(assignment -> numbers.putIfAbsent(assignment.variable(), numbers.size()));
            state.outline().scopes().forEach(this::add);
        }
    }

    boolean isAssigned(String name) {
        return numbers.containsKey(name);
    }

    int count() {
        return numbers.size();
    }

    /** The number of a name; -1: nothing assigns it. */
    int of(String name) {
        return numbers.getOrDefault(name, -1);
    }

    /** The same in JSONata, where the name of a function stands for the function as long as nothing is assigned. */
    int ofQuery(String name) {
        return JsonataFunctions.exist(name) ? -1 : of(name);
    }

    VariableSet of(List<Assignment> assignments) {
        BitSet assigned = new BitSet();
        assignments.forEach(assignment -> assigned.set(of(assignment.variable())));
        return VariableSet.of(assigned);
    }
}
