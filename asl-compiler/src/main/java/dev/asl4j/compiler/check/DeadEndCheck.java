package dev.asl4j.compiler.check;

import dev.asl4j.compiler.budget.Routes;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.graph.Components;
import dev.asl4j.compiler.graph.Digraph;
import dev.asl4j.compiler.model.FailState;
import java.util.BitSet;
import java.util.Optional;

/**
 * From every state that can be reached, an end of its scope can be reached too: by a catcher, if need be. A scope without any end is
 * {@link TerminalStateCheck}'s.
 */
final class DeadEndCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (Graph graph : machine.graphs()) {
            Optional<Routes> routes = Routes.of(graph.scope());
            routes.ifPresent(ways -> check(ways, diagnostics));
        }
    }

    private static void check(Routes routes, Diagnostics diagnostics) {
        Digraph ways = routes.graph(edge -> true);
        BitSet ends = routes.ends(edge -> true);
        ends.or(routes.numbers(state -> state instanceof FailState));
        BitSet dead = routes.reached();
        dead.andNot(ways.reversed().reachable(ends));
        if (ends.isEmpty() || dead.isEmpty()) {
            return;
        }
        // Whoever cannot end comes to a loop that has no way out.
        for (BitSet loop : Components.cycles(ways.within(dead))) {
            if (ways.reachable(loop).equals(loop)) {
                diagnostics.report(
                        Code.DEAD_END,
                        routes.state(loop.nextSetBit(0)).origin(),
                        StateNames.subject(routes.states(loop), "leads", "lead")
                                + " to no end: an execution that comes here goes round until it fails or is stopped",
                        "add a way from here to a state that ends");
            }
        }
    }
}
