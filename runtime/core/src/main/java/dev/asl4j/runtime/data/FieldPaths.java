package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.asl4j.runtime.error.StateFailure;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The values that the {@code ...Path} fields of states name: seconds, timestamps, items, concurrency, error names and
 * causes. Each method takes what was found at the path (null: nothing) and the path as written.
 */
public final class FieldPaths {
    /** A Wait state waits at most this long (AWS). */
    private static final long LONGEST_DELAY_SECONDS = Integer.MAX_VALUE;

    private FieldPaths() {}

    /** {@code SecondsPath} of a Wait state: a whole number, not negative. */
    public static long waitSeconds(@Nullable JsonNode value, String path) {
        long seconds = seconds("SecondsPath", present("SecondsPath", value, path), path);
        if (seconds < 0) {
            throw StateFailure.runtime(
                    "The SecondsPath parameter references a negative value: " + path + " == " + seconds);
        }
        if (seconds > LONGEST_DELAY_SECONDS) {
            throw StateFailure.runtime("Wait state delay is too long.");
        }
        return seconds;
    }

    /** {@code TimestampPath} of a Wait state. */
    public static Instant waitTimestamp(@Nullable JsonNode value, String path) {
        JsonNode timestamp = present("TimestampPath", value, path);
        Instant instant = timestamp.isTextual() ? Timestamps.parse(timestamp.textValue()) : null;
        if (instant == null) {
            throw StateFailure.runtime("The TimestampPath parameter does not reference a valid ISO-8601 extended offset"
                    + " date-time format string: " + path + " == " + text(timestamp));
        }
        return instant;
    }

    /**
     * {@code TimeoutSecondsPath} or {@code HeartbeatSecondsPath}: a whole number above zero. A missing value has been
     * reported by {@link Paths#resolved}.
     *
     * @param field the name of the field
     */
    public static long taskSeconds(String field, JsonNode value, String path) {
        long seconds = seconds(field, value, path);
        if (seconds <= 0) {
            // Not among the recorded runs; worded after SecondsPath.
            throw StateFailure.runtime(
                    "The " + field + " parameter does not reference a positive value: " + path + " == " + seconds);
        }
        return seconds;
    }

    /** {@code ItemsPath} of a Map state: an array. */
    public static JsonNode items(@Nullable JsonNode value, String path) {
        if (value == null || !value.isArray()) {
            throw StateFailure.runtime("Reference path \"" + path + "\" must point to array.");
        }
        return value;
    }

    /** {@code ItemsPath} of a Map state in distributed mode: an array, or an object whose entries are the items. */
    public static JsonNode distributedItems(@Nullable JsonNode value, String path) {
        return value != null && value.isObject() ? value : items(value, path);
    }

    /** {@code MaxConcurrencyPath} of a Map state: a whole number, also as text; 0 sets no bound. */
    public static int maxConcurrency(@Nullable JsonNode value, String path) {
        long concurrency = count("MaxConcurrencyPath", value, path);
        if (concurrency < 0) {
            // AWS ends such an execution without a word; worded after ToleratedFailureCount.
            throw StateFailure.runtime("MaxConcurrency cannot be negative.");
        }
        return (int) concurrency;
    }

    /**
     * {@code MaxItemsPath}, {@code ToleratedFailureCountPath}, {@code MaxItemsPerBatchPath} or {@code MaxInputBytesPerBatchPath} of a
     * Map state: a whole number of 32 bits, also as text. Whether it may be negative is for the one who uses it to say.
     *
     * @param field the name of the field
     */
    public static long count(String field, @Nullable JsonNode value, String path) {
        JsonNode count = present(field, value, path);
        try {
            return count.isTextual()
                    ? Integer.parseInt(count.textValue())
                    : Numbers.decimal(number(count)).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw invalid(field, count, "integer", path);
        }
    }

    /** {@code ToleratedFailurePercentagePath} of a Map state: a number, also as text. */
    public static double percentage(@Nullable JsonNode value, String path) {
        String field = "ToleratedFailurePercentagePath";
        JsonNode percentage = present(field, value, path);
        try {
            return percentage.isTextual()
                    ? new BigDecimal(percentage.textValue()).doubleValue()
                    : number(percentage).doubleValue();
        } catch (NumberFormatException e) {
            throw invalid(field, percentage, "float", path);
        }
    }

    /**
     * {@code ErrorPath} or {@code CausePath} of a Fail state: a string. A missing value has been reported by
     * {@link Paths#found}.
     *
     * @param field the name of the field
     */
    public static String text(String field, JsonNode value, String path) {
        if (!value.isTextual()) {
            // Not among the recorded runs; worded after MaxConcurrencyPath.
            throw invalid(field, value, "string", path);
        }
        return value.textValue();
    }

    private static StateFailure invalid(String field, JsonNode value, String expected, String path) {
        return StateFailure.runtime("The " + field + " field refers to value \"" + text(value)
                + "\" which is not a valid " + expected + ": " + path);
    }

    private static JsonNode present(String field, @Nullable JsonNode value, String path) {
        if (value == null) {
            throw StateFailure.runtime("The " + field + " parameter does not reference an input value: " + path);
        }
        return value;
    }

    private static long seconds(String field, JsonNode value, String path) {
        try {
            return Numbers.decimal(number(value)).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw StateFailure.runtime(
                    "The " + field + " parameter cannot be parsed as a long value: " + path + " == " + text(value));
        }
    }

    private static JsonNode number(JsonNode value) {
        if (value.getNodeType() != JsonNodeType.NUMBER) {
            throw new NumberFormatException();
        }
        return value;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.write(value);
    }
}
