package dev.asl4j.compiler.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways out of states, in the order of the definition. A Fail state has none. That a state without a catcher fails, or a Choice state
 * without {@code Default} when no rule holds, is no way out: the execution does not go on from there.
 */
public final class Edges implements State.Visitor<List<Edge>> {
    private static final Edges EDGES = new Edges();

    private Edges() {}

    /** The ways out of one state, not those of the states inside it. */
    public static List<Edge> of(State state) {
        return state.accept(EDGES);
    }

    @Override
    public List<Edge> task(TaskState state) {
        return working(state, state.transition());
    }

    @Override
    public List<Edge> pass(PassState state) {
        return working(state, state.transition());
    }

    @Override
    public List<Edge> waiting(WaitState state) {
        return working(state, state.transition());
    }

    @Override
    public List<Edge> parallel(ParallelState state) {
        return working(state, state.transition());
    }

    @Override
    public List<Edge> map(MapState state) {
        return working(state, state.transition());
    }

    @Override
    public List<Edge> succeed(SucceedState state) {
        return List.of(new Edge(Edge.Kind.DONE, null, state.assignments(), state.origin()));
    }

    @Override
    public List<Edge> fail(FailState state) {
        return List.of();
    }

    @Override
    public List<Edge> choice(ChoiceState state) {
        List<Edge> edges = new ArrayList<>();
        for (ChoiceState.Rule rule : state.rules()) {
            edges.add(new Edge(
                    Edge.Kind.RULE, rule.next(), rule.assignments(), rule.next().origin()));
        }
        StateReference otherwise = state.otherwise();
        if (otherwise != null) {
            edges.add(new Edge(Edge.Kind.DEFAULT, otherwise, state.assignments(), otherwise.origin()));
        }
        return edges;
    }

    @Override
    public List<Edge> unresolved(UnresolvedState state) {
        List<Edge> edges = new ArrayList<>();
        for (StateReference target : state.outline().targets()) {
            edges.add(new Edge(Edge.Kind.UNKNOWN, target, state.everyAssignment(), target.origin()));
        }
        if (state.outline().terminal()) {
            edges.add(new Edge(Edge.Kind.UNKNOWN, null, state.everyAssignment(), state.origin()));
        }
        return edges;
    }

    private static List<Edge> working(State state, Transition transition) {
        List<Edge> edges = new ArrayList<>();
        edges.add(transition.accept(new Transition.Visitor<>() {
            @Override
            public Edge next(StateReference target) {
                return new Edge(Edge.Kind.DONE, target, state.assignments(), target.origin());
            }

            @Override
            public Edge end() {
                return new Edge(Edge.Kind.DONE, null, state.assignments(), state.origin());
            }
        }));
        for (Catcher catcher : state.catchers()) {
            edges.add(new Edge(
                    Edge.Kind.CATCHER,
                    catcher.next(),
                    catcher.assignments(),
                    catcher.next().origin()));
        }
        return edges;
    }
}
