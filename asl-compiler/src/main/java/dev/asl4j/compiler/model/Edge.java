package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way out of a state.
 *
 * @param target the next state; null: the scope ends
 * @param assignments what is assigned on this way
 * @param origin what says so: the name of the next state, or of this one if the scope ends
 */
public record Edge(Kind kind, @Nullable StateReference target, List<Assignment> assignments, Subject origin) {

    public Edge {
        assignments = List.copyOf(assignments);
    }

    /** Why it is taken. */
    public enum Kind {
        /** The work of the state is done: {@code Next}, {@code End}, or the end that a Succeed state is. */
        DONE,
        /** A choice rule holds. */
        RULE,
        /** No choice rule holds: {@code Default}. */
        DEFAULT,
        /** A catcher takes an error. */
        CATCHER,
        /** One of a state that could not be read; what is assigned on it may be assigned on another. */
        UNKNOWN
    }
}
