package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.store.StoredFrame;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// Size: what is kept of a frame, and who may see which part of it.

/**
 * One running scope. Its record is the {@link Visit} of a state, the scope's variables, and its place in the parent; the rest is
 * bookkeeping of the driver. Generated code sees it through a {@link StateFrame}.
 */
final class RunningFrame {
    /** What is to be done when it is this frame's turn. */
    enum Step {
        ENTER,
        BEGIN_EFFECT,
        RESUME
    }

    /** What its {@link Recorder} has to do about it. */
    enum Mark {
        /** It is as the store has it. */
        CLEAN,
        /** It is not. */
        TOUCHED,
        /** An error is on its way outwards: it is kept as it stood before, should the execution fail. */
        FROZEN
    }

    private final Driver driver;
    private final Quotas quotas;
    private final History history;
    private final @Nullable RunningFrame parent;
    private final int slot;
    private final Visit visit;
    private final StateFrame view;
    private final Variables variables;
    private long event;
    private Scope scope;
    private int id;
    private int index;
    private @Nullable Item item;
    private @Nullable String outerPlace;

    private Step step = Step.ENTER;
    private @Nullable JsonNode value;
    private @Nullable Children children;
    private @Nullable Pending pending;
    private int serial;
    private int order;
    private boolean live = true;
    private Mark mark = Mark.CLEAN;
    private boolean held;

    RunningFrame(Driver driver, @Nullable RunningFrame parent, int slot, Scope scope, JsonNode input) {
        this.driver = driver;
        quotas = driver.quotas();
        history = driver.history();
        this.parent = parent;
        this.slot = slot;
        this.scope = scope;
        visit = new Visit();
        view = new StateFrame(driver, this, scope.start(), input);
        variables = new Variables(driver.quotas());
        event = parent == null ? 0 : parent.event;
    }

    /** Enters the start state, the first time or for another branch or iteration; without variables. */
    void start(Scope scope, int index, @Nullable Item item, JsonNode input) {
        this.scope = scope;
        this.index = index;
        this.item = item;
        variables.clear();
        order = 0;
        id = driver.tree().began(this);
        enterState(scope.start(), input);
        step = Step.ENTER;
    }

    /** Enters the start state of its scope for another iteration, as far as that is nobody's business. */
    void startInPlace(int index, Item item, JsonNode input) {
        this.index = index;
        this.item = item;
        variables.clear();
        order = 0;
        id = driver.tree().began(this);
        visit.begin();
        view.goesOnWith(input);
    }

    /** As it was when it was stored, but for what it is blocked on. */
    void restore(Scope scope, StoredFrame row, @Nullable Item item) {
        this.scope = scope;
        this.item = item;
        id = row.id();
        index = row.index();
        event = Notes.number(row.detail(), Notes.EVENT);
        order = Notes.count(row.detail(), Notes.ORDER);
        value = row.phase() == StoredFrame.Phase.RESUME ? row.value() : null;
        step = switch (row.phase()) {
            case RESUME -> Step.RESUME;
            case BEGIN_EFFECT -> Step.BEGIN_EFFECT;
            case ENTER, TASK, WAIT, RETRY, CHILDREN, MAP_RUN, DONE -> Step.ENTER;
        };
    }

    // ---- what the driver sees

    @Nullable
    RunningFrame parent() {
        return parent;
    }

    /** Its number in the execution; another one for each branch or iteration, 0 in between. */
    int id() {
        return id;
    }

    /** The branch or iteration it was is done; another one may begin in it. */
    void release() {
        id = 0;
        outerPlace = null;
        mark = Mark.CLEAN;
    }

    /** Where it is, as {@link StoredFrame#place} says. */
    String place() {
        if (parent != null && outerPlace == null) {
            outerPlace = parent.place();
        }
        return StoredFrame.place(outerPlace, isIteration() ? 0 : index, stateName());
    }

    Mark mark() {
        return mark;
    }

    void mark(Mark mark) {
        this.mark = mark;
    }

    /** Whether something in this process worked for it at the last checkpoint. */
    boolean wasHeld() {
        return held;
    }

    void held(boolean held) {
        this.held = held;
    }

    /** Its place among those that are ready; 0 comes first. */
    int order() {
        return order;
    }

    void order(int order) {
        this.order = order;
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

    /** The item of the iteration this is; null if it is none. */
    @Nullable
    Item item() {
        return item;
    }

    /** The innermost item around. */
    @Nullable
    Item itemAround() {
        @Nullable RunningFrame frame = this;
        while (frame != null && frame.item == null) {
            frame = frame.parent;
        }
        return frame == null ? null : frame.item;
    }

    /** The scope's own variables. */
    Variables variables() {
        return variables;
    }

    /** The last event of its chain in the history. */
    long event() {
        return event;
    }

    void event(long id) {
        event = id;
    }

    /** What generated code sees of it, and what it says. */
    StateFrame view() {
        return view;
    }

    /** The state it is at. */
    Visit visit() {
        return visit;
    }

    String stateName() {
        return scope.states().name(view.state());
    }

    StateType type() {
        return scope.states().type(view.state());
    }

    /** Whether the state has a token. */
    boolean hasToken() {
        return scope.states().hasToken(view.state());
    }

    /** Whether the state waits for the answer to a token. */
    boolean waitsForToken() {
        return scope.states().waitsForToken(view.state());
    }

    Instant since() {
        return visit.since(driver.environment());
    }

    Step step() {
        return step;
    }

    /**
     * Runs the first half again, with another token: the work with the same effective input, or all of it if it did not get that far, or
     * if the token is in it.
     */
    void again() {
        if (visit.isTokenDrawn()) {
            visit.forgetToken(hasToken());
        }
        step = visit.effect() == null ? Step.ENTER : Step.BEGIN_EFFECT;
    }

    /** The state begins anew, with all that it evaluates. */
    void anew() {
        visit.forgetEffect();
        step = Step.ENTER;
    }

    /** The next half is the first one, of whatever state. */
    void enterNext() {
        step = Step.ENTER;
    }

    /** The output of the scope. */
    void value(JsonNode output) {
        value = output;
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

    /** What the second half is to be resumed with, if that is next. */
    @Nullable
    JsonNode value() {
        return value;
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

    void unblock() {
        pending = null;
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

    /** Whether a Parallel or Map failed before its branches or iterations began, in its own fields. */
    boolean failsBeforeChildren() {
        return switch (type()) {
            case PARALLEL, MAP -> visit.effect() == null;
            case TASK, PASS, CHOICE, WAIT, SUCCEED, FAIL -> false;
        };
    }

    /** Nothing it does counts any more. */
    void kill() {
        live = false;
        variables.clear();
        pending = null;
        children = null;
    }

    /** Goes from one state of the scope to another. */
    void leave(int state, JsonNode output) {
        if (quotas.isTooLarge(this, output)) {
            return;
        }
        history.stateExited(this, output);
        enterState(state, output);
    }

    private void enterState(int state, JsonNode input) {
        visit.begin();
        view.at(state, input);
        history.stateEntered(this);
    }
}
