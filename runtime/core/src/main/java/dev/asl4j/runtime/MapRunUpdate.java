package dev.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a Map Run that goes on; null leaves it as it is.
 *
 * @param maxConcurrency how many child executions may run at the same time, from 0: 0 means 10,000. Those that run beyond it go on
 * @param toleratedFailureCount how many items may fail, from 0
 * @param toleratedFailurePercentage how many percent of the items may fail, from 0 to 100
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateMapRun.html">UpdateMapRun</a>
 * @since 0.1.0
 */
public record MapRunUpdate(
        @Nullable Integer maxConcurrency,
        @Nullable Long toleratedFailureCount,
        @Nullable Double toleratedFailurePercentage) {
    private static final MapRunUpdate NOTHING = new MapRunUpdate(null, null, null);
    private static final double WHOLE = 100;

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public MapRunUpdate {
        if (maxConcurrency != null && maxConcurrency < 0) {
            throw new IllegalArgumentException("maxConcurrency is 0 or more: " + maxConcurrency);
        }
        if (toleratedFailureCount != null && toleratedFailureCount < 0) {
            throw new IllegalArgumentException("toleratedFailureCount is 0 or more: " + toleratedFailureCount);
        }
        if (toleratedFailurePercentage != null
                && !(toleratedFailurePercentage >= 0 && toleratedFailurePercentage <= WHOLE)) {
            throw new IllegalArgumentException(
                    "toleratedFailurePercentage is from 0 to 100: " + toleratedFailurePercentage);
        }
    }

    /** Nothing changes, to begin with. */
    public static MapRunUpdate nothing() {
        return NOTHING;
    }

    /**
     * So many child executions may run at the same time.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public MapRunUpdate maxConcurrency(int maxConcurrency) {
        return new MapRunUpdate(maxConcurrency, toleratedFailureCount, toleratedFailurePercentage);
    }

    /**
     * So many items may fail.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public MapRunUpdate toleratedFailureCount(long toleratedFailureCount) {
        return new MapRunUpdate(maxConcurrency, toleratedFailureCount, toleratedFailurePercentage);
    }

    /**
     * So many percent of the items may fail.
     *
     * @throws IllegalArgumentException if it is not from 0 to 100
     */
    public MapRunUpdate toleratedFailurePercentage(double toleratedFailurePercentage) {
        return new MapRunUpdate(maxConcurrency, toleratedFailureCount, toleratedFailurePercentage);
    }

    /** Whether it changes nothing. */
    public boolean isEmpty() {
        return maxConcurrency == null && toleratedFailureCount == null && toleratedFailurePercentage == null;
    }

    /** With the names of {@code UpdateMapRun}; what stays as it is is left out. */
    JsonNode toJson() {
        ObjectBuilder json = Json.object();
        if (maxConcurrency != null) {
            json.set("maxConcurrency", IntNode.valueOf(maxConcurrency));
        }
        if (toleratedFailureCount != null) {
            json.set("toleratedFailureCount", LongNode.valueOf(toleratedFailureCount));
        }
        if (toleratedFailurePercentage != null) {
            json.set("toleratedFailurePercentage", DoubleNode.valueOf(toleratedFailurePercentage));
        }
        return json.build();
    }
}
