package dev.asl4j.compiler.check;

import dev.asl4j.compiler.budget.EventCounts;
import dev.asl4j.compiler.budget.Events;
import dev.asl4j.compiler.budget.Figures;
import dev.asl4j.compiler.budget.Loop;
import dev.asl4j.compiler.budget.Loops;
import dev.asl4j.compiler.budget.Routes;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.graph.Ways;
import dev.asl4j.compiler.model.Distribution;
import java.util.List;

/**
 * Says of each loop how many events a turn takes, and when the history is full. A loop that waits and asks again is worth a word, unless
 * it counts its turns or the machine is over before.
 */
final class LoopEventsCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        EventCounts counts = new EventCounts();
        for (Graph graph : machine.graphs()) {
            if (graph.executions() == Distribution.ExecutionType.STANDARD) { // Express executions have no such history
                Lifetime lifetime = Lifetime.of(graph, machine);
                Routes.of(graph.scope())
                        .map(routes -> Loops.of(routes, counts))
                        .orElse(List.of())
                        .forEach(loop -> report(loop, lifetime, diagnostics));
            }
        }
    }

    private static void report(Loop loop, Lifetime lifetime, Diagnostics diagnostics) {
        Turns turns = Turns.of(loop.turn());
        if (turns.fewest() == 0) {
            return; // one turn is too much, which it is without the loop
        }
        long seconds = loop.waitSeconds().orElse(0);
        boolean polls = loop.waits()
                && !Counting.anyOf(loop.states())
                && !loop.states().stream().allMatch(Unchanging::is) // that it never ends is said elsewhere
                && Ways.times(seconds, turns.fewest()) < lifetime.seconds();
        diagnostics.report(
                polls ? Code.POLLING_LOOP : Code.LOOP_EVENTS,
                loop.states().get(0).origin(),
                "a turn of the loop through " + StateNames.list(loop.states()) + " takes " + EventWords.of(loop.turn())
                        + ": an execution reaches " + Figures.count(EventWords.LIMIT)
                        + " events, where AWS ends it, after " + turns.words() + turns.waiting(seconds));
    }

    /**
     * After how many turns the history is full.
     *
     * @param fewest if every turn goes the longest way; 1 if that is not known
     * @param most if every turn goes the shortest way; 0 if one is already too much
     */
    private record Turns(long fewest, long most, boolean known) {

        static Turns of(Events turn) {
            boolean known = turn.most() < Long.MAX_VALUE && turn.perItem().isEmpty();
            long most = EventWords.LIMIT / turn.least();
            return new Turns(known ? EventWords.LIMIT / turn.most() : Math.min(1, most), most, known);
        }

        String words() {
            return (known ? EventWords.range(fewest, most) : "at most " + Figures.count(most)) + " turns";
        }

        String waiting(long seconds) {
            if (!known || seconds == 0) {
                return "";
            }
            String least = Figures.time(seconds * fewest);
            String longest = Figures.time(seconds * most);
            return ", which wait " + (least.equals(longest) ? least : least + " to " + longest);
        }
    }
}
