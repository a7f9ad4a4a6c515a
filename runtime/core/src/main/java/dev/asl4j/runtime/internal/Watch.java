package dev.asl4j.runtime.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The thread that looks after {@linkplain Guard guards}, one for all of this JVM. It ends when there are none, and another one begins with the next. */
final class Watch {
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(2);

    /** To begin it costs as much as some runs: a guard is looked at for a second after its last call. */
    private static final int QUIET_LOOKS = 500;

    /** Whoever begins a call while a guard is about to be forgotten has noticed that by then, or the watch has noticed the call. */
    private static final int LOOKS_TO_FORGET = QUIET_LOOKS + 3;

    private static final Watch SHARED = new Watch();

    private final Set<Guard> guards = ConcurrentHashMap.newKeySet();
    private final ThreadFactory threads = HandlerThreads.daemons("asl4j-watch-");
    private boolean running; // guarded by this

    private Watch() {}

    static Watch shared() {
        return SHARED;
    }

    /** From now on it is looked at, until nothing has happened there for some time. */
    synchronized void add(Guard guard) {
        guard.watched(true);
        guards.add(guard);
        try {
            if (!running) {
                threads.newThread(this::run).start();
                running = true;
            }
        } catch (OutOfMemoryError noThread) { // then others wait for this call, and the next one is tried again
            guard.watched(false);
            guards.remove(guard);
        }
    }

    private synchronized void forget(Guard guard) {
        if (!guard.isWatched()) { // as somebody may have added it again
            guards.remove(guard);
        }
    }

    private void run() {
        while (!isOver()) {
            SystemEnvironment.nap(PERIOD);
            for (Guard guard : guards) {
                look(guard);
            }
        }
    }

    private synchronized boolean isOver() {
        running = !guards.isEmpty();
        return !running;
    }

    private void look(Guard guard) {
        try {
            guard.look();
        } catch (Throwable fault) { // the others are to be looked after all the same
            LOG.log(System.Logger.Level.ERROR, "A call that lasts could not be left to another thread.", fault);
        }
        int quiet = guard.quietLooks();
        if (quiet == 0 && !guard.isWatched()) {
            add(guard);
        } else if (quiet >= QUIET_LOOKS) {
            guard.watched(false);
            if (quiet >= LOOKS_TO_FORGET) {
                forget(guard);
            }
        }
    }
}
