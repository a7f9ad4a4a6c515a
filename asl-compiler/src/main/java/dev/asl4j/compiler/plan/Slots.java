package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.Variables;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The constants for the numbers of variables: one for each variable of each scope, all in the outermost class. */
final class Slots {
    private final Names names;
    private final Variables variables;

    /** By identity: two scopes that look alike are two scopes. */
    private final IdentityHashMap<Scope, List<String>> constants = new IdentityHashMap<>();

    Slots(Names names, Variables variables) {
        this.names = names;
        this.variables = variables;
    }

    /** The variables of a scope in the order of their numbers. */
    List<ScopePlan.VariableName> of(Scope scope) {
        List<String> fields = constants(scope);
        List<String> texts = variables.names(scope);
        List<ScopePlan.VariableName> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            all.add(new ScopePlan.VariableName(fields.get(i), texts.get(i)));
        }
        return all;
    }

    /** What the states of a scope see. */
    View view(Scope scope) {
        return new View(scope);
    }

    /** Named when first asked for; a state never comes before those of the scopes around it. */
    private List<String> constants(Scope scope) {
        List<String> known = constants.get(scope);
        if (known == null) {
            known = variables.names(scope).stream()
                    .map(name -> names.newConstant(JavaNames.constant(name + " slot")))
                    .toList();
            constants.put(scope, known);
        }
        return known;
    }

    /** The variables in reach of the states of one scope. */
    final class View {
        private final Scope scope;

        private View(Scope scope) {
            this.scope = scope;
        }

        /** Where a variable is; empty: no state in reach assigns it. */
        Optional<VariableSlot> find(String name) {
            return variables
                    .resolve(name, scope)
                    .map(slot -> new VariableSlot(
                            slot.depth(), constants(around(slot.depth())).get(slot.index())));
        }

        private Scope around(int depth) {
            Scope at = scope;
            for (int i = 0; i < depth; i++) {
                at = variables.outer(at).orElseThrow();
            }
            return at;
        }

        /** The constant of a variable that the scope itself assigns. */
        String own(String name) {
            int index = variables.names(scope).indexOf(name);
            return Objects.requireNonNull(constants(scope).get(index));
        }
    }
}
