package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.Retrier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Interprets the tables of Retry and Catch.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors</a>
 */
final class Retrying {
    private static final double LONGEST_SECONDS = 9e9; // some 285 years; a longer delay is as good as for ever

    private final Environment environment;

    Retrying(Environment environment) {
        this.environment = environment;
    }

    /**
     * Counts the retry if there is to be one. Only the first retrier that is for the error decides.
     *
     * @return when to retry; null if not at all
     */
    @Nullable
    Instant next(RunningFrame frame, Failure failure) {
        List<Retrier> retriers = frame.scope().states().retriers(frame.view().state());
        for (int i = 0; i < retriers.size(); i++) {
            Retrier retrier = retriers.get(i);
            if (failure.matches(retrier.errorEquals())) {
                if (frame.visit().retriesOf(i) >= retrier.maxAttempts()) {
                    return null;
                }
                frame.visit().countRetry(i, retriers.size());
                return environment
                        .now()
                        .plus(delay(retrier.delaySeconds(frame.visit().retriesOf(i), environment)));
            }
        }
        return null;
    }

    /** The first catcher that is for the error; null if none is. */
    static @Nullable Catcher catcher(RunningFrame frame, Failure failure) {
        for (Catcher catcher : frame.scope().states().catchers(frame.view().state())) {
            if (failure.matches(catcher.errorEquals())) {
                return catcher;
            }
        }
        return null;
    }

    private static Duration delay(double seconds) {
        double bounded = Math.min(seconds, LONGEST_SECONDS);
        long whole = (long) bounded;
        return Duration.ofSeconds(whole, (long) ((bounded - (double) whole) * 1e9));
    }
}
