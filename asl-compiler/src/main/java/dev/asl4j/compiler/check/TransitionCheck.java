package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.model.StateOutline;
import dev.asl4j.compiler.model.StateReference;
import java.util.HashMap;
import java.util.Map;

/** StartAt, Next and Default name a state of the same scope. */
final class TransitionCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        Map<String, Graph> home = new HashMap<>();
        for (Graph graph : machine.graphs()) {
            graph.byName().keySet().forEach(name -> home.putIfAbsent(name, graph));
        }
        for (Graph graph : machine.graphs()) {
            StateReference start = graph.scope().startAt();
            if (start != null && !graph.byName().isEmpty()) {
                check(Code.UNKNOWN_START, start, graph, home, diagnostics);
            }
            for (StateOutline state : graph.states()) {
                for (StateReference target : state.targets()) {
                    check(Code.UNKNOWN_NEXT, target, graph, home, diagnostics);
                }
            }
        }
    }

    private static void check(
            Code unknown, StateReference target, Graph graph, Map<String, Graph> home, Diagnostics diagnostics) {
        if (graph.byName().containsKey(target.name())) {
            return;
        }
        Graph other = home.get(target.name());
        if (other == null) {
            diagnostics.report(
                    unknown,
                    target.origin(),
                    "state " + Quotes.quote(target.name()) + " does not exist",
                    Suggestions.didYouMean(target.name(), graph.byName().keySet()));
        } else {
            String reference = unknown == Code.UNKNOWN_START ? "\"StartAt\"" : "a transition";
            diagnostics.report(
                    Code.SCOPE_CROSSED,
                    target.origin(),
                    "state " + Quotes.quote(target.name()) + " is " + other.placeSeenFrom(graph) + ", out of reach of "
                            + reference + " " + graph.here());
        }
    }
}
