package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The timers of one effect. They are set after the commit, and none is set once they are cancelled. */
final class Timers {
    private @Nullable List<Environment.Timer> timers; // null as long as none was set
    private boolean cancelled;

    /** Sets one, unless they are cancelled. */
    synchronized void set(Environment environment, Instant due, Runnable action) {
        if (!cancelled) {
            if (timers == null) {
                timers = new ArrayList<>(1);
            }
            timers.add(environment.schedule(due, action));
        }
    }

    /** None of them is wanted any more. */
    synchronized void cancel() {
        cancelled = true;
        if (timers != null) {
            timers.forEach(Environment.Timer::cancel);
            timers = null;
        }
    }
}
