package dev.asl4j.compiler.check;

import dev.asl4j.compiler.budget.Figures;
import dev.asl4j.compiler.model.Distribution;

/**
 * How long an execution lasts at most.
 *
 * @param seconds the bound
 * @param words the bound as a clause: {@code the execution times out after 5 min}
 * @param isUsual whether only the service sets it, and for every execution
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Workflow types</a>
 */
record Lifetime(long seconds, String words, boolean isUsual) {
    private static final long EXPRESS = 5 * 60;

    /** That of the execution that a scope is part of. A child ends with its parent. */
    static Lifetime of(Graph graph, Machine machine) {
        long timeout = machine.definition().timeoutSeconds();
        boolean express = graph.executions() == Distribution.ExecutionType.EXPRESS;
        if (timeout > 0 && (!express || timeout <= EXPRESS)) {
            return new Lifetime(timeout, "the execution times out after " + Figures.time(timeout), false);
        }
        return express
                ? new Lifetime(
                        EXPRESS, "on AWS an Express execution lasts " + Figures.time(EXPRESS) + " at most", false)
                : new Lifetime(Figures.YEAR, "on AWS an execution lasts a year at most", true);
    }
}
