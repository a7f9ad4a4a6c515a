package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Pass state.
 *
 * @param result {@code Result}, a literal in which nothing is evaluated; null: the effective input is the result
 */
public record PassState(
        Heading heading,
        DataFlow dataFlow,
        @Nullable JsonValue result,
        List<Assignment> assignments,
        Transition transition)
        implements State {

    public PassState {
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
        return visitor.pass(this);
    }
}
