package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code StartAt} and {@code States}: the top level, a branch of a Parallel state, or the item processor of a Map state.
 * Transitions stay inside their scope.
 *
 * @param origin the object that holds {@code StartAt}
 * @param startAt null: it could not be read, which was reported
 * @param states those that could be read, in the order of the definition
 * @param unread the others; empty in a definition without errors
 */
public record Scope(
        Kind kind,
        Subject origin,
        @Nullable String comment,
        @Nullable StateReference startAt,
        Subject statesOrigin,
        List<State> states,
        List<StateOutline> unread) {

    public Scope {
        states = List.copyOf(states);
        unread = List.copyOf(unread);
    }

    /** What the scope belongs to. */
    public enum Kind {
        STATE_MACHINE("the state machine"),
        BRANCH("the branch"),
        ITEM_PROCESSOR("the item processor"),
        /** Each item, or batch of items, has an execution of its own. */
        DISTRIBUTED_ITEM_PROCESSOR("the item processor");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In a message: "the branch". */
        public String words() {
            return words;
        }
    }

    /** What is known of the transitions of all states, those that could not be read included. */
    public List<StateOutline> outlines() {
        List<StateOutline> outlines = new ArrayList<>(states.size() + unread.size());
        for (State state : states) {
            outlines.add(state.outline());
        }
        outlines.addAll(unread);
        return outlines;
    }
}
