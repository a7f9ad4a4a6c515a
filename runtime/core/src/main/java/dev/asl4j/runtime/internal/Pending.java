package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.store.StoredFrame;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something outside that a frame is blocked on. */
interface Pending {
    /** It is no longer wanted; on the turn, before its commit. */
    default void abandon() {}

    /** Stops what can be stopped, after the commit. Its message, if it still comes, is stale. */
    void cancel();

    /** As {@link #cancel}, but what the store has of it goes on elsewhere, or here later. */
    default void drop() {
        cancel();
    }

    /** What a store says the frame waits for. */
    StoredFrame.Phase phase();

    /** Adds what is needed to take it up again. */
    void note(ObjectBuilder detail);

    /** Takes it up again, in a driver that was restored: what it needs is begun after the commit of this turn. */
    void resume();

    /** Whether something in this process works for it, so that the execution must stay in memory. */
    boolean isHeld();

    /** When it goes on by itself; null means never. */
    @Nullable
    Instant wake();

    /** The task attempt it is; null if it is something else. */
    default @Nullable TaskAttempt attempt() {
        return null;
    }

    /** The activity for whose worker it waits; null if it does not. */
    default @Nullable String activity() {
        return null;
    }
}
