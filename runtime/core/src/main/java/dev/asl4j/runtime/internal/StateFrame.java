package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.Task;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        EFFECT
    }

    private final Driver driver;
    private final RunningFrame frame;
    private Verb verb = Verb.NOTHING;
    private @Nullable Failure failure;
    private @Nullable Item selecting;
    private boolean mapStarted;

    StateFrame(Driver driver, RunningFrame frame, int state, JsonNode input) {
        super(state, input);
        this.driver = driver;
        this.frame = frame;
    }

    /** Puts it at a state. */
    void at(int state, JsonNode input) {
        stand(state, input);
    }

    /** Lets it move on so often without telling. */
    void freely(int times, int largest) {
        mayMove(times, largest);
    }

    /** Counts the moves it has not told of; gives how many. From now on it tells. */
    int settle() {
        int moves = takeMoves();
        if (moves > 0) {
            driver.history().moved(frame, moves);
        }
        return moves;
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
        say(Verb.SUCCEED);
        frame.value(output);
    }

    @Override
    public void fail(@Nullable String error, @Nullable String cause) {
        say(Verb.FAIL);
        failure = Failure.of(error, cause);
    }

    @Override
    public void call(Task task, JsonNode input) {
        call(task, input, 0, 0, null);
    }

    @Override
    public void call(Task task, JsonNode input, long timeoutSeconds, long heartbeatSeconds) {
        call(task, input, timeoutSeconds, heartbeatSeconds, null);
    }

    @Override
    public void call(
            Task task, JsonNode input, long timeoutSeconds, long heartbeatSeconds, @Nullable JsonNode credentials) {
        ask(new Effect.Call(task, input, timeoutSeconds, heartbeatSeconds, credentials));
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

    /** What a Fail state said. */
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
