package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import java.util.List;

/**
 * A Parallel state.
 *
 * @param branches at least one
 */
public record ParallelState(
        Heading heading,
        DataFlow dataFlow,
        List<Scope> branches,
        List<Retrier> retriers,
        List<Catcher> catchers,
        List<Assignment> assignments,
        Transition transition)
        implements State {

    public ParallelState {
        branches = List.copyOf(branches);
        retriers = List.copyOf(retriers);
        catchers = List.copyOf(catchers);
        assignments = List.copyOf(assignments);
    }

    @Override
    public StateOutline outline() {
        return Outlines.of(this, transition, branches);
    }

    @Override
    public List<Template> templates() {
        return dataFlow.templates();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.parallel(this);
    }
}
