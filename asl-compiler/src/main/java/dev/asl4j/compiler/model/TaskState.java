package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Task state.
 *
 * @param timeout {@code TimeoutSeconds} or {@code TimeoutSecondsPath} of one attempt; null: none
 * @param heartbeat {@code HeartbeatSeconds} or {@code HeartbeatSecondsPath}; null: none
 * @param credentials {@code Credentials}; null: none
 */
public record TaskState(
        Heading heading,
        Resource resource,
        Subject resourceOrigin,
        DataFlow dataFlow,
        @Nullable Amount timeout,
        @Nullable Amount heartbeat,
        @Nullable Template credentials,
        List<Retrier> retriers,
        List<Catcher> catchers,
        List<Assignment> assignments,
        Transition transition)
        implements State {

    public TaskState {
        retriers = List.copyOf(retriers);
        catchers = List.copyOf(catchers);
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
        return visitor.task(this);
    }
}
