package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.internal.RunningFrame.Step;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The redrives of one execution: lets its frames go on where they stood when it ended without success.
 *
 * <p>Each frame is at a state that it has entered and not left. The state begins anew, with its raw input and all its retries; the next event
 * follows upon its entry (as observed). Branches and iterations that have succeeded stay as they are, unless there was too much data:
 * then their state begins anew with all of them.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">Redriving executions</a>
 */
final class Redrive {
    private final Driver driver;
    private int count;
    private @Nullable Instant last;
    private @Nullable String error; // with which it ended, if it did
    private @Nullable ClientTokens tokens; // null if none was used

    Redrive(Driver driver) {
        this.driver = driver;
    }

    /** As it was when the execution was stored. */
    void restore(Progress progress, ClientTokens tokens) {
        count = progress.redriveCount();
        last = progress.redriven();
        error = progress.error();
        this.tokens = tokens;
    }

    /** How many there were. */
    int count() {
        return count;
    }

    /** When the last one was; null if there was none. */
    @Nullable
    Instant last() {
        return last;
    }

    /** One more, perhaps by the token of a client. */
    void begin(Instant now, @Nullable String clientToken) {
        count++;
        last = now;
        @Nullable Recorder recorder = driver.tree().recorder();
        if (clientToken != null && recorder != null) {
            if (tokens == null) {
                tokens = ClientTokens.of(List.of());
            }
            recorder.note(tokens.use(clientToken, now));
        }
        driver.history().executionRedriven(count, now);
        for (RunningFrame frame : driver.tree().live()) {
            if (frame.isLive()) {
                frame.visit().forgetRetries();
                goOn(frame);
            }
        }
    }

    private void goOn(RunningFrame frame) {
        driver.tree().touch(frame);
        @Nullable Children children = frame.children();
        if (children != null && ErrorNames.DATA_LIMIT_EXCEEDED.equals(error)) {
            driver.blocked().forgetInside(frame);
            children = null;
        }
        driver.blocked().end(frame);
        if (children != null) {
            driver.fill(frame, children);
            return;
        }
        if (frame.step() != Step.RESUME) {
            frame.event(frame.visit().enteredEvent());
            @Nullable Effect effect = frame.visit().effect();
            if (effect != null && effect.redrive(driver, frame)) {
                return;
            }
            frame.anew();
        }
        driver.ready(frame);
    }
}
