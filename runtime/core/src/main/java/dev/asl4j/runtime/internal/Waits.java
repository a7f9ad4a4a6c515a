package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredFrame.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The frames of one execution that wait for nothing but time: Wait states, and the delays before retries. */
final class Waits {
    private final Driver driver;

    Waits(Driver driver) {
        this.driver = driver;
    }

    /** Blocks the frame of a Wait state until an instant. */
    void begin(RunningFrame frame, Instant until) {
        driver.blocked(new Waiting(frame, until, Phase.WAIT)::set);
    }

    /** Blocks the frame until it is to be retried. */
    void beginRetry(RunningFrame frame, Instant due) {
        driver.blocked(new Waiting(frame, due, Phase.RETRY)::set);
    }

    /**
     * Blocks a frame that is taken up again; its timer is set when it is {@linkplain Pending#resume resumed}.
     *
     * @return false if it is not known until when
     */
    boolean restore(RunningFrame frame, StoredFrame row) {
        @Nullable Instant due = Notes.instant(row.detail(), Notes.DUE);
        if (due == null) {
            return false;
        }
        driver.blockedBefore();
        new Waiting(frame, due, row.phase());
        return true;
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

    private final class Waiting implements Pending {
        private final RunningFrame frame;
        private final Instant due;
        private final Phase phase;
        private final Timers timers = new Timers();
        private final int serial;

        Waiting(RunningFrame frame, Instant due, Phase phase) {
            this.frame = frame;
            this.due = due;
            this.phase = phase;
            serial = frame.block(this);
        }

        void set() {
            Message message =
                    phase == Phase.WAIT ? new Message.WaitOver(frame, serial) : new Message.RetryDue(frame, serial);
            timers.set(driver.environment(), due, () -> driver.host().post(message));
        }

        @Override
        public void resume() {
            driver.afterCommit(this::set);
        }

        @Override
        public void cancel() {
            timers.cancel();
        }

        @Override
        public Phase phase() {
            return phase;
        }

        @Override
        public void note(ObjectBuilder detail) {
            Notes.set(detail, Notes.DUE, due);
        }

        @Override
        public boolean isHeld() {
            return false;
        }

        @Override
        public @Nullable Instant wake() {
            return due;
        }
    }
}
