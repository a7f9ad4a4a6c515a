package dev.asl4j.runtime;

import dev.asl4j.runtime.spi.Environment;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that is a millisecond later whenever somebody looks at it. */
final class TickingTime implements Environment {
    private final Environment behind;
    private final AtomicLong looks = new AtomicLong();

    TickingTime(Environment behind) {
        this.behind = behind;
    }

    @Override
    public Instant now() {
        return behind.now().plusMillis(looks.incrementAndGet());
    }

    @Override
    public UUID newId() {
        return behind.newId();
    }

    @Override
    public double random() {
        return behind.random();
    }

    @Override
    public Timer schedule(Instant due, Runnable action) {
        return behind.schedule(due, action);
    }

    @Override
    public void busy() {
        behind.busy();
    }

    @Override
    public void idle() {
        behind.idle();
    }
}
