package dev.asl4j.runtime.spi;

import java.util.List;

/**
 * One entry of {@code Retry}. Immutable: every setter returns a new value.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors</a>
 */
public final class Retrier {
    private static final long DEFAULT_INTERVAL_SECONDS = 1;
    private static final int DEFAULT_MAX_ATTEMPTS = 3;
    private static final double DEFAULT_BACKOFF_RATE = 2.0;

    private final List<String> errorEquals;
    private final long intervalSeconds;
    private final int maxAttempts;
    private final double backoffRate;
    private final long maxDelaySeconds;
    private final boolean fullJitter;

    private Retrier(
            List<String> errorEquals,
            long intervalSeconds,
            int maxAttempts,
            double backoffRate,
            long maxDelaySeconds,
            boolean fullJitter) {
        this.errorEquals = errorEquals;
        this.intervalSeconds = intervalSeconds;
        this.maxAttempts = maxAttempts;
        this.backoffRate = backoffRate;
        this.maxDelaySeconds = maxDelaySeconds;
        this.fullJitter = fullJitter;
    }

    /** A retrier with AWS's defaults: interval 1 second, 3 attempts, rate 2.0, no longest delay, no jitter. */
    public static Retrier on(String... errorEquals) {
        return new Retrier(
                List.of(errorEquals), DEFAULT_INTERVAL_SECONDS, DEFAULT_MAX_ATTEMPTS, DEFAULT_BACKOFF_RATE, 0, false);
    }

    /** Seconds before the first retry. */
    public Retrier intervalSeconds(long seconds) {
        return new Retrier(errorEquals, seconds, maxAttempts, backoffRate, maxDelaySeconds, fullJitter);
    }

    /** How many retries at most; 0 means never. */
    public Retrier maxAttempts(int attempts) {
        return new Retrier(errorEquals, intervalSeconds, attempts, backoffRate, maxDelaySeconds, fullJitter);
    }

    /** By what the interval is multiplied from retry to retry; at least 1. */
    public Retrier backoffRate(double rate) {
        return new Retrier(errorEquals, intervalSeconds, maxAttempts, rate, maxDelaySeconds, fullJitter);
    }

    /** The longest delay in seconds; 0 means none. */
    public Retrier maxDelaySeconds(long seconds) {
        return new Retrier(errorEquals, intervalSeconds, maxAttempts, backoffRate, seconds, fullJitter);
    }

    /** Draws each delay uniformly from 0 to the computed one. */
    public Retrier fullJitter() {
        return new Retrier(errorEquals, intervalSeconds, maxAttempts, backoffRate, maxDelaySeconds, true);
    }

    /** The error names this retrier is for, in the order of the definition. */
    public List<String> errorEquals() {
        return errorEquals;
    }

    /** How many retries at most. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /**
     * The seconds to wait before a retry.
     *
     * @param retry which retry of this retrier it is, from 1
     * @param random asked only if this retrier has jitter
     */
    public double delaySeconds(int retry, Environment random) {
        double delay = (double) intervalSeconds * Math.pow(backoffRate, retry - 1.0);
        double bounded = maxDelaySeconds > 0 ? Math.min(delay, (double) maxDelaySeconds) : delay;
        return fullJitter ? bounded * random.random() : bounded;
    }

    @Override
    public String toString() {
        return "Retrier" + errorEquals;
    }
}
