package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import java.util.List;

/** A Succeed state: ends its scope with a result. */
public record SucceedState(Heading heading, DataFlow dataFlow) implements State {

    @Override
    public StateOutline outline() {
        return new StateOutline(name(), origin(), List.of(), true, true, List.of(), List.of(), List.of());
    }

    @Override
    public List<Template> templates() {
        return dataFlow.templates();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.succeed(this);
    }
}
