package dev.asl4j.compiler.model;

import java.util.List;

/** A Wait state. */
public record WaitState(Heading heading, DataFlow dataFlow, WaitDuration duration, Transition transition)
        implements State {

    @Override
    public StateOutline outline() {
        return Outlines.of(this, transition, List.of());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.waiting(this);
    }
}
