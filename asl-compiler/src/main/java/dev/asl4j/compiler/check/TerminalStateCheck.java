package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.model.StateOutline;

/** Every scope has a state that ends it: Succeed, Fail, or one with {@code "End": true}. */
final class TerminalStateCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (Graph graph : machine.graphs()) {
            if (graph.isSound() && graph.states().stream().noneMatch(StateOutline::terminal)) {
                diagnostics.report(
                        Code.NO_TERMINAL_STATE,
                        graph.scope().statesOrigin(),
                        graph.scope().kind().words()
                                + " has no terminal state: no Succeed, no Fail, and none with \"End\": true",
                        null,
                        new AwsReport("Workflow has no terminal state", null));
            }
        }
    }
}
