package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * {@code StartAt} and {@code States}: the top level of a machine, a branch of a Parallel, the item processor of a Map.
 * Generated code extends it; its methods do not block, and say one verb of the {@link Frame} per call.
 */
public abstract class Scope {
    private final StateTable states;
    private final int start;
    private final boolean pure;
    private final List<String> variables;

    /**
     * A scope.
     *
     * @param states its states, by number
     * @param start number of the state it starts at
     * @param pure no Task and no Wait inside, however deep: its branches or iterations run one after the other, as
     *     nothing in them could go on at the same time
     * @param variables names of the variables that states of this scope assign, by slot
     */
    protected Scope(StateTable states, int start, boolean pure, String... variables) {
        this.states = states;
        this.start = start;
        this.pure = pure;
        this.variables = List.of(variables);
    }

    /** Does the first half of the state {@code frame.state()}: moves on, or asks for an effect. */
    public abstract void enter(Frame frame);

    /**
     * Does the second half of a state that asked for an effect: moves on.
     *
     * @param result of the Task; of the Map or Parallel, an array; JSON null after a Wait
     */
    public abstract void resume(Frame frame, JsonNode result);

    /**
     * The input of one iteration, if this scope is the item processor of a Map: its {@code ItemSelector}.
     *
     * @param map the frame at the Map state
     * @param input the Map's effective input
     * @param index of the item, from 0
     * @param item the element; of an object, the entry's value
     */
    public JsonNode itemInput(Frame map, JsonNode input, int index, JsonNode item) {
        return map.defaultItemInput(index, item);
    }

    /**
     * The task that a Task state calls: asked when an execution is taken up again in the middle of the call.
     *
     * @param state number of a Task state
     */
    public Task task(int state) {
        throw new IllegalArgumentException("no Task state: " + state);
    }

    /**
     * The scopes inside a state: the branches of a Parallel, the processor of a Map; none of any other state. Asked when an execution is
     * taken up again while they run.
     *
     * @param state number of a state
     */
    public List<Scope> inner(int state) {
        return List.of();
    }

    /** The states, by number. */
    public final StateTable states() {
        return states;
    }

    /** Number of the state it starts at. */
    public final int start() {
        return start;
    }

    /** Names of the variables that states of this scope assign, by slot. */
    public final List<String> variables() {
        return variables;
    }

    /** Whether nothing inside can wait. */
    public final boolean pure() {
        return pure;
    }
}
