package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.Task;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

// Size: the verbs of a frame, each a few lines.

/**
 * A running scope as generated code sees it. A verb is only noted down here; the driver acts on it when the state's method has
 * returned, so nothing recurs.
 */
final class StateFrame extends Frame {
    /** What the state's method said. */
    enum Verb {
        NOTHING,
        NEXT,
        SUCCEED,
        FAIL,
        FAIL_TASK,
        EFFECT,
        BLOCKED
    }

    /** The end of a state and of its iteration, the begin of another iteration and of its state. */
    private static final int EVENTS_BETWEEN_ITERATIONS = 4;

    /** A task is scheduled, started, and over. */
    private static final int EVENTS_OF_CALL = 3;

    private final Driver driver;
    private final RunningFrame frame;
    private Verb verb = Verb.NOTHING;
    private @Nullable Failure failure;
    private @Nullable Item selecting;
    private boolean mapStarted;
    private boolean callsFreely;
    private boolean isAlone;

    StateFrame(Driver driver, RunningFrame frame, int state, JsonNode input) {
        super(state, input);
        this.driver = driver;
        this.frame = frame;
    }

    /** Puts it at a state. */
    void at(int state, JsonNode input) {
        stand(state, input);
    }

    /**
     * Lets it go on without telling.
     *
     * @param events how many it may bring about
     * @param largest bytes that data may have
     * @param calls whether it may call handlers on this thread, as far as the host has them called there
     * @param alone whether nothing else can happen meanwhile
     */
    void freely(int events, int largest, boolean calls, boolean alone) {
        mayGoOn(events, largest);
        callsFreely = calls;
        isAlone = alone;
    }

    /** It goes on with another iteration. */
    void goesOnWith(JsonNode input) {
        moved(frame.scope().start(), input, EVENTS_BETWEEN_ITERATIONS);
    }

    /** Counts the events it has not told of, and from now on tells; gives how many. */
    int settle() {
        int events = events();
        if (events > 0) {
            driver.history().happened(frame, events, eventsHere());
        }
        tell();
        return events;
    }

    /** It has moved on without telling, and that may be the last thing it did. */
    void hasMoved() {
        if (verb == Verb.NOTHING) {
            verb = Verb.NEXT;
        }
    }

    @Override
    protected void leave(int state, JsonNode output) {
        say(Verb.NEXT);
        frame.leave(state, output);
    }

    @Override
    public void succeed(JsonNode output) {
        if (frame.isIteration() && verb == Verb.NOTHING && mayGoOnWith(EVENTS_BETWEEN_ITERATIONS, output)) {
            @Nullable Children siblings = Objects.requireNonNull(frame.parent()).children();
            if (siblings != null && siblings.isDoneInPlace(frame, output)) {
                return;
            }
        }
        say(Verb.SUCCEED);
        frame.value(output);
    }

    @Override
    public void fail(@Nullable String error, @Nullable String cause) {
        say(Verb.FAIL);
        failure = Failure.of(error, cause);
    }

    /** The usual way is all here, as each method on the way to a handler and from it takes its time, and more if the handler fails. */
    @Override
    public void call(Task task, JsonNode input) {
        if (!callsFreely) {
            callTold(task, input);
            return;
        }
        boolean here = (isAlone ? task.isPlain() : task.isQuick())
                && frame.visit().isPlain()
                && mayGoOnWith(EVENTS_OF_CALL, input)
                && !Thread.currentThread().isInterrupted();
        @Nullable Guard guard = here && !isAlone ? driver.host().guard() : null;
        if (!here || !(isAlone || guard != null)) {
            call(task, input, 0, 0, null);
            return;
        }
        long scheduled = driver.history().last() + events() + 1;
        PlainCall call = new PlainCall(driver, frame, state(), task, input, scheduled, guard, null);
        call.perform();
        @Nullable JsonNode result = call.result();
        if (driver.isOutOfTime()) {
            return; // and the frame lives no more
        }
        if (result != null
                && mayGoOnWith(EVENTS_OF_CALL, result)
                && !Thread.currentThread().isInterrupted()) {
            resumeWith(call, result);
        } else {
            end(call);
        }
    }

