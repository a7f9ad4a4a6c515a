package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.flow.ErrorFlow;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.StateOutline;
import dev.asl4j.compiler.model.Variables;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A definition as the checks look at it: all its scopes side by side.
 *
 * @param definition the definition itself
 * @param graphs the scopes; a scope stands before those inside it
 * @param variables where the variables live
 * @param executions how its executions run
 * @param errors which errors its states raise
 * @param isRead whether all of it could be read, so that nothing is missing that a rule about all states would miss
 */
record Machine(
        StateMachine definition,
        List<Graph> graphs,
        Variables variables,
        Distribution.ExecutionType executions,
        ErrorFlow errors,
        boolean isRead) {

    /** @param diagnostics what was reported so far */
    static Machine of(StateMachine machine, Distribution.ExecutionType executions, Diagnostics diagnostics) {
        List<Graph> graphs = new ArrayList<>();
        add(Graph.of(machine.main(), null, executions), graphs);
        boolean read = !diagnostics.hasErrors(file(machine))
                && graphs.stream().allMatch(graph -> graph.scope().unread().isEmpty());
        return new Machine(machine, graphs, Variables.of(machine), executions, ErrorFlow.of(machine), read);
    }

    // As deep as scopes are nested, which the JSON reader bounds.
    private static void add(Graph graph, List<Graph> graphs) {
        graphs.add(graph);
        IdentityHashMap<Scope, Distribution.ExecutionType> children = new IdentityHashMap<>();
        for (State state : graph.scope().states()) {
            if (state instanceof MapState map && map.distribution() != null) {
                children.put(map.processor(), map.distribution().executionType());
            }
        }
        for (StateOutline state : graph.states()) {
            for (Scope inner : state.scopes()) {
                add(Graph.of(inner, state.name(), children.getOrDefault(inner, graph.executions())), graphs);
            }
        }
    }

    /** All states, those that could not be read included. */
    List<StateOutline> outlines() {
        List<StateOutline> outlines = new ArrayList<>();
        for (Graph graph : graphs) {
            outlines.addAll(graph.states());
        }
        return outlines;
    }

    /** The file's path as diagnostics show it. */
    String file() {
        return file(definition);
    }

    private static String file(StateMachine machine) {
        return machine.main().origin().location().file().path();
    }

    /** All states that could be read. */
    List<State> states() {
        List<State> states = new ArrayList<>();
        for (Graph graph : graphs) {
            states.addAll(graph.scope().states());
        }
        return states;
    }
}
