package dev.asl4j.compiler.check;

import dev.asl4j.compiler.budget.Figures;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.model.WaitState;

/** Tasks have a time limit, and what a state may take fits into the lifetime of the execution. */
final class TimeoutCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (Graph graph : machine.graphs()) {
            Lifetime lifetime = Lifetime.of(graph, machine);
            for (State state : graph.scope().states()) {
                if (state instanceof TaskState task) {
                    task(task, lifetime, diagnostics);
                }
                if (state instanceof WaitState waiting
                        && waiting.duration() instanceof WaitDuration.Seconds literal
                        && literal.seconds() >= lifetime.seconds()) {
                    diagnostics.report(
                            Code.WAIT_EXCEEDS_TIMEOUT,
                            literal.origin(),
                            "state " + Quotes.quote(state.name()) + " waits " + Figures.time(literal.seconds())
                                    + ", but " + lifetime.words());
                }
            }
        }
    }

    private static void task(TaskState task, Lifetime lifetime, Diagnostics diagnostics) {
        if (task.timeout() == null) {
            diagnostics.report(
                    Code.NO_TIMEOUT,
                    task.origin(),
                    "task " + Quotes.quote(task.name()) + " has no time limit",
                    "set \"TimeoutSeconds\"");
        }
        // A limit of many years is a way to say that there is none.
        if (!lifetime.isUsual()
                && task.timeout() instanceof Amount.Constant literal
                && literal.value() < Figures.YEAR
                && literal.value() >= lifetime.seconds()) {
            diagnostics.report(
                    Code.TASK_EXCEEDS_TIMEOUT,
                    literal.origin(),
                    "the task may take " + Figures.time(literal.value()) + ", but " + lifetime.words()
                            + ", and no state can catch that");
        }
    }
}
