package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMapRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which children of a Map Run that was redriven wait for their turn: they did not succeed, and will go on once there is room among those that
 * run.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html">Redriving Map Runs</a>
 */
public final class PendingRedrives {
    private final @Nullable Redriving redriving;
    private final Limits limits;
    private final Instant now;

    private PendingRedrives(@Nullable Redriving redriving, Limits limits, Instant now) {
        this.redriving = redriving;
        this.limits = limits;
        this.now = now;
    }

    /** Those of that Map Run, at this moment; none, if it is null. */
    public static PendingRedrives of(@Nullable String mapRun, ExecutionStore store, Limits limits, Instant now) {
        @Nullable
        Redriving redriving = mapRun == null
                ? null
                : store.mapRun(mapRun)
                        .filter(run -> isGoingOn(run, store))
                        .map(run -> Redriving.of(run.detail()))
                        .orElse(null);
        return new PendingRedrives(redriving, limits, now);
    }

    private static boolean isGoingOn(StoredMapRun run, ExecutionStore store) {
        return run.status() == StoredMapRun.Status.RUNNING
                && !run.detail().has(MapRun.FAILED)
                && store.get(run.execution())
                        .filter(execution -> execution.progress().status() == Status.RUNNING)
                        .isPresent();
    }

    /** Whether the child is one of them. */
    public boolean contains(StoredExecution child) {
        @Nullable Parent parent = child.head().parent();
        return redriving != null
                && parent != null
                && switch (child.progress().status()) {
                    case RUNNING, SUCCEEDED -> false;
                    case FAILED, TIMED_OUT, ABORTED ->
                        redriving.concerns(parent.position(), child.key())
                                && RedriveRules.refusal(child.head(), child.progress(), limits, now) == null;
                };
    }
}
