package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A state. Field names are those of the specification. */
public sealed interface State
        permits TaskState,
                PassState,
                ChoiceState,
                WaitState,
                SucceedState,
                FailState,
                ParallelState,
                MapState,
                UnresolvedState {

    /** Name, comment and place, which every state has. */
    Heading heading();

    /** The state as a node of its scope's graph. */
    StateOutline outline();

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code Retry}; empty where the type of state has none. */
    default List<Retrier> retriers() {
        return List.of();
    }

    /** {@code Catch}; empty where the type of state has none. */
    default List<Catcher> catchers() {
        return List.of();
    }

    /** {@code Assign}; of a Choice state: for when no rule holds. */
    default List<Assignment> assignments() {
        return List.of();
    }

    /** All that it assigns: its own, those of its catchers and of its choice rules. */
    default List<Assignment> everyAssignment() {
        List<Assignment> all = new ArrayList<>(assignments());
        catchers().forEach(catcher -> all.addAll(catcher.assignments()));
        return all;
    }

    /** The templates of its data flow; those of assignments and catchers are theirs. */
    default List<Template> templates() {
        return List.of();
    }

    /** The name: the key in {@code States}. */
    default String name() {
        return heading().name();
    }

    /** The query language of its own fields. */
    default QueryLanguage language() {
        return heading().language();
    }

    /** {@code Comment}. */
    default @Nullable String comment() {
        return heading().comment();
    }

    /** The state's name in the definition: the key in {@code States}. */
    default Subject origin() {
        return heading().origin();
    }

    /** One method per type of state; without defaults, so that a new type breaks every visitor at compile time. */
    interface Visitor<R> {
        R task(TaskState state);

        R pass(PassState state);

        R choice(ChoiceState state);

        R waiting(WaitState state);

        R succeed(SucceedState state);

        R fail(FailState state);

        R parallel(ParallelState state);

        R map(MapState state);

        R unresolved(UnresolvedState state);
    }
}
