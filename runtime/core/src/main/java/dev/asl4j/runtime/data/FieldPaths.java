package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.asl4j.runtime.error.StateFailure;
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

    /** {@code MaxConcurrencyPath} of a Map state: a whole number, also as text; 0 sets no bound. */
    public static int maxConcurrency(@Nullable JsonNode value, String path) {
        JsonNode limit = present("MaxConcurrencyPath", value, path);
        int concurrency;
        try {
            concurrency = limit.isTextual()
                    ? Integer.parseInt(limit.textValue())
                    : Numbers.decimal(number(limit)).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw StateFailure.runtime("The MaxConcurrencyPath field refers to value \"" + text(limit)
                    + "\" which is not a valid integer: " + path);
        }
        if (concurrency < 0) {
            // AWS ends such an execution without a word; worded after ToleratedFailureCount.
            throw StateFailure.runtime("MaxConcurrency cannot be negative.");
        }
        return concurrency;
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
            throw StateFailure.runtime("The " + field + " field refers to value \"" + text(value)
                    + "\" which is not a valid string: " + path);
        }
        return value.textValue();
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
