package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.model.Edge;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.Variables;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which ways the variables of a machine have a value when they are read. A forward analysis over all ways out of all states: a state
 * that fails without a value gives it to all that come after it, as one mistake is enough. An inner scope starts with what the state
 * around it knows, except for a distributed Map state's, which starts with nothing; its own assignments are gone when it ends.
 */
public final class VariableFlow {

    private final Variables variables;
    private final VariableNumbers numbers;
    private final List<Lack> lacks = new ArrayList<>();

    private VariableFlow(Variables variables, VariableNumbers numbers) {
        this.variables = variables;
        this.numbers = numbers;
    }

    /**
     * A read of a variable that some state in reach assigns, but not on every way that leads to the read.
     *
     * @param state where it is read
     * @param missing the way into a state on which nothing is assigned, as far back as it is not the only one; null: it leads from the
     *     start of the scope
     */
    public record Lack(
            State state, Read read, Extent extent, @Nullable Step missing) {}

    /** On how many of the ways nothing is assigned. */
    public enum Extent {
        /** On all of them. */
        ALL,
        /** On some, and no choice on them can know. */
        SOME,
        /** On some, but a choice between the assignment and the read may know which. */
        PERHAPS
    }

    /**
     * A way from one state to the next.
     *
     * @param from the state it leaves
     * @param edge how
     */
    public record Step(State from, Edge edge) {}

    /** What is lacking in a machine all of whose states are known. */
    public static List<Lack> of(StateMachine machine) {
        VariableFlow flow = new VariableFlow(Variables.of(machine), VariableNumbers.of(machine.main()));
        flow.scope(machine.main(), Knowledge.START);
        return flow.lacks;
    }

    // As deep as scopes are nested, which the JSON reader bounds.
    private void scope(Scope scope, Knowledge entry) {
        ScopeFlow flow = new ScopeFlow(scope, numbers, entry);
        for (int i = 0; i < scope.states().size(); i++) {
            State state = scope.states().get(i);
            Knowledge known = flow.at(i);
            if (known == null) {
                continue; // nothing leads here, which was reported
            }
            StateReads reads = flow.reads(i);
            for (Read read : reads.reads()) {
                if (variables.resolve(read.name(), scope).isPresent()) {
                    lack(flow, i, state, known, read);
                }
            }
            for (Scope inner : state.outline().scopes()) {
                scope(
                        inner,
                        inner.kind() == Scope.Kind.DISTRIBUTED_ITEM_PROCESSOR
                                ? Knowledge.START
                                : known.with(reads.met()));
            }
        }
    }

    private void lack(ScopeFlow flow, int index, State state, Knowledge known, Read read) {
        int number = numbers.of(read.name());
        if (!known.lacks(number)) {
            return;
        }
        if (!known.has(number)) {
            lacks.add(new Lack(state, read, Extent.ALL, null));
        } else if (read.certain() && known.surelyLacks(number)) {
            lacks.add(new Lack(state, read, Extent.SOME, flow.missing(index, number)));
        } else {
            lacks.add(new Lack(state, read, Extent.PERHAPS, null));
        }
    }
}
