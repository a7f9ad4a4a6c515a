package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.spi.Environment;
import java.time.Instant;

/** The frames of one execution that wait for nothing but time: Wait states, and the delays before retries. */
final class Waits {
    private final Driver driver;
    private final Environment environment;
    private final Host host;

    Waits(Driver driver, Environment environment, Host host) {
        this.driver = driver;
        this.environment = environment;
        this.host = host;
    }

    /** Blocks the frame until an instant. */
    void begin(RunningFrame frame, Instant until, Waking waking) {
        Timers timers = new Timers();
        int serial = frame.block(timers);
        driver.blocked(() -> timers.set(environment, until, () -> host.post(waking.message(frame, serial))));
    }

    /** A Wait state is over. */
    void over(RunningFrame frame, int serial) {
        if (driver.unblock(frame, serial)) {
            frame.resumeWith(NullNode.getInstance());
            driver.ready(frame);
        }
    }

    /** The delay before a retry is over. */
    void retryDue(RunningFrame frame, int serial) {
        if (driver.unblock(frame, serial)) {
            frame.again();
            driver.ready(frame);
        }
    }

    /** What a timer tells the frame it wakes. */
    @FunctionalInterface
    interface Waking {
        Message message(RunningFrame frame, int serial);
    }
}
