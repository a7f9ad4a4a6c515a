package dev.asl4j.runtime.internal;

/** What the {@linkplain Watch watch} looks at: threads that call what belongs to users, though others could go on meanwhile. */
abstract class Watched {
    private volatile boolean watched;
    private int quietLooks; // of the watch

    /**
     * Has somebody else go on if this thread is still in the call in which it was at the last look. Of the watch.
     *
     * @return whether a call is under way, or was since then
     */
    abstract boolean lookAfter();

    /** {@link #lookAfter}; gives in how many looks in a row there has been nothing. */
    final int look() {
        quietLooks = lookAfter() ? 0 : quietLooks + 1;
        return quietLooks;
    }

    /** Whether the watch looks at it, and is not about to forget it. */
    final boolean isWatched() {
        return watched;
    }

    final void watched(boolean watched) {
        this.watched = watched;
    }

    /** A call is under way: the watch is to look at it, if it does not. */
    final void beWatched() {
        if (!watched) {
            Watch.shared().add(this);
        }
    }
}
