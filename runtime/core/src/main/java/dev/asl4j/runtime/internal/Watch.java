package dev.asl4j.runtime.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The thread that looks after {@linkplain Guard guards}, one for all runs of this JVM. It sleeps as long as there are none. */
final class Watch {
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(2);

    /** Waking it costs as much as a short run: it stays awake for a second. */
    private static final int LOOKS_BEFORE_SLEEP = 500;

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

    void add(Guard guard) {
        guards.add(guard);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void remove(Guard guard) {
        guards.remove(guard);
    }

    private void run() {
        int idle = 0;
        while (true) {
            if (guards.isEmpty() && ++idle > LOOKS_BEFORE_SLEEP) {
                sleep();
                idle = 0;
            }
            SystemEnvironment.nap(PERIOD);
            for (Guard guard : guards) {
                idle = 0;
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

    private static void look(Guard guard) {
        try {
            guard.look();
        } catch (Throwable fault) { // the others are to be looked after all the same
            LOG.log(System.Logger.Level.ERROR, "A call that lasts could not be left to another thread.", fault);
        }
    }
}