    /** Has a task called of which somebody wants to hear, here and now if the host allows it. */
    private void callTold(Task task, JsonNode input) {
        @Nullable
        Guard guard = task.isQuick()
                        && frame.visit().isPlain()
                        && Json.isSmall(input, driver.quotas().freeBytes())
                        && !Thread.currentThread().isInterrupted()
                ? driver.host().guardOfTold()
                : null;
        if (guard == null) {
            call(task, input, 0, 0, null);
            return;
        }
        Effect.Call asked = keep(task, input);
        long scheduled = driver.tasks().told(frame, asked);
        if (driver.quotas().doom() != null) {
            say(Verb.BLOCKED);
            return;
        }
        PlainCall call = new PlainCall(driver, frame, state(), task, input, scheduled, guard, asked);
        call.perform();
        @Nullable JsonNode result = call.result();
        @Nullable Failure failed = call.failure();
        if (driver.isOutOfTime()) {
            return; // and the frame lives no more
        }
        failed = result == null ? failed : driver.quotas().ofResult(asked, result);
        if (result == null || failed != null) {
            driver.history().taskFailed(frame, asked, Objects.requireNonNull(failed));
            say(Verb.FAIL_TASK);
            failure = failed;
        } else {
            driver.history().taskSucceeded(frame, asked, result);
            frame.scope().resume(this, result);
        }
    }

    /** A call was not what it usually is: it has failed, or gave much, or somebody has interrupted the thread. */
    private void end(PlainCall call) {
        @Nullable JsonNode result = call.result();
        @Nullable Failure failed = call.failure();
        boolean interrupted = failed != null && failed.thrown() instanceof InterruptedException;
        if ((interrupted || Thread.currentThread().isInterrupted())
                && driver.host().endsWhenInterrupted()) {
            Thread.currentThread().interrupt(); // which ends the run, with the call under way
            say(Verb.BLOCKED);
            driver.lasts(call);
        } else if (result == null) {
            failed(call, Objects.requireNonNull(failed));
        } else {
            @Nullable Failure tooLarge = driver.quotas().ofResult(called(call.task(), call.input()), result);
            if (tooLarge != null) {
                failed(call, tooLarge);
            } else {
                resumeWith(call, result);
            }
        }
    }

    /** The call that is under way lasts: the state has asked for it, and waits. */
    Effect.Call waitsFor(PlainCall call) {
        driver.settle(this);
        return keep(call.task(), call.input());
    }

    /** What follows upon a result does so at once. */
    private void resumeWith(PlainCall call, JsonNode result) {
        happened(EVENTS_OF_CALL);
        try {
            frame.scope().resume(this, result);
        } catch (Throwable thrown) {
            driver.settle(this);
            keep(call.task(), call.input());
            throw thrown;
        }
    }

    private void failed(PlainCall call, Failure failed) {
        happened(EVENTS_OF_CALL);
        driver.settle(this);
        keep(call.task(), call.input());
        say(Verb.FAIL_TASK);
        failure = failed;
    }

    /** A retry begins with the same effective input. */
    private Effect.Call keep(Task task, JsonNode input) {
        Effect.Call call = called(task, input);
        frame.visit().effect(call);
        return call;
    }

    private static Effect.Call called(Task task, JsonNode input) {
        return new Effect.Call(task, input, 0, 0, null);
    }

    @Override
    public void call(Task task, JsonNode input, long timeoutSeconds, long heartbeatSeconds) {
        if (timeoutSeconds == 0 && heartbeatSeconds == 0) {
            call(task, input);
        } else {
            call(task, input, timeoutSeconds, heartbeatSeconds, null);
        }
    }

    @Override
    public void call(
            Task task, JsonNode input, long timeoutSeconds, long heartbeatSeconds, @Nullable JsonNode credentials) {
        ask(new Effect.Call(task, input, timeoutSeconds, heartbeatSeconds, credentials));
    }

