package dev.asl4j.compiler.check;

import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.Variables;
import dev.asl4j.compiler.types.Names;
import dev.asl4j.compiler.types.StatesTypes;
import dev.asl4j.compiler.types.TemplateTypes;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The types of the variables of a machine: those of all that is assigned to each, wherever that is, found by going through the
 * assignments until nothing changes.
 */
final class VariableTypes {

    /** Types pass on from one variable to the next; where that takes longer, nothing is said of any. */
    private static final int MOST_ROUNDS = 8;

    private final Machine machine;
    private final IdentityHashMap<Scope, Map<String, ValueTypes>> types = new IdentityHashMap<>();
    private boolean known;

    private VariableTypes(Machine machine) {
        this.machine = machine;
    }

    static VariableTypes of(Machine machine) {
        VariableTypes found = new VariableTypes(machine);
        machine.graphs().forEach(graph -> found.types.put(graph.scope(), new HashMap<>()));
        found.known = true;
        int rounds = 0;
        while (found.known && found.grows()) {
            found.known = ++rounds < MOST_ROUNDS;
        }
        // A state that could not be read may assign anything.
        found.known &= machine.isRead();
        return found;
    }

    private boolean grows() {
        boolean grew = false;
        for (Graph graph : machine.graphs()) {
            Map<String, ValueTypes> ofScope = Objects.requireNonNull(types.get(graph.scope()));
            for (State state : graph.scope().states()) {
                TemplateTypes templates = new TemplateTypes(seenBy(state, graph.scope()));
                for (Assignment assignment : state.everyAssignment()) {
                    ValueTypes before = ofScope.getOrDefault(assignment.variable(), ValueTypes.NONE);
                    ValueTypes after = before.or(assignment.value().accept(templates));
                    ofScope.put(assignment.variable(), after);
                    grew |= !after.equals(before);
                }
            }
        }
        return grew;
    }

    /** What a state of the scope knows of names. */
    Names seenBy(State state, Scope scope) {
        ValueTypes result = ResultOfWork.of(state);
        return new Names() {
            @Override
            public @Nullable ValueTypes variable(String name) {
                return VariableTypes.this.of(name, scope);
            }

            @Override
            public ValueTypes states(List<String> path) {
                return path.equals(List.of("result")) ? result : StatesTypes.of(path);
            }
        };
    }

    private @Nullable ValueTypes of(String name, Scope scope) {
        Variables.Slot slot = machine.variables().resolve(name, scope).orElse(null);
        if (slot == null) {
            return machine.isRead() ? null : ValueTypes.ALL;
        }
        Scope holder = scope;
        for (int depth = slot.depth(); depth > 0; depth--) {
            holder = machine.variables().outer(holder).orElseThrow();
        }
        ValueTypes assigned = Objects.requireNonNull(types.get(holder)).getOrDefault(name, ValueTypes.NONE);
        return known ? assigned.or(ValueType.UNDEFINED) : ValueTypes.JSON.or(ValueType.UNDEFINED);
    }
}
