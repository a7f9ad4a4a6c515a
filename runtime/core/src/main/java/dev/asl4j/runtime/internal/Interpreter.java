package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.HistoryEventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a state's verb means: which frame goes on, and where an error ends up. Each method gives the frame to go on with
 * at once, or null if there is none, so that no depth of nesting becomes a depth of calls.
 */
final class Interpreter {
    private final Driver driver;
    private final Retrying retrying;

    Interpreter(Driver driver) {
        this.driver = driver;
        retrying = new Retrying(driver.environment());
    }

    /** Runs one half of a state and acts on what it said; gives the frame to go on with, if any. */
    @Nullable
    RunningFrame step(RunningFrame frame) {
        driver.tree().touch(frame);
        try {
            driver.quotas().assigning();
            switch (frame.step()) {
                case ENTER -> { // and the states that follow, while they only move on, as far as nobody wants to hear
                    // of each
                    StateFrame view = frame.view();
                    view.listen();
                    driver.free(frame);
                    frame.scope().enter(view);
                    if (driver.settle(view)) {
                        view.hasMoved();
                    }
                }
                case RESUME -> {
                    JsonNode result = frame.takeValue();
                    frame.enterNext();
                    frame.view().listen();
                    frame.scope().resume(frame.view(), result);
                }
                case BEGIN_EFFECT -> {
                    return begin(frame);
                }
            }
            if (!frame.isLive()) {
                return null; // its time ran out while it called a handler
            }
            return switch (frame.view().verb()) {
                case NEXT -> frame;
                case EFFECT -> begin(frame);
                case BLOCKED -> null;
                case SUCCEED -> succeeded(frame);
                case FAIL, FAIL_TASK -> failed(frame, frame.view().failure());
                case NOTHING -> throw new IllegalStateException("the state said no verb");
            };
        } catch (TakenOver gone) {
            throw gone; // nothing here is this thread's any more
        } catch (Throwable thrown) { // generated code and data: whatever is wrong ends this execution, not the engine
            driver.settle(frame.view());
            return thrown(frame, thrown);
        }
    }

    private @Nullable RunningFrame begin(RunningFrame frame) {
        Effect effect = frame.visit().effect();
        if (effect == null) {
            throw new IllegalStateException("no effect to begin");
        }
        if (effect.isAwaited()) {
            frame.since(); // can be looked at meanwhile
        }
        return effect.begin(driver, frame);
    }

    private @Nullable RunningFrame succeeded(RunningFrame frame) {
        JsonNode output = frame.takeValue();
        if (driver.quotas().isTooLarge(frame, output)) {
            return null;
        }
        driver.history().stateExited(frame, output);
        @Nullable RunningFrame parent = frame.parent();
        if (parent == null) {
            driver.end(
                    frame,
                    new Outcome(
                            Ending.SUCCEEDED, output, null, driver.environment().now()));
            return null;
        }
        @Nullable Children children = parent.children();
        if (children == null) {
            throw new IllegalStateException("a child without siblings");
        }
        try {
            return children.done(frame, output);
        } catch (Throwable thrown) { // the next item's selector, or the array of results: the parent's state
            return thrown(parent, thrown);
        }
    }

    /** What generated code or data access threw at a state. */
    private @Nullable RunningFrame thrown(RunningFrame frame, Throwable thrown) {
        return failed(frame, failure(frame, thrown));
    }

    /** The error that it is, with its event if it has one. */
    Failure failure(RunningFrame frame, Throwable thrown) {
        Failure failure = Failure.atState(frame, thrown);
        if (thrown instanceof StateFailure state && state.error().equals(ErrorNames.QUERY_EVALUATION_ERROR)) {
            driver.history().evaluationFailed(frame, failure, state.location(), state.isRefused());
        }
        return failure;
    }

    /** Takes an error outwards until a retrier or catcher is for it, or the execution ends. */
    @Nullable
    RunningFrame failed(RunningFrame origin, Failure failure) {
        return failed(origin, failure, origin.children() != null);
    }

    /** Takes the error of a Map Run outwards from the Map state. */
    @Nullable
    RunningFrame mapFailed(RunningFrame origin, Failure failure) {
        return failed(origin, failure, true);
    }

    private @Nullable RunningFrame failed(RunningFrame origin, Failure failure, boolean originHadChildren) {
        RunningFrame frame = origin;
        Failure current = failure;
        boolean hadChildren = originHadChildren;
        while (true) {
            if (current.isFinal()) {
                end(frame, current);
                return null;
            }
            driver.tree().freeze(frame);
            driver.blocked().abandonInside(frame);
            @Nullable Instant again = retrying.next(frame, current);
            if (again != null) {
                driver.tree().thaw(frame);
                return retry(frame, again);
            }
            if (hadChildren || frame.failsBeforeChildren()) {
                driver.history().childrenFailed(frame);
            }
            @Nullable Catcher catcher = Retrying.catcher(frame, current);
            if (catcher != null) {
                try {
                    RunningFrame next = caught(frame, catcher, current);
                    driver.tree().thaw(frame);
                    return next;
                } catch (Throwable thrown) { // an error in the catcher itself is not caught by its siblings
                    current = failure(frame, thrown);
                }
            }
            @Nullable RunningFrame parent = frame.parent();
            if (parent == null || current.isFinal()) {
                end(frame, current);
                return null;
            }
            leave(frame, parent);
            frame = parent;
            hadChildren = true;
        }
    }

    /** A branch or iteration has failed. */
    private void leave(RunningFrame child, RunningFrame parent) {
        if (child.isIteration()) {
            driver.history().iterationEnded(child, HistoryEventType.MAP_ITERATION_FAILED);
        } else {
            driver.history().stateAborted(child); // of all branches, also of the one that failed: observed on AWS
        }
        parent.event(child.event());
        driver.tree().gone(child);
        child.kill();
    }

    private RunningFrame caught(RunningFrame frame, Catcher catcher, Failure failure) {
        frame.enterNext();
        frame.view().listen();
        driver.quotas().assigning();
        frame.view().next(catcher.next(), catcher.output().apply(frame.view(), failure.output()));
        return frame;
    }

    private void end(RunningFrame frame, Failure failure) {
        driver.end(
                frame,
                new Outcome(Ending.FAILED, null, failure, driver.environment().now()));
    }

    private @Nullable RunningFrame retry(RunningFrame frame, Instant due) {
        if (due.isAfter(driver.environment().now())) {
            driver.waits().beginRetry(frame, due);
            return null;
        }
        frame.again();
        return frame;
    }
}
