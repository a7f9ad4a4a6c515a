package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.model.StateOutline;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A chain of transitions leads from StartAt to every state of a scope. Of states that only follow each other, the first is
 * reported.
 */
final class ReachabilityCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (Graph graph : machine.graphs()) {
            if (graph.isSound()) {
                check(graph, diagnostics);
            }
        }
    }

    private static void check(Graph graph, Diagnostics diagnostics) {
        Set<String> reached = new HashSet<>();
        reach(Objects.requireNonNull(graph.scope().startAt()).name(), graph, reached);
        Set<String> unreached = new LinkedHashSet<>(graph.byName().keySet());
        unreached.removeAll(reached);
        if (unreached.isEmpty()) {
            return;
        }
        Set<String> followers = new HashSet<>();
        for (String name : unreached) {
            for (StateReference target : state(graph, name).targets()) {
                if (!target.name().equals(name)) {
                    followers.add(target.name());
                }
            }
        }
        for (String name : unreached) {
            if (!followers.contains(name)) {
                report(name, graph, reached, diagnostics);
            }
        }
        for (String name : unreached) { // what is left are circles, and what follows them
            report(name, graph, reached, diagnostics);
        }
    }

    private static void report(String name, Graph graph, Set<String> reached, Diagnostics diagnostics) {
        if (reached.contains(name)) {
            return;
        }
        Subject origin = state(graph, name).origin();
        diagnostics.report(
                Code.UNREACHABLE_STATE,
                origin,
                "no transition leads to state " + Quotes.quote(name),
                null,
                AwsReport.of("State \"" + name + "\" is not reachable.", origin));
        reach(name, graph, reached);
    }

    /** Adds the state, and all that it leads to, to those reached. */
    private static void reach(String start, Graph graph, Set<String> reached) {
        Deque<String> open = new ArrayDeque<>();
        open.push(start);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (reached.add(name)) {
                state(graph, name).targets().forEach(target -> open.push(target.name()));
            }
        }
    }

    private static StateOutline state(Graph graph, String name) {
        return Objects.requireNonNull(graph.byName().get(name));
    }
}
