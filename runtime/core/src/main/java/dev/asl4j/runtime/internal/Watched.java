package dev.asl4j.runtime.internal;

/** What the {@linkplain Watch watch} looks at: threads that call what belongs to users, though others could go on meanwhile. */
interface Watched {
    /** Has somebody else go on if this thread is still in the call in which it was at the last look. */
    void look();

    /** In how many looks there has been nothing. */
    int quietLooks();

    /** Whether the watch looks at it, and is not about to forget it. */
    boolean isWatched();

    void watched(boolean watched);
}
