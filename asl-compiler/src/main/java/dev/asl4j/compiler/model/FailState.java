package dev.asl4j.compiler.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Fail state: ends the execution with an error, unless an enclosing state catches it.
 *
 * @param error {@code Error} or {@code ErrorPath}; null: neither
 * @param cause {@code Cause} or {@code CausePath}; null: neither
 */
public record FailState(
        Heading heading, @Nullable FailText error, @Nullable FailText cause) implements State {

    @Override
    public StateOutline outline() {
        return new StateOutline(name(), origin(), List.of(), true, true, List.of(), List.of(), List.of());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.fail(this);
    }
}
