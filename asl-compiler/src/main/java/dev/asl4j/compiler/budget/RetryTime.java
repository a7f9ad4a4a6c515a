package dev.asl4j.compiler.budget;

import dev.asl4j.compiler.model.Retrier;

/**
 * How long the retries of a retrier take. Delay number n is {@code IntervalSeconds} times {@code BackoffRate} to the power of n - 1, at
 * most {@code MaxDelaySeconds}; the sums are those of geometric series, so that a hundred million attempts take no time.
 *
 * @param retrier an element of {@code Retry}
 */
public record RetryTime(Retrier retrier) {

    /** All delays together, in whole seconds; {@link Long#MAX_VALUE} if that is more than it can hold. Jitter would make it less. */
    public long delays() {
        return delays(retrier.maxAttempts());
    }

    /** How many retries have begun once so many seconds of delays are over. */
    public int begunWithin(long seconds) {
        int least = 0;
        int most = retrier.maxAttempts();
        while (least < most) {
            int middle = least + (most - least + 1) / 2;
            if (delays(middle) <= seconds) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return least;
    }

    /** The first delays together. */
    private long delays(int attempts) {
        Long bound = retrier.maxDelaySeconds();
        double interval = bound == null ? retrier.intervalSeconds() : Math.min(retrier.intervalSeconds(), bound);
        double rate = retrier.backoffRate();
        if (rate == 1) {
            return Math.round(interval * attempts);
        }
        int growing = attempts;
        if (bound != null) {
            double reached = Math.ceil(Math.log(bound / interval) / Math.log(rate));
            growing = (int) Math.min(attempts, Math.max(0, reached));
        }
        double sum = interval * Math.expm1(growing * Math.log1p(rate - 1)) / (rate - 1);
        if (bound != null) {
            sum += (double) (attempts - growing) * bound;
        }
        return Math.round(sum); // at most the greatest number, of infinity too
    }
}
