package dev.asl4j.compiler.document;

import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.VariableReferences;
import dev.asl4j.compiler.model.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The variables of a workflow: which states assign and read each, and what is known of it. */
final class VariableTable {
    private static final int MOST_STATES = 20;

    private final Anchors anchors;
    private final Known known;
    private final Variables variables;
    private final Map<String, List<String>> reads;
    private final Table table = new Table("Variable", "Of", "Assigned by", "Read by", "What is known of it");

    private VariableTable(StateMachine machine, Anchors anchors, Known known) {
        this.anchors = anchors;
        this.known = known;
        this.variables = Variables.of(machine);
        this.reads = VariableReferences.of(machine);
    }

    static Table of(StateMachine machine, Anchors anchors, Known known) {
        VariableTable variables = new VariableTable(machine, anchors, known);
        variables.add(machine.main(), "");
        return variables.table;
    }

    private void add(Scope scope, String owner) {
        List<String> names = variables.names(scope);
        List<State> inside = names.isEmpty() ? List.of() : inside(scope, new ArrayList<>());
        for (String name : names) {
            table.row(
                    Markdown.code("$" + name),
                    owner,
                    states(scope.states(), state -> assigns(state, name)),
                    states(
                            inside,
                            state -> reads.getOrDefault(state.name(), List.of()).contains(name)),
                    ShapeBlock.inline(known.variable(name, inside)));
        }
        for (State state : scope.states()) {
            List<Scope> scopes = state.outline().scopes();
            for (int i = 0; i < scopes.size(); i++) {
                Scope inner = scopes.get(i);
                add(inner, StateTables.name(inner.kind(), i) + " of " + anchors.toState(state.name()));
            }
        }
    }

    private static boolean assigns(State state, String variable) {
        return state.everyAssignment().stream().anyMatch(each -> each.variable().equals(variable));
    }

    private String states(List<State> states, Predicate<State> chosen) {
        List<String> links = states.stream()
                .filter(chosen)
                .map(state -> anchors.toState(state.name()))
                .toList();
        return Markdown.some(links, MOST_STATES);
    }

    private static List<State> inside(Scope scope, List<State> found) {
        for (State state : scope.states()) {
            found.add(state);
            state.outline().scopes().forEach(inner -> inside(inner, found));
        }
        return found;
    }
}
