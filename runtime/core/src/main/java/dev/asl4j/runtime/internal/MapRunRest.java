package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.ExecutionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Map Run only waits for its children, so that its execution may leave memory. When it comes back all children are looked at,
 * which costs some 20 microseconds for each: so it stays until there has been no news for far longer than that takes. Of the driver, on
 * its turns.
 */
final class MapRunRest {
    private static final Duration LEAST = Duration.ofSeconds(6);
    private static final Duration FOR_EACH_CHILD = Duration.ofMillis(10);

    private final Driver driver;
    private final RunningFrame frame;
    private final Message check;
    private final BooleanSupplier quiet;
    private final Timers timers = new Timers();
    private final boolean possible;
    private Instant lastNews;
    private boolean set;
    private boolean resting;

    /**
     * It does not rest yet.
     *
     * @param check calls {@link #check} on a turn
     * @param quiet whether all that is to come are the ends of children, which the store tells of
     */
    MapRunRest(Driver driver, RunningFrame frame, Message check, BooleanSupplier quiet) {
        this.driver = driver;
        this.frame = frame;
        this.check = check;
        this.quiet = quiet;
        @Nullable ExecutionStore store = driver.host().store();
        possible = store != null && store.keepsChildren();
        lastNews = driver.environment().now();
    }

    boolean isResting() {
        return resting;
    }

    /** There is news. */
    void disturb() {
        lastNews = driver.environment().now();
        if (resting) {
            resting = false;
            driver.tree().touch(frame);
        }
    }

    /** Looks after a while, unless that has been asked for. */
    void lookLater(long children) {
        if (possible && !set) {
            set = true;
            Environment environment = driver.environment();
            driver.afterCommit(() -> timers.set(
                    environment,
                    lastNews.plus(patience(children)),
                    () -> driver.host().post(check)));
        }
    }

    /** Rests if it has been quiet for long enough, or looks again. */
    void check(long children) {
        set = false;
        boolean longEnough =
                !lastNews.plus(patience(children)).isAfter(driver.environment().now());
        if (longEnough && quiet.getAsBoolean()) {
            resting = true;
            driver.tree().touch(frame);
        } else {
            if (longEnough) {
                lastNews = driver.environment().now();
            }
            lookLater(children);
        }
    }

    void cancel() {
        timers.cancel();
    }

    private static Duration patience(long children) {
        return LEAST.plus(FOR_EACH_CHILD.multipliedBy(children));
    }
}
