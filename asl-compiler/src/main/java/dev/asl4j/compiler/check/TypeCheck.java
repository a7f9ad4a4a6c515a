package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.types.Names;

/** Warns of what can only fail, or never holds, because of the types of values that are known before there is data. */
final class TypeCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        VariableTypes variables = VariableTypes.of(machine);
        for (Graph graph : machine.graphs()) {
            for (State state : graph.scope().states()) {
                Names names = variables.seenBy(state, graph.scope());
                ResultTypeCheck.check(state, names, diagnostics);
                ComparisonTypeCheck.check(state, names, diagnostics);
                ArgumentTypeCheck.check(state, names, diagnostics);
            }
        }
    }
}
