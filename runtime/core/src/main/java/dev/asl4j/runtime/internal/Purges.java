package dev.asl4j.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Removes what ended long ago from a store: when an engine begins, and then every hour. */
final class Purges {
    private static final System.Logger LOG = System.getLogger(Purges.class.getName());
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final int PAGE = 500;

    private final EngineCore engine;
    private final Duration retention;
    private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();

    Purges(EngineCore engine, Duration retention) {
        this.engine = engine;
        this.retention = retention;
    }

    /**
     * Looks for the first time.
     *
     * @param regularly whether every hour from then on, also if no execution ends: not by a time of tests' own, which would have no end
     */
    void begin(boolean regularly) {
        look(engine.environment().now());
        if (regularly) {
            again();
        }
    }

    private void again() {
        engine.environment().schedule(engine.environment().now().plus(BETWEEN), () -> {
            look(engine.environment().now());
            again();
        });
    }

    /** Looks, if that was long ago. */
    void look(Instant now) {
        @Nullable Instant before = last.get();
        if ((before == null || !before.plus(BETWEEN).isAfter(now)) && last.compareAndSet(before, now)) {
            engine.threads().store(() -> purge(now));
        }
    }

    private void purge(Instant now) {
        try {
            int purged = engine.store().purge(now.minus(retention), PAGE);
            if (purged == PAGE) { // others may ask the store in between
                engine.threads().store(() -> purge(now));
            }
        } catch (RuntimeException away) {
            LOG.log(System.Logger.Level.WARNING, "Executions that ended long ago could not be removed.", away);
        }
    }
}
