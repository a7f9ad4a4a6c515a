package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.model.Edge;
import dev.asl4j.compiler.model.Edges;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateReference;
import dev.asl4j.compiler.shape.Refusal;
import dev.asl4j.compiler.shape.Shape;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shapes in one scope, to a fixed point: a state is gone through again as long as more comes in. What comes into a state only grows, and
 * after {@value #PATIENCE} times it is anything, so that this ends soon whatever the definition.
 */
final class ScopeShapes {
    private static final int PATIENCE = 12;

    /** By then all is known to be unknown. */
    private static final int LAST = 2 * PATIENCE;

    private final Scope scope;
    private final Declared declared;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Env[] incoming;
    private final int[] changes;
    private final Shape[] ends;
    private final BitSet open = new BitSet();
    private final IdentityHashMap<Scope, ScopeShapes> inner = new IdentityHashMap<>();
    private Entry entry = Entry.NONE;
    private int entered;

    ScopeShapes(Scope scope, Declared declared) {
        this.scope = scope;
        this.declared = declared;
        scope.states().forEach(state -> numbers.putIfAbsent(state.name(), numbers.size()));
        incoming = new Env[scope.states().size()];
        Arrays.fill(incoming, Env.NONE);
        changes = new int[incoming.length];
        ends = new Shape[incoming.length];
        Arrays.fill(ends, Shape.NEVER);
    }

    Declared declared() {
        return declared;
    }

    /** The shapes of a scope inside this one. */
    ScopeShapes inside(Scope part) {
        return inner.computeIfAbsent(part, key -> new ScopeShapes(key, declared));
    }

    /** What comes out where it is entered like that, or as it was before. */
    Shape run(Entry more) {
        Entry all = entry.or(more);
        if (entered < LAST && !all.equals(entry)) {
            boolean around = !all.executionInput().equals(entry.executionInput())
                    || !all.item().equals(entry.item());
            entry = ++entered > PATIENCE ? all.unknown() : all;
            enter(entry.start());
            for (int state = 0; around && state < incoming.length; state++) {
                open.set(state, open.get(state) || !incoming[state].isNever());
            }
            settle();
        }
        return output();
    }

    private Shape output() {
        Shape output = Shape.NEVER;
        for (Shape end : ends) {
            output = output.or(end);
        }
        return output;
    }

    private void enter(Env start) {
        StateReference first = scope.startAt();
        Integer number = first == null ? null : numbers.get(first.name());
        if (number != null) {
            add(number, start);
        }
    }

    private void add(int state, Env more) {
        Env all = incoming[state].or(more);
        if (changes[state] < LAST && !all.equals(incoming[state])) {
            incoming[state] = ++changes[state] > PATIENCE ? all.unknown() : all;
            open.set(state);
        }
    }

    private void settle() {
        Findings unheard = new Unheard();
        for (int state = open.nextSetBit(0); state >= 0; state = next(state)) {
            open.clear(state);
            pass(state, unheard);
        }
    }

    /** The next one behind that, then again from the first: what follows upon a state mostly stands behind it. */
    private int next(int state) {
        int next = open.nextSetBit(state + 1);
        return next >= 0 ? next : open.nextSetBit(0);
    }

    private void pass(int number, Findings findings) {
        State state = scope.states().get(number);
        List<Env> outgoing = shapes(number, findings).outgoing();
        List<Edge> edges = Edges.of(state);
        Shape end = Shape.NEVER;
        for (int i = 0; i < edges.size(); i++) {
            Env env = outgoing.get(i);
            StateReference target = edges.get(i).target();
            Integer next = target == null ? null : numbers.get(target.name());
            if (target == null) {
                end = end.or(env.data());
            } else if (next != null && !env.isNever()) {
                add(next, env);
            }
        }
        ends[number] = end;
    }

    private StateShapes.Outcome shapes(int number, Findings findings) {
        State state = scope.states().get(number);
        return state.accept(new StateShapes(state, this, incoming[number], entry, findings));
    }

    /** Goes through all states once more and tells what is wrong, and what is known at each. */
    void tell(Findings findings, List<Facts> facts) {
        for (int number = 0; number < incoming.length; number++) {
            State state = scope.states().get(number);
            StateShapes.Outcome outcome = shapes(number, findings);
            facts.add(outcome.facts());
            tellOutput(state, outcome, findings);
            state.outline().scopes().forEach(part -> inside(part).tell(findings, facts));
        }
    }

    private void tellOutput(State state, StateShapes.Outcome outcome, Findings findings) {
        Shape accepted = scope.kind() == Scope.Kind.STATE_MACHINE ? declared.output() : null;
        List<Edge> edges = Edges.of(state);
        for (int i = 0; accepted != null && i < edges.size(); i++) {
            Shape output = outcome.outgoing().get(i).data();
            Refusal refusal = edges.get(i).target() == null ? Refusal.of(output, accepted) : null;
            if (refusal != null) {
                findings.refusedOutput(state, refusal);
            }
        }
    }
}
