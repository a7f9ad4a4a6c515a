package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Catcher;
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
        try {
            switch (frame.step()) {
                case ENTER -> {
                    frame.view().listen();
                    frame.scope().enter(frame.view());
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
            return switch (frame.view().verb()) {
                case NEXT -> frame;
                case EFFECT -> begin(frame);
                case SUCCEED -> succeeded(frame);
                case FAIL -> failed(frame, frame.view().failure());
                case NOTHING -> throw new IllegalStateException("the state said no verb");
            };
        } catch (Throwable thrown) { // generated code and data: whatever is wrong ends this execution, not the engine
            return failed(frame, Failure.atState(frame, thrown));
        }
    }

    private @Nullable RunningFrame begin(RunningFrame frame) {
        Effect effect = frame.visit().effect();
        if (effect == null) {
            throw new IllegalStateException("no effect to begin");
        }
        frame.since(); // a frame that blocks can be looked at
        return effect.begin(driver, frame);
    }

    private @Nullable RunningFrame succeeded(RunningFrame frame) {
        JsonNode output = frame.takeValue();
        driver.history().stateExited(frame.stateName(), output);
        @Nullable RunningFrame parent = frame.parent();
        if (parent == null) {
            driver.end(new Outcome(
                    Ending.SUCCEEDED, output, null, driver.environment().now()));
            return null;
        }
        if (frame.isIteration()) {
            driver.history().iterationEnded();
        }
        @Nullable Children children = parent.children();
        if (children == null) {
            throw new IllegalStateException("a child without siblings");
        }
        try {
            return children.done(frame, output);
        } catch (Throwable thrown) { // the next item's selector, or the array of results: the parent's state
            return failed(parent, Failure.atState(parent, thrown));
        }
    }

    /** Takes an error outwards until a retrier or catcher is for it, or the execution ends. */
    @Nullable
    RunningFrame failed(RunningFrame origin, Failure failure) {
        RunningFrame frame = origin;
        Failure current = failure;
        while (true) {
            boolean hadChildren = frame.children() != null;
            driver.abandonChildren(frame);
            @Nullable Instant again = retrying.next(frame, current);
            if (again != null) {
                return retry(frame, again);
            }
            if (hadChildren) {
                driver.history().childrenFailed();
            }
            @Nullable Catcher catcher = Retrying.catcher(frame, current);
            if (catcher != null) {
                try {
                    frame.enterNext();
                    frame.view().listen();
                    frame.view().next(catcher.next(), catcher.output().apply(frame.view(), current.output()));
                    return frame;
                } catch (Throwable thrown) { // an error in the catcher itself is not caught by its siblings
                    current = Failure.atState(frame, thrown);
                }
            }
            @Nullable RunningFrame parent = frame.parent();
            if (parent == null) {
                driver.end(new Outcome(
                        Ending.FAILED, null, current, driver.environment().now()));
                return null;
            }
            if (frame.isIteration()) {
                driver.history().iterationEnded();
            }
            frame.kill();
            frame = parent;
        }
    }

    private @Nullable RunningFrame retry(RunningFrame frame, Instant due) {
        if (due.isAfter(driver.environment().now())) {
            driver.sleep(frame, due, Message.RetryDue::new);
            return null;
        }
        frame.again();
        return frame;
    }
}
