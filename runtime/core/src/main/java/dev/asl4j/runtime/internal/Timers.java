package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The timers of one effect. They are set after the commit, and none is set once they are cancelled. */
final class Timers {
    private final List<Environment.Timer> timers = new ArrayList<>(1);
    private boolean cancelled;

    /** Sets one, unless they are cancelled. */
    synchronized void set(Environment environment, Instant due, Runnable action) {
        if (!cancelled) {
            timers.add(environment.schedule(due, action));
        }
    }

    /** None of them is wanted any more. */
    synchronized void cancel() {
        cancelled = true;
        timers.forEach(Environment.Timer::cancel);
        timers.clear();
    }
}
