package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

// Size: the verbs of the protocol, and the accessors the driver needs, one line each.

/**
 * One running scope. Its record is a state's number, that state's raw input and retry counts, the request of the state
 * if it asked for an effect, and its place in the parent; the rest is bookkeeping of the driver.
 *
 * <p>A verb is only noted down here; the driver acts on it when the state's method has returned, so nothing recurs.
 */
final class RunningFrame extends Frame {
    /** What the state's method said. */
    enum Verb {
        NOTHING,
        NEXT,
        SUCCEED,
        FAIL,
        EFFECT
    }

    /** What is to be done when it is this frame's turn. */
    enum Step {
        ENTER,
        BEGIN_EFFECT,
        RESUME
    }

    private static final int[] NONE = {};

    private final Driver driver;
    private final @Nullable RunningFrame parent;
    private final int slot;
    private Scope scope;
    private int index;
    private @Nullable JsonNode item;

    private int state;
    private JsonNode input;
    private int enteredEvent;
    private @Nullable Instant since;
    private @Nullable Effect effect;
    private int[] retries = NONE;
    private int retryCount;

    private Step step = Step.ENTER;
    private Verb verb = Verb.NOTHING;
    private @Nullable JsonNode value;
    private @Nullable Failure failure;
    private @Nullable Children children;
    private @Nullable Pending pending;
    private int serial;
    private boolean live = true;

    RunningFrame(Driver driver, @Nullable RunningFrame parent, int slot, Scope scope, JsonNode input) {
        this.driver = driver;
        this.parent = parent;
        this.slot = slot;
        this.scope = scope;
        this.state = scope.start();
        this.input = input;
    }

    /** Enters the start state, the first time or for another branch or iteration. */
    void start(Scope scope, int index, @Nullable JsonNode item, JsonNode input) {
        this.scope = scope;
        this.index = index;
        this.item = item;
        enterState(scope.start(), input);
        step = Step.ENTER;
    }

    // ---- what generated code sees

    @Override
    public int state() {
        return state;
    }

    @Override
    public JsonNode input() {
        return input;
    }

    @Override
    public void next(int state, JsonNode output) {
        say(Verb.NEXT);
        driver.history().stateExited(stateName(), output);
        enterState(state, output);
    }

    @Override
    public void succeed(JsonNode output) {
        say(Verb.SUCCEED);
        value = output;
    }

    @Override
    public void fail(@Nullable String error, @Nullable String cause) {
        say(Verb.FAIL);
        failure = Failure.of(error, cause);
    }

    @Override
    public void call(Task task, JsonNode input) {
        ask(new Effect.Call(task, input, 0, 0));
    }

    @Override
    public void call(Task task, JsonNode input, long timeoutSeconds, long heartbeatSeconds) {
        ask(new Effect.Call(task, input, timeoutSeconds, heartbeatSeconds));
    }

    @Override
    public void waitSeconds(long seconds) {
        ask(Effect.Pause.lasting(seconds, driver.environment().now()));
    }

    @Override
    public void waitUntil(Instant instant) {
        ask(Effect.Pause.until(instant, driver.environment().now()));
    }

    @Override
    public void fork(JsonNode input, Scope... branches) {
        ask(new Effect.Fork(input, List.of(branches)));
    }

    @Override
    public void map(Scope processor, JsonNode input, JsonNode items, int maxConcurrency) {
        ask(new Effect.Map(processor, input, items, maxConcurrency));
    }

    @Override
    public void mapStarted(long length) {}

    @Override
    public void distribute(Distribution distribution) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable JsonNode itemKey() {
        return null;
    }

    @Override
    public @Nullable JsonNode itemSource() {
        return null;
    }

    @Override
    public JsonNode context() {
        return driver.context().at(this, mapItemIndex(), mapItemValue());
    }

    @Override
    public JsonNode context(int index, JsonNode item) {
        return driver.context().at(this, IntNode.valueOf(index), item);
    }

    @Override
    public JsonNode executionInput() {
        return driver.identity().input();
    }

