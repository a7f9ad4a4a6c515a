package dev.asl4j.compiler.expression;

import static dev.asl4j.compiler.expression.ValueKind.ANY;
import static dev.asl4j.compiler.expression.ValueKind.ARRAY;
import static dev.asl4j.compiler.expression.ValueKind.BOOLEAN;
import static dev.asl4j.compiler.expression.ValueKind.NUMBER;
import static dev.asl4j.compiler.expression.ValueKind.OBJECT;
import static dev.asl4j.compiler.expression.ValueKind.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The intrinsic functions of the States Language (its appendix B, and the service's documentation). */
public enum IntrinsicFunction {
    /** {@code States.Format(template, value...)}: text with the values in the places of {@code {}}. */
    FORMAT("States.Format", TEXT, 1, Integer.MAX_VALUE, TEXT, ANY),
    /** {@code States.StringToJson(text)}: the value the text is JSON of. */
    STRING_TO_JSON("States.StringToJson", ANY, 1, 1, TEXT),
    /** {@code States.JsonToString(value)}: the value as JSON text. */
    JSON_TO_STRING("States.JsonToString", TEXT, 1, 1, ANY),
    /** {@code States.Array(value...)}: the values in an array. */
    ARRAY_OF("States.Array", ARRAY, 0, Integer.MAX_VALUE, ANY),
    /** {@code States.ArrayPartition(array, size)}: the array in pieces. */
    ARRAY_PARTITION("States.ArrayPartition", ARRAY, 2, 2, ARRAY, NUMBER),
    /** {@code States.ArrayContains(array, value)}: whether the value is an element. */
    ARRAY_CONTAINS("States.ArrayContains", BOOLEAN, 2, 2, ARRAY, ANY),
    /** {@code States.ArrayRange(first, last, step)}: an array of numbers. */
    ARRAY_RANGE("States.ArrayRange", ARRAY, 3, 3, NUMBER, NUMBER, NUMBER),
    /** {@code States.ArrayGetItem(array, index)}: one element. */
    ARRAY_GET_ITEM("States.ArrayGetItem", ANY, 2, 2, ARRAY, NUMBER),
    /** {@code States.ArrayLength(array)}: the number of elements. */
    ARRAY_LENGTH("States.ArrayLength", NUMBER, 1, 1, ARRAY),
    /** {@code States.ArrayUnique(array)}: the elements, each once. */
    ARRAY_UNIQUE("States.ArrayUnique", ARRAY, 1, 1, ARRAY),
    /** {@code States.Base64Encode(text)}. */
    BASE64_ENCODE("States.Base64Encode", TEXT, 1, 1, TEXT),
    /** {@code States.Base64Decode(text)}. */
    BASE64_DECODE("States.Base64Decode", TEXT, 1, 1, TEXT),
    /** {@code States.Hash(data, algorithm)}: lower-case hexadecimal digits. */
    HASH("States.Hash", TEXT, 2, 2, ANY, TEXT),
    /** {@code States.JsonMerge(first, second, deep)}: one object of two. */
    JSON_MERGE("States.JsonMerge", OBJECT, 3, 3, OBJECT, OBJECT, BOOLEAN),
    /** {@code States.MathRandom(from, to, seed)}: a whole number; the seed may be left out. */
    MATH_RANDOM("States.MathRandom", NUMBER, 2, 3, NUMBER, NUMBER, NUMBER),
    /** {@code States.MathAdd(first, second)}: the sum. */
    MATH_ADD("States.MathAdd", NUMBER, 2, 2, NUMBER, NUMBER),
    /** {@code States.StringSplit(text, delimiters)}: the pieces. */
    STRING_SPLIT("States.StringSplit", ARRAY, 2, 2, TEXT, TEXT),
    /** {@code States.UUID()}: a random UUID. */
    UUID("States.UUID", TEXT, 0, 0);

    private static final Map<String, IntrinsicFunction> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(IntrinsicFunction::text, Function.identity()));

    private final String text;
    private final ValueKind result;
    private final int least;
    private final int most;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<ValueKind> parameters;

    IntrinsicFunction(String text, ValueKind result, int least, int most, ValueKind... parameters) {
        this.text = text;
        this.result = result;
        this.least = least;
        this.most = most;
        this.parameters = List.of(parameters);
    }

    /** The function of that name, which is case-sensitive; null if there is none. */
    public static @Nullable IntrinsicFunction of(String name) {
        return BY_NAME.get(name);
    }

    /** The names of all functions, in the order of this enum. */
    public static List<String> names() {
        return Arrays.stream(values()).map(IntrinsicFunction::text).toList();
    }

    /** The name, for example {@code States.Format}. */
    public String text() {
        return text;
    }

    /** What it returns. */
    public ValueKind result() {
        return result;
    }

    /** The least number of arguments. */
    public int least() {
        return least;
    }

    /** The greatest number of arguments; {@link Integer#MAX_VALUE} if there is no limit. */
    public int most() {
        return most;
    }

    /** What it takes as its argument of that index (from 0). */
    public ValueKind parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }

    /** Whether {@code ErrorPath} and {@code CausePath} accept it, which need a string: all that can return one. */
    public boolean returnsString() {
        return this == ARRAY_GET_ITEM || result == TEXT;
    }
}
