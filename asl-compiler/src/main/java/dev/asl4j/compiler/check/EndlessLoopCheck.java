package dev.asl4j.compiler.check;

import dev.asl4j.compiler.budget.Routes;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.graph.Components;
import dev.asl4j.compiler.graph.Digraph;
import java.util.BitSet;

/**
 * A loop changes something, or looks at something that changes, or it never ends. Loops without a way out are {@link DeadEndCheck}'s and
 * {@link TerminalStateCheck}'s.
 */
final class EndlessLoopCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (Graph graph : machine.graphs()) {
            Routes.of(graph.scope()).ifPresent(routes -> check(routes, diagnostics));
        }
    }

    private static void check(Routes routes, Diagnostics diagnostics) {
        Digraph all = routes.graph(edge -> true);
        BitSet unchanging = routes.numbers(Unchanging::is);
        unchanging.and(routes.reached());
        for (BitSet loop : Components.cycles(all.within(unchanging))) {
            if (!all.reachable(loop).equals(loop)) {
                diagnostics.report(
                        Code.ENDLESS_LOOP,
                        routes.state(loop.nextSetBit(0)).origin(),
                        "nothing in the loop through " + StateNames.list(routes.states(loop))
                                + " changes what it decides by: an execution that goes round once goes round for ever",
                        "let something in it change that, for example a task that asks anew");
            }
        }
    }
}
