package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The real thing: the one place of the runtime that reads the clock, sleeps on it, and draws ids and numbers. */
public final class SystemEnvironment implements Environment, AutoCloseable {
    /** Longer delays are taken in pieces, so that a clock that is set right, or a machine that slept, is noticed. */
    private static final Duration LONGEST_NAP = Duration.ofMinutes(10);

    private volatile @Nullable ScheduledThreadPoolExecutor timers;

    /** With a daemon thread of its own, which comes with the first timer and goes away a second after the last. */
    public SystemEnvironment() {}

    /** The one for runs on callers' threads. */
    public static SystemEnvironment shared() {
        return Shared.ENVIRONMENT;
    }

    /** Nanoseconds since some instant, for how long real work takes, whatever time an execution has. */
    static long nanoseconds() {
        return System.nanoTime();
    }

    /** Lets this thread rest for so many nanoseconds, roughly. */
    static void nap(long nanoseconds) {
        LockSupport.parkNanos(nanoseconds);
    }

    /** Made at the first need: most runs wait for nothing. */
    private ScheduledThreadPoolExecutor timers() {
        ScheduledThreadPoolExecutor made = timers;
        return made != null ? made : make();
    }

    private synchronized ScheduledThreadPoolExecutor make() {
        ScheduledThreadPoolExecutor made = timers;
        if (made == null) {
            made = new ScheduledThreadPoolExecutor(1, HandlerThreads.daemons("asl4j-timer-"));
            made.setRemoveOnCancelPolicy(true);
            made.setKeepAliveTime(1, TimeUnit.SECONDS);
            made.allowCoreThreadTimeOut(true);
            timers = made;
        }
        return made;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public UUID newId() {
        return UUID.randomUUID();
    }

    @Override
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @Override
    public Timer schedule(Instant due, Runnable action) {
        Alarm alarm = new Alarm(due, action);
        alarm.arm();
        return alarm;
    }

    /** Ends the thread; timers that are not due yet never fire. */
    @Override
    public void close() {
        timers().shutdownNow();
    }

    boolean awaitEnd(long seconds) throws InterruptedException {
        return timers().awaitTermination(seconds, TimeUnit.SECONDS);
    }

    private final class Alarm implements Timer, Runnable {
        private final Instant due;
        private final Runnable action;
        private @Nullable ScheduledFuture<?> nap; // guarded by this
        private boolean cancelled; // guarded by this

        Alarm(Instant due, Runnable action) {
            this.due = due;
            this.action = action;
        }

        synchronized void arm() {
            if (!cancelled) {
                Duration left = Duration.between(now(), due);
                Duration next = left.compareTo(LONGEST_NAP) > 0 ? LONGEST_NAP : left;
                nap = timers().schedule(this, next.isNegative() ? 0 : next.toNanos(), TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public void run() {
            if (now().isBefore(due)) {
                arm();
            } else {
                action.run();
            }
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            if (nap != null) {
                nap.cancel(false);
            }
        }
    }

    /** Made at the first need. */
    private static final class Shared {
        private static final SystemEnvironment ENVIRONMENT = new SystemEnvironment();
    }
}
