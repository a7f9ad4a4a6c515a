package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.ExecutionQuery;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the executions that other engines could not go on with: this one may have the definitions. */
final class Parked {
    private static final System.Logger LOG = System.getLogger(Parked.class.getName());
    private static final Duration LATER = Duration.ofMillis(100);
    private static final int PAGE = 100;

    private final EngineCore engine;

    Parked(EngineCore engine) {
        this.engine = engine;
    }

    /** Takes up those that can go on here. */
    void look(Membership.Seat seat) {
        look(seat, null);
    }

    private void look(Membership.Seat seat, ExecutionQuery.@Nullable Cursor after) {
        ExecutionQuery.@Nullable Cursor next = after;
        boolean more = true;
        while (more && seat == engine.membership().seatNow()) {
            if (!engine.wakeups().hasRoom()) {
                later(seat, next);
                return;
            }
            List<StoredExecution> page;
            try {
                page = engine.store()
                        .list(new ExecutionQuery(null, Status.RUNNING, null, null, null, true, next, PAGE));
                page.stream()
                        .filter(engine.machines()::mayGoOn)
                        .forEach(it -> engine.wakeups().claim(it.key(), null));
            } catch (RuntimeException away) {
                LOG.log(System.Logger.Level.WARNING, "Parked executions could not be looked at.", away);
                later(seat, next);
                return;
            }
            more = page.size() == PAGE;
            if (more) {
                StoredExecution last = page.get(PAGE - 1);
                next = new ExecutionQuery.Cursor(last.head().start(), last.key());
            }
        }
    }

    private void later(Membership.Seat seat, ExecutionQuery.@Nullable Cursor next) {
        engine.environment()
                .schedule(
                        engine.environment().now().plus(LATER),
                        () -> engine.threads().store(() -> look(seat, next)));
    }
}
