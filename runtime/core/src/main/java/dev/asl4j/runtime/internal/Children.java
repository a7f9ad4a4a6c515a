package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.spi.Scope;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The branches or iterations one frame waits for. There are as many frames as may run at the same time; a frame that is
 * done takes the next branch or iteration.
 */
abstract class Children {
    private final Driver driver;
    private final RunningFrame parent;
    private final JsonNode[] results;
    private final @Nullable RunningFrame[] running;
    private final @Nullable DoneChildren recorded;
    private int started;
    private @Nullable Throwable selectorFailure;
    private int succeeded;

    /** Of {@code count} children at most {@code limit} at the same time; 0 means no bound. */
    Children(Driver driver, RunningFrame parent, int count, int limit) {
        this.driver = driver;
        this.parent = parent;
        results = new JsonNode[count];
        Arrays.fill(results, NullNode.getInstance());
        running = new RunningFrame[limit > 0 ? Math.min(limit, count) : count];
        recorded = driver.tree().recorder() == null ? null : new DoneChildren(parent, this);
    }

    /** Puts the frame at the start of a branch or iteration. */
    abstract void start(RunningFrame child, int index);

    /**
     * {@link #start} in a frame of the same scope that has just succeeded, if nobody wants to hear of it.
     *
     * @return whether that is possible: one branch is not like the next
     */
    boolean startInPlace(RunningFrame child, int index) {
        return false;
    }

    /** Whether they are a Map's, and not a Parallel's. */
    abstract boolean areIterations();

    /** The states of a branch or iteration. */
    abstract Scope scope(int index);

    /**
     * Starts as many as may run.
     *
     * @param inline the first one is gone on with at once
     * @return the frame to go on with at once; null if all are queued
     */
    @Nullable
    RunningFrame begin(boolean inline) {
        driver.history().childrenStarted(parent, results.length);
        parent.children(this);
        if (results.length == 0) {
            return finish();
        }
        if (inline) {
            return startIn(0);
        }
        if (!driver.beginLate(parent)) {
            fill();
        }
        return null;
    }

    /** Starts one more, as those that run are blocked; null if there is no room, or all have begun. */
    @Nullable
    RunningFrame startLate() {
        for (int slot = 0; slot < running.length && started < results.length; slot++) {
            if (running[slot] == null) {
                return startIn(slot);
            }
        }
        return null;
    }

    /** Starts as many as there is room for, unless all have begun. */
    void fill() {
        for (int slot = 0; slot < running.length && started < results.length; slot++) {
            if (running[slot] == null) {
                driver.ready(startIn(slot));
            }
        }
    }

    /** Whether none is left to be started. */
    boolean haveAllBegun() {
        return started == results.length;
    }

    private RunningFrame startIn(int slot) {
        RunningFrame child = new RunningFrame(
                driver, parent, slot, parent.scope(), parent.view().input());
        start(child, started++);
        running[slot] = child;
        return child;
    }

    /**
     * A child succeeded.
     *
     * @return the frame to go on with at once, with the next child or behind the last one; null if others still run
     */
    @Nullable
    RunningFrame done(RunningFrame child, JsonNode output) {
        results[child.index()] = output;
        long end = child.isIteration()
                ? driver.history().iterationEnded(child, HistoryEventType.MAP_ITERATION_SUCCEEDED)
                : child.event();
        if (++succeeded == results.length) {
            driver.tree().ended(child);
            parent.event(end);
            return finish();
        }
        if (recorded != null) {
            driver.tree().done(child, recorded);
        }
        if (started < results.length) {
            rethrow(selectorFailure);
            start(child, started++);
            return child;
        }
        running[child.slot()] = null;
        child.kill();
        return null;
    }

    /** {@link #done} without a word, if the frame can go on with the next one in its place; otherwise nothing has happened. */
    boolean isDoneInPlace(RunningFrame child, JsonNode output) {
        int index = child.index();
        int id = child.id();
        int state = child.view().state();
        try {
            if (started == results.length || !startInPlace(child, started)) {
                return false;
            }
        } catch (RuntimeException | StackOverflowError thrown) { // an item's selector: told when that item is to begin
            selectorFailure = thrown;
            return false;
        }
        started++;
        succeeded++;
        results[index] = output;
        if (recorded != null) {
            driver.tree().done(index, id, state, recorded);
        }
        return true;
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    // ---- of an execution that is taken up again

    /** How many there are. */
    int count() {
        return results.length;
    }

    /** Has succeeded before. */
    void restoreDone(int index, int id, JsonNode output) {
        results[index] = output;
        succeeded++;
        started = Math.max(started, index + 1);
        if (recorded != null) {
            recorded.restore(index, id);
        }
    }

    /** A frame for one that runs; null if there is no such place. */
    @Nullable
    RunningFrame restoreRunning(int index, int slot) {
        if (slot < 0 || slot >= running.length || running[slot] != null || index >= results.length) {
            return null;
        }
        started = Math.max(started, index + 1);
        RunningFrame child = new RunningFrame(
                driver, parent, slot, parent.scope(), parent.view().input());
        running[slot] = child;
        return child;
    }

    /** Whether those that have begun are the first ones, without gaps, and not all of them have succeeded. */
    boolean isWhole(int begun) {
        return begun == started && succeeded < results.length;
    }

    /** The output of one that has succeeded. */
    JsonNode result(int index) {
        return results[index];
    }

    /** Those that are done, for the recorder; null if there is none. */
    @Nullable
    DoneChildren recorded() {
        return recorded;
    }

    /** The frames that are running, in order; some places are empty. */
    @Nullable
    RunningFrame[] running() {
        return running;
    }

    private RunningFrame finish() {
        driver.history().childrenSucceeded(parent);
        driver.tree().forgetDone(this);
        parent.children(null);
        parent.resumeWith(Json.array(results));
        return parent;
    }
}
