package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.AwsReport;
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

    /** Looking for the nearest name takes time; a definition that is wrong all over is not helped by it. */
    private static final int SUGGESTED = 100;

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        Map<String, Graph> home = new HashMap<>();
        for (Graph graph : machine.graphs()) {
            graph.byName().keySet().forEach(name -> home.putIfAbsent(name, graph));
        }
        int faults = 0;
        for (Graph graph : machine.graphs()) {
            StateReference start = graph.scope().startAt();
            if (start != null && !graph.byName().isEmpty()) {
                faults += check(Code.UNKNOWN_START, start, graph, home, faults < SUGGESTED, diagnostics) ? 0 : 1;
            }
            for (StateOutline state : graph.states()) {
                for (StateReference target : state.targets()) {
                    faults += check(Code.UNKNOWN_NEXT, target, graph, home, faults < SUGGESTED, diagnostics) ? 0 : 1;
                }
            }
        }
    }

    /** Whether the reference is right. */
    private static boolean check(
            Code unknown,
            StateReference target,
            Graph graph,
            Map<String, Graph> home,
            boolean suggest,
            Diagnostics diagnostics) {
        if (graph.byName().containsKey(target.name())) {
            return true;
        }
        AwsReport aws = AwsReport.of("Missing 'Next' target: " + target.name(), target.origin());
        Graph other = home.get(target.name());
        if (other == null) {
            diagnostics.report(
                    unknown,
                    target.origin(),
                    "state " + Quotes.quote(target.name()) + " does not exist",
                    suggest
                            ? Suggestions.didYouMean(
                                    target.name(), graph.byName().keySet())
                            : null,
                    aws);
        } else {
            String reference = unknown == Code.UNKNOWN_START ? "\"StartAt\"" : "a transition";
            diagnostics.report(
                    Code.SCOPE_CROSSED,
                    target.origin(),
                    "state " + Quotes.quote(target.name()) + " is " + other.placeSeenFrom(graph) + ", out of reach of "
                            + reference + " " + graph.here(),
                    null,
                    aws);
        }
        return false;
    }
}
