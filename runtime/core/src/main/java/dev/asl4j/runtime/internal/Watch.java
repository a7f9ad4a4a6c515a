package dev.asl4j.runtime.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The thread that looks after those who {@linkplain Watched call what belongs to users}, one for all of this JVM. It ends when there are none, and
 * another one begins with the next.
 */
final class Watch {
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(2);

    /** To begin it costs as much as some runs: a caller is looked at for a second after its last call. */
    private static final int QUIET_LOOKS = 500;

    /** Whoever begins a call while it is about to be forgotten has noticed that by then, or the watch has noticed the call. */
    private static final int LOOKS_TO_FORGET = QUIET_LOOKS + 3;

    private static final Watch SHARED = new Watch();

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final ThreadFactory threads = HandlerThreads.daemons("asl4j-watch-");
    private boolean running; // guarded by this

    private Watch() {}

    static Watch shared() {
        return SHARED;
    }

    /** From now on it is looked at, until nothing has happened there for some time. */
    synchronized void add(Watched caller) {
        caller.watched(true);
        watched.add(caller);
        try {
            if (!running) {
                threads.newThread(this::run).start();
                running = true;
            }
        } catch (OutOfMemoryError noThread) { // then others wait for this call, and the next one is tried again
            caller.watched(false);
            watched.remove(caller);
        }
    }

    private synchronized void forget(Watched caller) {
        if (!caller.isWatched()) { // as somebody may have added it again
            watched.remove(caller);
        }
    }

    private void run() {
        while (!isOver()) {
            SystemEnvironment.nap(PERIOD);
            for (Watched caller : watched) {
                look(caller);
            }
        }
    }

    private synchronized boolean isOver() {
        running = !watched.isEmpty();
        return !running;
    }

    private void look(Watched caller) {
        int quiet = 0;
        try {
            quiet = caller.look();
        } catch (Throwable fault) { // the others are to be looked after all the same
            LOG.log(System.Logger.Level.ERROR, "A call that lasts could not be left to another thread.", fault);
        }
        if (quiet == 0 && !caller.isWatched()) {
            add(caller);
        } else if (quiet >= QUIET_LOOKS) {
            caller.watched(false);
            if (quiet >= LOOKS_TO_FORGET) {
                forget(caller);
            }
        }
    }
}
