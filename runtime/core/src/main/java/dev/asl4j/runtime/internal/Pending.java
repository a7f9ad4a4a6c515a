package dev.asl4j.runtime.internal;

/** Something outside that a frame is blocked on. */
interface Pending {
    /** It is no longer wanted: stops what can be stopped. Its message, if it still comes, is stale. */
    void cancel();
}
