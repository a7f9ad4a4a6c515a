package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.error.StateFailure;
import java.util.ArrayList;
import java.util.List;

/** The checks on arguments of intrinsic functions. No failure is among the recorded runs: all wording is from here. */
final class Arguments {
    private static final int LONGEST_TEXT = 10_000;

    private Arguments() {}

    static StateFailure failure(String function, String reason) {
        return StateFailure.intrinsic("The function '" + function + "' could not be evaluated: " + reason);
    }

    static String text(String function, int position, JsonNode argument) {
        if (!argument.isTextual()) {
            throw unexpected(function, position, "a string", argument);
        }
        return argument.textValue();
    }

    static String boundedText(String function, JsonNode argument) {
        String text = text(function, 1, argument);
        if (text.length() > LONGEST_TEXT) {
            throw failure(
                    function, "at most " + LONGEST_TEXT + " characters are possible but there are " + text.length());
        }
        return text;
    }

    static List<JsonNode> array(String function, int position, JsonNode argument) {
        if (!argument.isArray()) {
            throw unexpected(function, position, "an array", argument);
        }
        List<JsonNode> elements = new ArrayList<>(argument.size());
        argument.forEach(elements::add);
        return elements;
    }

    static FrozenObject object(String function, int position, JsonNode argument) {
        if (!argument.isObject()) {
            throw unexpected(function, position, "an object", argument);
        }
        return (FrozenObject) Json.freeze(argument);
    }

    /** Rounds to the nearest integer, a half towards positive infinity. */
    static int integer(String function, int position, JsonNode argument) {
        if (argument instanceof IntNode) {
            return argument.intValue();
        }
        if (!argument.isNumber()) {
            throw unexpected(function, position, "a number", argument);
        }
        long rounded = argument.isIntegralNumber() && argument.canConvertToLong()
                ? argument.longValue()
                : Math.round(argument.doubleValue());
        if ((int) rounded != rounded) {
            throw failure(function, "argument " + position + " is outside of 32 bits: " + Json.write(argument));
        }
        return (int) rounded;
    }

    private static StateFailure unexpected(String function, int position, String expected, JsonNode argument) {
        return failure(function, "argument " + position + " must be " + expected + " but was " + Json.write(argument));
    }
}
