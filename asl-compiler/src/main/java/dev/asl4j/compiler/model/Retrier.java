package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of {@code Retry}.
 *
 * @param errorEquals at least one name
 * @param intervalSeconds delay before the first retry, 1 to 99999999; default 1
 * @param maxAttempts retries, 0 to 99999999; default 3; 0: these errors are not retried
 * @param backoffRate factor from one delay to the next, at least 1.0; default 2.0
 * @param maxDelaySeconds bound of a delay, 1 to 31622400; null: none
 * @param jitter default NONE
 */
public record Retrier(
        List<ErrorName> errorEquals,
        long intervalSeconds,
        int maxAttempts,
        double backoffRate,
        @Nullable Long maxDelaySeconds,
        Jitter jitter,
        @Nullable String comment,
        Subject origin) {

    public Retrier {
        errorEquals = List.copyOf(errorEquals);
    }

    /** {@code JitterStrategy}. */
    public enum Jitter {
        /** The delay as computed. */
        NONE,
        /** Any delay from zero to the computed one. */
        FULL
    }
}
