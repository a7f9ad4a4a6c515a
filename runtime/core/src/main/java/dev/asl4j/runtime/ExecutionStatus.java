package dev.asl4j.runtime;

/** How an execution stands. */
public enum ExecutionStatus {
    /** Not ended yet. */
    RUNNING,
    /** Ended with an output. */
    SUCCEEDED,
    /** Ended with an error, a Fail state's or one that nothing caught. */
    FAILED,
    /** Took longer than the machine's {@code TimeoutSeconds}. */
    TIMED_OUT,
    /** Stopped from outside. */
    ABORTED,
    /** A child of a Map Run that was redriven: it has ended without success, and will go on once there is room for it. */
    PENDING_REDRIVE
}
