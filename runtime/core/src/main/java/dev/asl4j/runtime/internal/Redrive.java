package dev.asl4j.runtime.internal;

import org.jspecify.annotations.Nullable;

/** Lets the frames of an execution that has not succeeded go on where they stood. */
final class Redrive {
    private final Driver driver;

    Redrive(Driver driver) {
        this.driver = driver;
    }

    /** @param event upon which the next event of each frame follows */
    void begin(long event) {
        for (RunningFrame frame : driver.tree().live()) {
            @Nullable Pending pending = frame.pending();
            if (pending != null) {
                driver.unblock(frame);
            }
            frame.event(event);
            frame.visit().forgetRetries();
            @Nullable Effect effect = frame.visit().effect();
            if (effect != null && effect.redrive(driver, frame)) {
                driver.tree().touch(frame);
            } else if (frame.children() == null) {
                frame.again();
                driver.ready(frame);
            } else {
                driver.tree().touch(frame);
            }
        }
    }
}
