package dev.asl4j.crash.child;

import dev.asl4j.runtime.spi.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The system's time, moved: as if somebody set the clock. Looks every few milliseconds which timers are due. */
final class MovedClock implements Environment {
    private static final int TICK_MILLIS = 10;

    private final Set<Alarm> alarms = new HashSet<>(); // guarded by this
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "moved-clock");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Duration offset = Duration.ZERO;
    private boolean ticking; // guarded by this

    /** Sets the clock forward, or back if it is negative. */
    void move(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public Instant now() {
        return Instant.now().plus(offset);
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
    public synchronized Timer schedule(Instant due, Runnable action) {
        if (!ticking) {
            ticking = true;
            var unused = ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
        Alarm alarm = new Alarm(due, action);
        alarms.add(alarm);
        return () -> cancel(alarm);
    }

    private synchronized void cancel(Alarm alarm) {
        alarms.remove(alarm);
    }

    private void tick() {
        for (Alarm alarm : due()) {
            try {
                alarm.action.run();
            } catch (RuntimeException e) {
                System.err.println("a timer failed: " + e);
            }
        }
    }

    private synchronized List<Alarm> due() {
        Instant now = now();
        List<Alarm> due = new ArrayList<>();
        for (Alarm alarm : alarms) {
            if (!alarm.due.isAfter(now)) {
                due.add(alarm);
            }
        }
        alarms.removeAll(due);
        return due;
    }

    private static final class Alarm {
        private final Instant due;
        private final Runnable action;

        Alarm(Instant due, Runnable action) {
            this.due = due;
            this.action = action;
        }
    }
}
