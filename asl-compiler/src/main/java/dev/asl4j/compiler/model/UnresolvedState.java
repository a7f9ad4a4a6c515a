package dev.asl4j.compiler.model;

import java.util.List;

/**
 * A state that needs the value of a placeholder which has none: it fails with {@code States.Runtime} when it is reached.
 *
 * @param type its {@code Type}
 * @param outline what is known of it: the states around it are judged as if it could be read
 * @param everyAssignment what it would assign, as far as it could be read
 * @param cause what is missing, and where
 */
public record UnresolvedState(
        Heading heading, String type, StateOutline outline, List<Assignment> everyAssignment, String cause)
        implements State {

    public UnresolvedState {
        everyAssignment = List.copyOf(everyAssignment);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.unresolved(this);
    }
}
