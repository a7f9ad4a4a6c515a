package dev.asl4j.runtime.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The thread that looks after {@linkplain Guard guards}, one for all of this JVM. It sleeps as long as there are none. */
final class Watch {
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(2);

    /** Waking it costs as much as a short run: a guard is looked at for a second after its last call. */
    private static final int QUIET_LOOKS = 500;

    /** Whoever begins a call while a guard is about to be forgotten has noticed that by then, or the watch has noticed the call. */
    private static final int LOOKS_TO_FORGET = QUIET_LOOKS + 3;

    private static final Watch SHARED = new Watch();

    private final Set<Guard> guards = ConcurrentHashMap.newKeySet();
    private final Thread thread = HandlerThreads.daemons("asl4j-watch-").newThread(this::run);
    private volatile boolean asleep;

    private Watch() {
        thread.start();
    }

    static Watch shared() {
        return SHARED;
    }

    /** From now on it is looked at, until nothing has happened there for some time. */
    synchronized void add(Guard guard) {
        guard.watched(true);
        guards.add(guard);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    private synchronized void forget(Guard guard) {
        if (!guard.isWatched()) { // as somebody may have added it again
            guards.remove(guard);
        }
    }

    private void run() {
        while (true) {
            if (guards.isEmpty()) {
                sleep();
            }
            SystemEnvironment.nap(PERIOD);
            for (Guard guard : guards) {
                look(guard);
            }
        }
    }

    private void sleep() {
        asleep = true;
        while (guards.isEmpty()) {
            LockSupport.park(this);
        }
        asleep = false;
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