    @Override
    public void waitSeconds(long seconds) {
        ask(Effect.Pause.lasting(seconds, driver.environment()));
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
        ask(Effect.Map.over(processor, input, items, maxConcurrency));
    }

    @Override
    public void mapStarted(long length) {
        driver.settle(this);
        driver.history().childrenStarted(frame, length);
        mapStarted = true;
    }

    @Override
    public void distribute(Distribution distribution) {
        ask(new Effect.Distribute(distribution));
    }

    @Override
    public @Nullable JsonNode variable(int depth, int slot) {
        RunningFrame scope = frame;
        for (int i = 0; i < depth; i++) {
            @Nullable RunningFrame around = scope.parent();
            if (around == null) {
                throw new IllegalStateException("no scope that far around: " + depth);
            }
            scope = around;
        }
        return scope.variables().get(slot);
    }

    @Override
    public void assign(int slot, JsonNode value) {
        driver.settle(this);
        frame.variables().assign(frame.scope(), slot, value, driver.history().isWritten());
    }

    @Override
    public String taskToken() {
        driver.settle(this);
        return frame.visit().token(driver.environment(), driver.key(), frame.id());
    }

    @Override
    public JsonNode context() {
        driver.settle(this);
        return driver.context().at(frame, frame.itemAround());
    }

    @Override
    public JsonNode context(int index, JsonNode item) {
        driver.settle(this);
        return driver.context().at(frame, selecting == null ? Item.of(index, item) : selecting);
    }

    @Override
    public JsonNode defaultItemInput(int index, JsonNode item) {
        return selecting == null ? item : selecting.defaultInput();
    }

    @Override
    public @Nullable JsonNode itemKey() {
        return selecting == null || selecting.key() == null ? null : TextNode.valueOf(selecting.key());
    }

    @Override
    public @Nullable JsonNode itemSource() {
        return selecting == null ? null : TextNode.valueOf(selecting.source());
    }

    @Override
    public JsonNode executionInput() {
        return driver.identity().input();
    }

    @Override
    public @Nullable JsonNode mapItemValue() {
        @Nullable Item item = frame.itemAround();
        return item == null ? null : item.value();
    }

    @Override
    public @Nullable JsonNode mapItemIndex() {
        @Nullable Item item = frame.itemAround();
        return item == null ? null : IntNode.valueOf(item.index());
    }

    @Override
    public @Nullable JsonNode mapItemKey() {
        @Nullable Item item = frame.itemAround();
        return item == null || item.key() == null ? null : TextNode.valueOf(item.key());
    }

    @Override
    public Instant now() {
        return driver.environment().now();
    }

    @Override
    public UUID newId() {
        return driver.environment().newId();
    }

    @Override
    public double random() {
        return driver.environment().random();
    }

    /** The input of an iteration: the item as the processor's selector sees it, with this frame at the Map state. */
    JsonNode select(Scope processor, JsonNode input, Item item) {
        selecting = item;
        try {
            return processor.itemInput(this, input, item.index(), item.value());
        } finally {
            selecting = null;
        }
    }

    Verb verb() {
        return verb;
    }

    /** Ready to hear a verb. */
    void listen() {
        verb = Verb.NOTHING;
        mapStarted = false;
    }

    /** Whether the state has said since then that its items are there. */
    boolean takeMapStarted() {
        boolean taken = mapStarted;
        mapStarted = false;
        return taken;
    }

    /** What a Fail state said, or why a task failed. */
    Failure failure() {
        return failure == null ? Failure.of(null, null) : failure;
    }

    private void say(Verb said) {
        if (verb != Verb.NOTHING) {
            throw new IllegalStateException("a state says one verb; " + verb + " came before " + said);
        }
        verb = said;
    }

    private void ask(Effect asked) {
        say(Verb.EFFECT);
        frame.visit().effect(asked);
    }
}
