package dev.asl4j.compiler.budget;

import dev.asl4j.compiler.model.State;
import java.util.List;
import java.util.OptionalLong;

/**
 * States that an execution can go round in.
 *
 * @param states those of the loop and of loops inside it, the one that is entered first in front, then in the order of the definition
 * @param turn the events of one turn; if there are loops inside, {@code most} is the greatest number there is
 * @param waits whether every turn comes through a Wait state
 * @param waitSeconds how long the Wait states make a turn last; empty: it depends on data or on the way
 */
public record Loop(List<State> states, Events turn, boolean waits, OptionalLong waitSeconds) {

    /** Copies the list. */
    public Loop {
        states = List.copyOf(states);
    }
}
