package dev.asl4j.runtime.internal;

import org.jspecify.annotations.Nullable;

/** How an execution ended that was started, or taken up, in this process: what a store does not keep, the exception, is in it. */
final class Fate {
    private volatile @Nullable Outcome outcome;

    /** How it ended; null if it has not, or elsewhere. */
    @Nullable
    Outcome outcome() {
        return outcome;
    }

    void ended(Outcome outcome) {
        this.outcome = outcome;
    }
}
