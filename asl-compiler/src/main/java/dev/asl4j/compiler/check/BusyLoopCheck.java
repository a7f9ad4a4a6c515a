package dev.asl4j.compiler.check;

import dev.asl4j.compiler.budget.Routes;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.graph.Components;
import dev.asl4j.compiler.graph.Digraph;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.State;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A loop of Pass and Choice states waits for nothing. Most of them walk a list, so the rule is off by default. Loops in which nothing changes
 * are {@link EndlessLoopCheck}'s, those without a way out {@link DeadEndCheck}'s.
 */
final class BusyLoopCheck implements Check {

    @Override
    public Set<Code> rules() {
        return Set.of(Code.BUSY_LOOP);
    }

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (Graph graph : machine.graphs()) {
            Routes.of(graph.scope()).ifPresent(routes -> check(routes, diagnostics));
        }
    }

    private static void check(Routes routes, Diagnostics diagnostics) {
        Digraph ways = routes.graph(edge -> true);
        BitSet busy = routes.numbers(state -> state instanceof PassState || state instanceof ChoiceState);
        busy.and(routes.reached());
        for (BitSet loop : Components.cycles(ways.within(busy))) {
            List<State> states = routes.states(loop);
            boolean canEnd =
                    loop.stream().anyMatch(state -> ways.successors(state).anyMatch(next -> !loop.get(next)));
            if (canEnd && !states.stream().allMatch(Unchanging::is)) {
                diagnostics.report(
                        Code.BUSY_LOOP,
                        states.get(0).origin(),
                        "the loop through " + StateNames.list(states)
                                + " has no task and no Wait state: it goes round as fast as it can",
                        "if it waits for something, let it wait");
            }
        }
    }
}