    @Override
    public @Nullable JsonNode mapItemValue() {
        @Nullable RunningFrame iteration = iteration();
        return iteration == null ? null : iteration.item;
    }

    @Override
    public @Nullable JsonNode mapItemIndex() {
        @Nullable RunningFrame iteration = iteration();
        return iteration == null ? null : IntNode.valueOf(iteration.index);
    }

    @Override
    public UUID newId() {
        return driver.environment().newId();
    }

    @Override
    public double random() {
        return driver.environment().random();
    }

    // ---- what the driver sees

    @Nullable
    RunningFrame parent() {
        return parent;
    }

    /** The place among the parent's frames. */
    int slot() {
        return slot;
    }

    Scope scope() {
        return scope;
    }

    /** Number of the branch or iteration. */
    int index() {
        return index;
    }

    boolean isIteration() {
        return item != null;
    }

    String stateName() {
        return scope.states().name(state);
    }

    StateType type() {
        return scope.states().type(state);
    }

    int enteredEvent() {
        return enteredEvent;
    }

    /** When the state was entered; read from the clock at the first need. */
    Instant since() {
        if (since == null) {
            since = driver.environment().now();
        }
        return since;
    }

    @Nullable
    Effect effect() {
        return effect;
    }

    int retryCount() {
        return retryCount;
    }

    /** How often a retrier of the current state has been used in this visit. */
    int retriesOf(int retrier) {
        return retrier < retries.length ? retries[retrier] : 0;
    }

    void countRetry(int retrier) {
        if (retries.length == 0) {
            retries = new int[scope.states().retriers(state).size()];
        }
        retries[retrier]++;
        retryCount++;
    }

    Step step() {
        return step;
    }

    /** Runs the first half again: the work with the same effective input, or all of it if it did not get that far. */
    void again() {
        step = effect == null ? Step.ENTER : Step.BEGIN_EFFECT;
    }

    void resumeWith(JsonNode result) {
        value = result;
        step = Step.RESUME;
    }

    /** What the effect gave, to be handed to the second half. */
    JsonNode takeValue() {
        @Nullable JsonNode taken = value;
        value = null;
        if (taken == null) {
            throw new IllegalStateException("nothing to resume with");
        }
        return taken;
    }

    Verb verb() {
        return verb;
    }

    /** Ready to hear a verb. */
    void listen() {
        verb = Verb.NOTHING;
        step = Step.ENTER;
    }

    /** What a Fail state said. */
    Failure failure() {
        return failure == null ? Failure.of(null, null) : failure;
    }

    @Nullable
    Children children() {
        return children;
    }

    void children(@Nullable Children children) {
        this.children = children;
    }

    /** Blocks on something outside; gives the serial by which its message is told apart from stale ones. */
    int block(Pending pending) {
        this.pending = pending;
        return ++serial;
    }

    /** Whether a message of that serial is the one waited for; if so it no longer is. */
    boolean unblock(int serial) {
        if (pending == null || this.serial != serial) {
            return false;
        }
        pending = null;
        return true;
    }

    boolean isBlockedOn(int serial) {
        return pending != null && this.serial == serial;
    }

    @Nullable
    Pending pending() {
        return pending;
    }

    boolean isLive() {
        return live;
    }

    /** Nothing it does counts any more. */
    void kill() {
        live = false;
        pending = null;
        children = null;
    }

    private void enterState(int state, JsonNode input) {
        this.state = state;
        this.input = input;
        since = null;
        effect = null;
        retries = NONE;
        retryCount = 0;
        enteredEvent = driver.history().stateEntered(stateName(), input);
    }

    private void say(Verb said) {
        if (verb != Verb.NOTHING) {
            throw new IllegalStateException("a state says one verb; " + verb + " came before " + said);
        }
        verb = said;
    }

    private void ask(Effect asked) {
        say(Verb.EFFECT);
        effect = asked;
    }

    private @Nullable RunningFrame iteration() {
        @Nullable RunningFrame frame = this;
        while (frame != null && frame.item == null) {
            frame = frame.parent;
        }
        return frame;
    }
}
