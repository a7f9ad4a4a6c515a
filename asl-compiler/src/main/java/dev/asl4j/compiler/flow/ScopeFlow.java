package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known at each state of one scope. Looks for each variable along the ways that assign it, and along those that do not: so it takes
 * no longer than there are ways, for each variable that is read.
 */
final class ScopeFlow {

    private final Knowledge entry;
    private final List<State> states;
    private final List<StateReads> reads = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<List<Passage>> outgoing = new ArrayList<>();
    private final List<List<Passage>> incoming = new ArrayList<>();
    private final int start;
    private final BitSet reached;
    private final Map<Integer, BitSet> assigning = new HashMap<>();
    private final Map<Integer, Trace> traces = new HashMap<>();

    /**
     * A way from one state to another.
     *
     * @param number its place in the list of all
     */
    private record Passage(int number, int from, int to, StateReads.Way way) {}

    /** The states where a variable has a value on some way; has none on some way; has none without a choice that may have known. */
    private record Trace(BitSet has, BitSet lacks, BitSet surelyLacks) {}

    /** Which passages are open. */
    private interface Gate {
        boolean lets(Passage passage);
    }

    /** @param entry what is known when the scope is entered */
    ScopeFlow(Scope scope, VariableNumbers variables, Knowledge entry) {
        this.entry = entry;
        this.states = scope.states();
        for (State state : states) {
            numbers.put(state.name(), reads.size());
            reads.add(StateReads.of(state, variables));
            outgoing.add(new ArrayList<>());
            incoming.add(new ArrayList<>());
        }
        StateReference first = scope.startAt();
        start = first == null ? -1 : numbers.getOrDefault(first.name(), -1);
        connect();
        reached = spread(seed(start >= 0), passage -> true);
        for (Passage passage : passages) {
            if (reached.get(passage.from())) {
                passage.way()
                        .assigned()
                        .numbers()
                        .forEach(variable -> assigning
                                .computeIfAbsent(variable, key -> new BitSet())
                                .set(passage.number()));
            }
        }
    }

    private void connect() {
        for (int from = 0; from < states.size(); from++) {
            for (StateReads.Way way : reads.get(from).ways()) {
                Integer to = way.target() == null ? null : numbers.get(way.target());
                if (to != null) {
                    Passage passage = new Passage(passages.size(), from, to, way);
                    passages.add(passage);
                    outgoing.get(from).add(passage);
                    incoming.get(to).add(passage);
                }
            }
        }
    }

    /** Only of those that are read; null: nothing here assigns it. */
    private @Nullable Trace trace(int variable) {
        BitSet ways = assigning.get(variable);
        return ways == null ? null : traces.computeIfAbsent(variable, key -> trace(key, ways));
    }

    private Trace trace(int variable, BitSet ways) {
        BitSet given = seed(entry.has(variable));
        ways.stream().forEach(number -> given.set(passages.get(number).to()));
        BitSet has = spread(given, passage -> true);
        BitSet lacks = spread(seed(entry.lacks(variable)), passage -> !ways.get(passage.number()));
        BitSet surelyLacks = spread(
                seed(entry.surelyLacks(variable)),
                passage -> !ways.get(passage.number())
                        && !(passage.way().chosen() && has.get(passage.from()) && lacks.get(passage.from())));
        return new Trace(has, lacks, surelyLacks);
    }

    private BitSet seed(boolean atStart) {
        BitSet seed = new BitSet();
        if (atStart && start >= 0) {
            seed.set(start);
        }
        return seed;
    }

    /** Those states, and all that open passages lead to from there. */
    private BitSet spread(BitSet seed, Gate gate) {
        BitSet found = (BitSet) seed.clone();
        int[] open = new int[states.size()];
        int count = 0;
        for (int state = seed.nextSetBit(0); state >= 0; state = seed.nextSetBit(state + 1)) {
            open[count++] = state;
        }
        while (count > 0) {
            for (Passage passage : outgoing.get(open[--count])) {
                if (!found.get(passage.to()) && gate.lets(passage)) {
                    found.set(passage.to());
                    open[count++] = passage.to();
                }
            }
        }
        return found;
    }

    StateReads reads(int state) {
        return reads.get(state);
    }

    /** What is known when a state is entered; null: no way leads there. */
    @Nullable
    Knowledge at(int state) {
        return reached.get(state) ? new At(state) : null;
    }

    private final class At implements Knowledge {

        private final int state;

        At(int state) {
            this.state = state;
        }

        @Override
        public boolean has(int variable) {
            Trace trace = trace(variable);
            return trace == null ? entry.has(variable) : trace.has().get(state);
        }

        @Override
        public boolean lacks(int variable) {
            Trace trace = trace(variable);
            return trace == null ? entry.lacks(variable) : trace.lacks().get(state);
        }

        @Override
        public boolean surelyLacks(int variable) {
            Trace trace = trace(variable);
            return trace == null
                    ? entry.surelyLacks(variable)
                    : trace.surelyLacks().get(state);
        }
    }

    /** The way on which a variable was not assigned that is assigned on others; null: it leads from the start of the scope. */
    VariableFlow.@Nullable Step missing(int state, int variable) {
        Trace trace = trace(variable);
        BitSet seen = new BitSet();
        int at = state;
        while (trace != null && at >= 0 && !seen.get(at)) {
            seen.set(at);
            int before = -1;
            for (Passage passage : incoming.get(at)) {
                int from = passage.from();
                if (!trace.surelyLacks().get(from) || passage.way().assigned().contains(variable)) {
                    continue;
                }
                if (!trace.has().get(from) || reads.get(from).assigns(variable)) {
                    return new VariableFlow.Step(states.get(from), passage.way().edge());
                }
                if (!passage.way().chosen() && !seen.get(from)) {
                    before = from;
                }
            }
            at = before;
        }
        return null;
    }
}
