package dev.asl4j.runtime.internal;

/** What became of something that an execution was told. */
enum Answer {
    /** It has been taken in, which is durable. */
    DONE,
    /** The execution does not wait for this any more, or never did. */
    REFUSED,
    /** It cannot go on at present, but what it is told can be kept for it. */
    PARKED,
    /** There is another execution of that name: this one was not started. */
    NAME_TAKEN,
    /** The execution is not here any more; nothing was taken in, so it may be told again. */
    MOVED,
    /** The store refuses what the execution wants to keep, and would refuse it again. */
    UNSTORABLE
}
