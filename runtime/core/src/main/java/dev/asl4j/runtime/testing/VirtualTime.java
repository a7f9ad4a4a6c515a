package dev.asl4j.runtime.testing;

import dev.asl4j.runtime.internal.Activity;
import dev.asl4j.runtime.spi.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time for tests: when every run and engine that uses it can only wait, it skips to the next timer, so that a wait of a
 * year takes no time. It stands still while a handler works; a handler that is to take time says so by {@link #advance}.
 *
 * <p>Ids and random numbers come from a seed: the same program draws the same ones, as far as its threads draw in the
 * same order.
 *
 * <pre>{@code
 * VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
 * workflow.run(input, time);
 * Duration took = Duration.between(start, time.now());
 * }</pre>
 */
public final class VirtualTime implements Environment {
    private static final long DEFAULT_SEED = 42;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_2 = 0x8000000000000000L;

    private final TreeSet<Alarm> alarms =
            new TreeSet<>(Comparator.comparing((Alarm alarm) -> alarm.due).thenComparingLong(alarm -> alarm.number));
    private final SplittableRandom random;
    private Instant now; // guarded by this, as all below
    private long scheduled;
    private int busy;
    private boolean paused;

    private VirtualTime(Instant start, long seed) {
        now = start;
        random = new SplittableRandom(seed);
    }

    /** Time that starts at an instant, with a fixed seed. */
    public static VirtualTime startingAt(Instant start) {
        return new VirtualTime(start, DEFAULT_SEED);
    }

    /** Time that starts at an instant. */
    public static VirtualTime startingAt(Instant start, long seed) {
        return new VirtualTime(start, seed);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized UUID newId() {
        long high = (random.nextLong() & ~0xF000L) | VERSION_4;
        long low = (random.nextLong() >>> 2) | VARIANT_2;
        return new UUID(high, low);
    }

    @Override
    public synchronized double random() {
        return random.nextDouble();
    }

    @Override
    public Timer schedule(Instant due, Runnable action) {
        Alarm alarm;
        synchronized (this) {
            alarm = new Alarm(due, scheduled++, action);
            if (due.isAfter(now)) {
                alarms.add(alarm);
                return () -> cancel(alarm);
            }
            busy++;
        }
        fire(alarm);
        return () -> {};
    }

    @Override
    public synchronized void busy() {
        busy++;
    }

    @Override
    public void idle() {
        release();
        skip();
    }

    /** From now on time passes only by {@link #advance}. */
    public synchronized void pause() {
        paused = true;
    }

    /** Time skips again, at once if nothing is busy. */
    public void resume() {
        synchronized (this) {
            paused = false;
        }
        skip();
    }

    /**
     * Lets time pass. Timers due on the way fire, each at its time; between two of them everything that can go on does,
     * unless this is called from a task handler, which nothing waits for.
     *
     * @param duration how long; not negative
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards: " + duration);
        }
        boolean handler = Activity.isHandlerThread();
        Instant target = now().plus(duration);
        @Nullable Alarm next = takeUntil(target);
        while (next != null) {
            fire(next);
            if (!handler) {
                awaitIdle();
            }
            next = takeUntil(target);
        }
    }

    /**
     * Waits, in real time, until everything that uses this time can only wait. Unless paused, time may have skipped by
     * then.
     *
     * @throws IllegalStateException if this thread is interrupted
     */
    public synchronized void awaitIdle() {
        while (busy > 0) {
            try {
                wait();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for virtual time", interrupted);
            }
        }
    }

    @Override
    public synchronized String toString() {
        return "VirtualTime[" + now + "]";
    }

    private synchronized void cancel(Alarm alarm) {
        alarms.remove(alarm);
    }

    private void skip() {
        @Nullable Alarm next = takeNext();
        while (next != null) {
            fire(next);
            next = takeNext();
        }
    }

    /** An alarm that is being fired counts as busy: its message has not arrived yet. */
    private void fire(Alarm alarm) {
        try {
            alarm.action.run();
        } finally {
            release();
        }
    }

    private synchronized @Nullable Alarm takeNext() {
        return alarms.isEmpty() || busy > 0 || paused ? null : take(alarms.first());
    }

    /** The next alarm due by then; if there is none, it is then. */
    private synchronized @Nullable Alarm takeUntil(Instant target) {
        @Nullable Alarm next = alarms.isEmpty() ? null : alarms.first();
        if (next == null || next.due.isAfter(target)) {
            now = later(now, target);
            return null;
        }
        return take(next);
    }

    private Alarm take(Alarm next) {
        alarms.remove(next);
        now = later(now, next.due);
        busy++;
        return next;
    }

    private synchronized void release() {
        busy--;
        if (busy == 0) {
            notifyAll();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private record Alarm(Instant due, long number, Runnable action) {}
}
