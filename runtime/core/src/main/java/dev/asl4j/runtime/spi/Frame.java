package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One running scope, as generated code sees it: the state it is at, that state's raw input, and the verbs.
 *
 * <p>{@link Scope#enter} says exactly one verb: it moves on ({@link #next}, {@link #succeed}, {@link #fail}) or asks for
 * an effect ({@link #call}, {@link #waitSeconds}, {@link #waitUntil}, {@link #fork}, {@link #map}, {@link #distribute}). {@link Scope#resume}
 * moves on. Nothing may follow the verb. A data error is thrown as {@link dev.asl4j.runtime.error.StateFailure}
 * instead.
 */
public abstract class Frame {
    /** It has not moved on without telling. */
    protected static final int NONE = -1;

    private int state;
    private JsonNode input;

    // What it may do without telling: so many events, outputs of so many bytes at most. And what it has done.
    private int room;
    private int largest;
    private int events;
    private int eventsHere = NONE; // of the state it has moved to
    private boolean movedFreely;

    /** For the driver; generated code is given its frames. */
    protected Frame(int state, JsonNode input) {
        this.state = state;
        this.input = input;
    }

    /** Number of the current state. */
    public final int state() {
        return state;
    }

    /** Raw input of the current state. */
    public final JsonNode input() {
        return input;
    }

    /** Leaves the state for another one of the same scope. */
    public final void next(int state, JsonNode output) {
        if (events + 2 <= room && (isInputItMovedWith(output) || Json.isSmall(output, largest))) {
            moved(state, output, 2); // it leaves a state, and enters one
        } else {
            leave(state, output);
        }
    }

    @SuppressWarnings("ReferenceEquality") // what is the same object was looked at when it moved here
    private boolean isInputItMovedWith(JsonNode output) {
        return output == input && eventsHere >= 0;
    }

    /** Whether the state has only moved on, and nobody wants to hear of it: then the next one can be entered at once. Asked once. */
    public final boolean goesOn() {
        boolean goesOn = movedFreely;
        movedFreely = false;
        return goesOn;
    }

    /** {@link #next} of which the driver wants to hear. */
    protected abstract void leave(int state, JsonNode output);

    /** Puts it at a state. */
    protected final void stand(int state, JsonNode input) {
        this.state = state;
        this.input = input;
    }

    /** Puts it at a state without telling; so many events are not told, the last of which is that it has entered the state. */
    protected final void moved(int state, JsonNode input, int events) {
        this.events += events;
        eventsHere = 0;
        movedFreely = true;
        this.state = state;
        this.input = input;
    }

    /** So many events it may bring about without telling, with data that is known to have at most so many bytes. */
    protected final void mayGoOn(int events, int largest) {
        room = events;
        this.largest = largest;
        this.events = 0;
        eventsHere = NONE;
        movedFreely = false;
    }

    /** Whether it may bring about so many events without telling, with that data. */
    protected final boolean mayGoOnWith(int events, JsonNode data) {
        return this.events + events <= room && Json.isSmall(data, largest);
    }

    /** Something has happened of which it does not tell. */
    protected final void happened(int events) {
        this.events += events;
        eventsHere += eventsHere == NONE ? 0 : events;
    }

    /** How many events it has brought about without telling. */
    protected final int events() {
        return events;
    }

    /** How many of these after it entered the state where it is; {@link #NONE} if it has entered none. */
    protected final int eventsHere() {
        return eventsHere;
    }

    /** From now on it tells of everything. */
    protected final void tell() {
        events = 0;
        eventsHere = NONE;
        room = 0;
    }

    /** Ends the scope: {@code End} or a Succeed state. */
    public abstract void succeed(JsonNode output);

    /** Ends the scope with an error: a Fail state. Both may be absent. */
    public abstract void fail(@Nullable String error, @Nullable String cause);

    /** Calls a task without limits of time. */
    public abstract void call(Task task, JsonNode input);

    /**
     * Calls a task.
     *
     * @param timeoutSeconds how long it may take; 0 means no limit
     * @param heartbeatSeconds how long it may stay silent; 0 means no limit
     */
    public abstract void call(Task task, JsonNode input, long timeoutSeconds, long heartbeatSeconds);

    /**
     * Calls a task with a role to be assumed.
     *
     * @param timeoutSeconds how long it may take; 0 means no limit
     * @param heartbeatSeconds how long it may stay silent; 0 means no limit
     * @param credentials {@code Credentials}, evaluated: <code>{"RoleArn": ...}</code>; null if the state has none
     */
    public abstract void call(
            Task task, JsonNode input, long timeoutSeconds, long heartbeatSeconds, @Nullable JsonNode credentials);

    /** Waits; 0 goes on at once. Longer than 2,147,483,647 seconds fails the state. */
    public abstract void waitSeconds(long seconds);

    /** Waits until an instant; one in the past goes on at once. */
    public abstract void waitUntil(Instant instant);

    /** Runs the branches of a Parallel, all with the same input. The result is the array of their outputs. */
    public abstract void fork(JsonNode input, Scope... branches);

    /**
     * Runs the iterations of a Map. The result is the array of their outputs, in the order of the items.
     *
     * @param input the Map's effective input, for {@link Scope#itemInput}
     * @param items an array; or an object, each entry of which is an item
     * @param maxConcurrency how many iterations at most at the same time; 0 means no bound
     */
    public abstract void map(Scope processor, JsonNode input, JsonNode items, int maxConcurrency);

    /**
     * Says that a Map state in distributed mode has its items: {@code MapStateStarted} is written now. To be called before the other
     * fields of the Map are evaluated, because their errors come after that event on AWS. Not a verb: {@link #distribute} follows.
     *
     * @param length number of items; 0 if a reader is to read them
     */
    public abstract void mapStarted(long length);

    /**
     * Runs the items of a distributed Map as child executions. The result is the array of their outputs in the order of the items,
     * or what the result writer makes of them.
     */
    public abstract void distribute(Distribution distribution);

    /**
     * A variable, as it was when the state was entered.
     *
     * @param depth 0 for this scope's own variables, 1 for those of the scope around it, and so on
     * @param slot number of the variable in that scope
     * @return null if nothing was assigned yet
     */
    public abstract @Nullable JsonNode variable(int depth, int slot);

    /**
     * Assigns a variable of this scope. Called after all right-hand sides and the output were computed, and before the verb; visible
     * from the next state on.
     *
     * @param slot number of the variable in this scope
     */
    public abstract void assign(int slot, JsonNode value);

    /**
     * {@code $$.Task.Token} of the attempt to come, at a state that has one by its {@link StateTable}; the same until
     * {@link #call}. A retry runs the first half of the state again, with another token.
     */
    public abstract String taskToken();

    /** The context object {@code $$}. */
    public abstract JsonNode context();

    /** The context object as an item selector sees it, with {@code Map.Item} of the iteration to come. */
    public abstract JsonNode context(int index, JsonNode item);

    /**
     * {@code $$.Map.Item.Key} of the item whose input {@link Scope#itemInput} is computing; null if the items are not the entries of
     * an object, and outside of that method.
     */
    public abstract @Nullable JsonNode itemKey();

    /**
     * {@code $$.Map.Item.Source} of the item whose input {@link Scope#itemInput} is computing: {@code STATE_DATA}, {@code
     * S3://bucket} or {@code S3://bucket/key}; null outside of that method.
     */
    public abstract @Nullable JsonNode itemSource();

    /**
     * What an iteration gets that has no {@code ItemSelector}: the item, or for an entry of an object <code>
     * {"Key": ..., "Value": ...}</code>.
     *
     * @param index of the item, from 0
     * @param item the element, or the entry's value
     */
    public abstract JsonNode defaultItemInput(int index, JsonNode item);

    /** {@code $$.Execution.Input}. */
    public abstract JsonNode executionInput();

    /** {@code $$.Map.Item.Value} of the innermost iteration around; null outside of any. */
    public abstract @Nullable JsonNode mapItemValue();

    /** {@code $$.Map.Item.Index} of the innermost iteration around; null outside of any. */
    public abstract @Nullable JsonNode mapItemIndex();

    /** {@code $$.Map.Item.Key} of the innermost iteration around; null outside of any, or if that is over an array. */
    public abstract @Nullable JsonNode mapItemKey();

    /** The time, for {@code $now}. */
    public abstract Instant now();

    /** A new id, for {@code States.UUID} and {@code $uuid}. */
    public abstract UUID newId();

    /** A number from 0 (inclusive) to 1 (exclusive), for {@code States.MathRandom} and {@code $random}. */
    public abstract double random();
}
