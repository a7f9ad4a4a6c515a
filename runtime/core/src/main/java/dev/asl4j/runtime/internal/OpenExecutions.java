package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.ExecutionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How many executions are open in the store. To count a million takes it some time: so it is asked now and then, and nobody waits. */
final class OpenExecutions {
    private static final System.Logger LOG = System.getLogger(OpenExecutions.class.getName());

    /** As often as AWS reports the metric. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final ExecutionStore store;
    private final Threads threads;
    private final Environment environment;
    private OptionalLong last = OptionalLong.empty(); // guarded by this, as all below
    private @Nullable Instant asked;

    OpenExecutions(ExecutionStore store, Threads threads, Environment environment) {
        this.store = store;
        this.threads = threads;
        this.environment = environment;
    }

    /** As many as there were when the store was asked last; empty as long as it has not answered. Has it asked anew if that is long ago. */
    synchronized OptionalLong count() {
        Instant now = environment.now();
        if (asked == null || !asked.plus(BETWEEN).isAfter(now)) {
            asked = now;
            threads.store(this::ask);
        }
        return last;
    }

    private void ask() {
        OptionalLong counted = OptionalLong.empty();
        try {
            counted = OptionalLong.of(store.openExecutions());
        } catch (RuntimeException away) {
            LOG.log(System.Logger.Level.DEBUG, "Open executions could not be counted.", away);
        }
        synchronized (this) {
            last = counted;
        }
    }
}
