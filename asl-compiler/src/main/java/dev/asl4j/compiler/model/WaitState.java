package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import java.util.List;

/** A Wait state. */
public record WaitState(
        Heading heading, DataFlow dataFlow, WaitDuration duration, List<Assignment> assignments, Transition transition)
        implements State {

    public WaitState {
        assignments = List.copyOf(assignments);
    }

    @Override
    public StateOutline outline() {
        return Outlines.of(this, transition, List.of());
    }

    @Override
    public List<Template> templates() {
        return dataFlow.templates();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.waiting(this);
    }
}
