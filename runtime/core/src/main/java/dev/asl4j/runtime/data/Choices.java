package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.StateFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The comparison operators of the Choice state, named as there. A side of the wrong type makes the comparison false; it
 * is never an error. That a value is there at all has been checked by {@link Paths#variable}.
 *
 * @see <a href="https://states-language.net/#choice-state">States Language, Choice state</a>
 */
public final class Choices {
    private Choices() {}

    /** No rule holds and there is no {@code Default}: what the service says where the specification has States.NoChoiceMatched. */
    public static StateFailure noRuleHolds() {
        return StateFailure.runtime("Failed to transition out of the state. The state does not point to a next state.");
    }

    public static boolean stringEquals(JsonNode value, String operand) {
        return value.isTextual() && value.textValue().equals(operand);
    }

    public static boolean stringEquals(JsonNode value, JsonNode operand) {
        return operand.isTextual() && stringEquals(value, operand.textValue());
    }

    public static boolean stringLessThan(JsonNode value, String operand) {
        return value.isTextual() && value.textValue().compareTo(operand) < 0;
    }

    public static boolean stringLessThan(JsonNode value, JsonNode operand) {
        return operand.isTextual() && stringLessThan(value, operand.textValue());
    }

    public static boolean stringGreaterThan(JsonNode value, String operand) {
        return value.isTextual() && value.textValue().compareTo(operand) > 0;
    }

    public static boolean stringGreaterThan(JsonNode value, JsonNode operand) {
        return operand.isTextual() && stringGreaterThan(value, operand.textValue());
    }

    public static boolean stringLessThanEquals(JsonNode value, String operand) {
        return value.isTextual() && value.textValue().compareTo(operand) <= 0;
    }

    public static boolean stringLessThanEquals(JsonNode value, JsonNode operand) {
        return operand.isTextual() && stringLessThanEquals(value, operand.textValue());
    }

    public static boolean stringGreaterThanEquals(JsonNode value, String operand) {
        return value.isTextual() && value.textValue().compareTo(operand) >= 0;
    }

    public static boolean stringGreaterThanEquals(JsonNode value, JsonNode operand) {
        return operand.isTextual() && stringGreaterThanEquals(value, operand.textValue());
    }

    /**
     * A pattern for {@link #stringMatches}.
     *
     * @throws IllegalArgumentException if a backslash stands before anything but a star or a backslash
     */
    public static StringPattern pattern(String pattern) {
        return StringPattern.parse(pattern);
    }

    public static boolean stringMatches(JsonNode value, StringPattern pattern) {
        return value.isTextual() && pattern.matches(value.textValue());
    }

    public static boolean numericEquals(JsonNode value, long operand) {
        return Numbers.isNumber(value) && Numbers.compare(value, operand) == 0;
    }

    public static boolean numericEquals(JsonNode value, double operand) {
        return Numbers.isNumber(value) && Numbers.compare(value, operand) == 0;
    }

    public static boolean numericEquals(JsonNode value, JsonNode operand) {
        return value.isNumber() && operand.isNumber() && Numbers.compare(value, operand) == 0;
    }

    public static boolean numericLessThan(JsonNode value, long operand) {
        return Numbers.isNumber(value) && Numbers.compare(value, operand) < 0;
    }

    public static boolean numericLessThan(JsonNode value, double operand) {
        return Numbers.isNumber(value) && Numbers.compare(value, operand) < 0;
    }

    public static boolean numericLessThan(JsonNode value, JsonNode operand) {
        return value.isNumber() && operand.isNumber() && Numbers.compare(value, operand) < 0;
    }

    public static boolean numericGreaterThan(JsonNode value, long operand) {
        return Numbers.isNumber(value) && Numbers.compare(value, operand) > 0;
    }

    public static boolean numericGreaterThan(JsonNode value, double operand) {
        return Numbers.isNumber(value) && Numbers.compare(value, operand) > 0;
    }

    public static boolean numericGreaterThan(JsonNode value, JsonNode operand) {
        return value.isNumber() && operand.isNumber() && Numbers.compare(value, operand) > 0;
    }

    public static boolean numericLessThanEquals(JsonNode value, long operand) {
        return Numbers.isNumber(value) && Numbers.compare(value, operand) <= 0;
    }

    public static boolean numericLessThanEquals(JsonNode value, double operand) {
        return Numbers.isNumber(value) && Numbers.compare(value, operand) <= 0;
    }

    public static boolean numericLessThanEquals(JsonNode value, JsonNode operand) {
        return value.isNumber() && operand.isNumber() && Numbers.compare(value, operand) <= 0;
    }

    public static boolean numericGreaterThanEquals(JsonNode value, long operand) {
        return Numbers.isNumber(value) && Numbers.compare(value, operand) >= 0;
    }

    public static boolean numericGreaterThanEquals(JsonNode value, double operand) {
        return Numbers.isNumber(value) && Numbers.compare(value, operand) >= 0;
    }

    public static boolean numericGreaterThanEquals(JsonNode value, JsonNode operand) {
        return value.isNumber() && operand.isNumber() && Numbers.compare(value, operand) >= 0;
    }

    public static boolean booleanEquals(JsonNode value, boolean operand) {
        return value.isBoolean() && value.booleanValue() == operand;
    }

    public static boolean booleanEquals(JsonNode value, JsonNode operand) {
        return operand.isBoolean() && booleanEquals(value, operand.booleanValue());
    }

    public static boolean timestampEquals(JsonNode value, Instant operand) {
        Instant instant = instant(value);
        return instant != null && instant.equals(operand);
    }

    public static boolean timestampEquals(JsonNode value, JsonNode operand) {
        Instant instant = instant(operand);
        return instant != null && timestampEquals(value, instant);
    }

    public static boolean timestampLessThan(JsonNode value, Instant operand) {
        Instant instant = instant(value);
        return instant != null && instant.isBefore(operand);
    }

    public static boolean timestampLessThan(JsonNode value, JsonNode operand) {
        Instant instant = instant(operand);
        return instant != null && timestampLessThan(value, instant);
    }

    public static boolean timestampGreaterThan(JsonNode value, Instant operand) {
        Instant instant = instant(value);
        return instant != null && instant.isAfter(operand);
    }

    public static boolean timestampGreaterThan(JsonNode value, JsonNode operand) {
        Instant instant = instant(operand);
        return instant != null && timestampGreaterThan(value, instant);
    }

    public static boolean timestampLessThanEquals(JsonNode value, Instant operand) {
        Instant instant = instant(value);
        return instant != null && !instant.isAfter(operand);
    }

    public static boolean timestampLessThanEquals(JsonNode value, JsonNode operand) {
        Instant instant = instant(operand);
        return instant != null && timestampLessThanEquals(value, instant);
    }

    public static boolean timestampGreaterThanEquals(JsonNode value, Instant operand) {
        Instant instant = instant(value);
        return instant != null && !instant.isBefore(operand);
    }

    public static boolean timestampGreaterThanEquals(JsonNode value, JsonNode operand) {
        Instant instant = instant(operand);
        return instant != null && timestampGreaterThanEquals(value, instant);
    }

    /** Whether the path led anywhere; JSON null counts. The only test that takes a missing value. */
    public static boolean isPresent(@Nullable JsonNode value) {
        return value != null;
    }

    public static boolean isNull(JsonNode value) {
        return value.isNull();
    }

    public static boolean isNumeric(JsonNode value) {
        return value.isNumber();
    }

    public static boolean isString(JsonNode value) {
        return value.isTextual();
    }

    public static boolean isBoolean(JsonNode value) {
        return value.isBoolean();
    }

    public static boolean isTimestamp(JsonNode value) {
        return instant(value) != null;
    }

    private static @Nullable Instant instant(JsonNode value) {
        return value.isTextual() ? Timestamps.parse(value.textValue()) : null;
    }
}
