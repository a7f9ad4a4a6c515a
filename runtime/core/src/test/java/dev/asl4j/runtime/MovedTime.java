package dev.asl4j.runtime;

import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A clock that can be set. Time elapses as in the virtual time behind it; timers sleep for what is left by the clock, ten minutes at most, and
 * then look at the clock again, as those of the system do.
 */
final class MovedTime implements Environment {
    static final Duration LONGEST_NAP = Duration.ofMinutes(10);

    private final VirtualTime elapsed;
    private volatile Duration offset = Duration.ZERO;

    MovedTime(VirtualTime elapsed) {
        this.elapsed = elapsed;
    }

    /** Sets the clock forward, or back if it is negative. */
    void set(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public Instant now() {
        return elapsed.now().plus(offset);
    }

    @Override
    public UUID newId() {
        return elapsed.newId();
    }

    @Override
    public double random() {
        return elapsed.random();
    }

    @Override
    public Timer schedule(Instant due, Runnable action) {
        Alarm alarm = new Alarm(due, action);
        alarm.sleep();
        return alarm;
    }

    @Override
    public void busy() {
        elapsed.busy();
    }

    @Override
    public void idle() {
        elapsed.idle();
    }

    private final class Alarm implements Timer {
        private final Instant due;
        private final Runnable action;
        private volatile Timer nap = () -> {};
        private volatile boolean cancelled;

        Alarm(Instant due, Runnable action) {
            this.due = due;
            this.action = action;
        }

        void sleep() {
            Duration left = Duration.between(now(), due);
            nap = elapsed.schedule(elapsed.now().plus(left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP), () -> {
                if (cancelled) {
                    return;
                }
                if (now().isBefore(due)) {
                    sleep();
                } else {
                    action.run();
                }
            });
        }

        @Override
        public void cancel() {
            cancelled = true;
            nap.cancel();
        }
    }
}
