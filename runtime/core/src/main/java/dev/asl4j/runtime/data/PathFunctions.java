package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.error.StateFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The functions at the end of a path: {@code $.list.length()}. Takes the value the path names and the function's
 * arguments; null, for a path that led nowhere, in any of them gives null. They do what the library behind AWS's paths
 * does, its oddities included, since the same definition runs there.
 *
 * @see <a href="https://github.com/json-path/JsonPath#functions">JsonPath, functions</a>
 */
public final class PathFunctions {
    private PathFunctions() {}

    /** {@code length()} of an array or object; null for a scalar. */
    public static @Nullable JsonNode length(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        return value.isContainerNode() ? IntNode.valueOf(value.size()) : NullNode.getInstance();
    }

    /** {@code size()}, the same as {@link #length}. */
    public static @Nullable JsonNode size(@Nullable JsonNode value) {
        return length(value);
    }

    /** {@code min()} of the numbers of an array and the arguments. */
    public static @Nullable JsonNode min(@Nullable JsonNode value, @Nullable JsonNode... arguments) {
        return aggregate(value, arguments, numbers -> {
            double min = Double.MAX_VALUE;
            for (double number : numbers) {
                min = number < min ? number : min;
            }
            return min;
        });
    }

    /** {@code max()} of the numbers of an array and the arguments. */
    public static @Nullable JsonNode max(@Nullable JsonNode value, @Nullable JsonNode... arguments) {
        return aggregate(value, arguments, numbers -> {
            // The smallest positive double, as in the library: the maximum of negative numbers comes out as 4.9E-324.
            double max = Double.MIN_VALUE;
            for (double number : numbers) {
                max = max < number ? number : max;
            }
            return max;
        });
    }

    /** {@code sum()} of the numbers of an array and the arguments. */
    public static @Nullable JsonNode sum(@Nullable JsonNode value, @Nullable JsonNode... arguments) {
        return aggregate(value, arguments, PathFunctions::total);
    }

    /** {@code avg()} of the numbers of an array and the arguments. */
    public static @Nullable JsonNode avg(@Nullable JsonNode value, @Nullable JsonNode... arguments) {
        return aggregate(value, arguments, numbers -> total(numbers) / numbers.length);
    }

    /** {@code stddev()} of the numbers of an array and the arguments. */
    public static @Nullable JsonNode stddev(@Nullable JsonNode value, @Nullable JsonNode... arguments) {
        return aggregate(value, arguments, numbers -> {
            double squares = 0;
            for (double number : numbers) {
                squares += number * number;
            }
            double count = numbers.length;
            double sum = total(numbers);
            return Math.sqrt(squares / count - sum * sum / count / count);
        });
    }

    /** {@code keys()}: the names of an object; null for anything else. */
    public static @Nullable JsonNode keys(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            return NullNode.getInstance();
        }
        List<JsonNode> names = new ArrayList<>(value.size());
        value.fieldNames().forEachRemaining(name -> names.add(TextNode.valueOf(name)));
        return FrozenArray.of(names);
    }

    /** {@code concat()} of the strings of an array and of the arguments. */
    public static @Nullable JsonNode concat(@Nullable JsonNode value, @Nullable JsonNode... arguments) {
        if (value == null || lacksAny(arguments)) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        if (value.isArray()) {
            value.forEach(element -> text.append(element.isTextual() ? element.textValue() : ""));
        }
        for (JsonNode argument : flat(arguments)) {
            text.append(argument.isNull() ? "" : JavaText.of(argument));
        }
        return TextNode.valueOf(text.toString());
    }

    /** {@code append()}: an array with the arguments at its end. */
    public static @Nullable JsonNode append(@Nullable JsonNode value, @Nullable JsonNode... arguments) {
        if (value == null || lacksAny(arguments)) {
            return null;
        }
        if (!value.isArray()) {
            return value;
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        for (JsonNode argument : arguments) {
            if (argument != null) {
                elements.add(Json.freeze(argument));
            }
        }
        return FrozenArray.of(elements);
    }

    /** {@code first()} of an array; null if it is empty. */
    public static @Nullable JsonNode first(@Nullable JsonNode value) {
        return value == null ? null : element(value, 0);
    }

    /** {@code last()} of an array of two or more. */
    public static @Nullable JsonNode last(@Nullable JsonNode value) {
        return value == null ? null : element(value, -1);
    }

    /** {@code index(n)} of an array, from the end if negative; null beyond its end. */
    public static @Nullable JsonNode index(@Nullable JsonNode value, @Nullable JsonNode position) {
        return value == null || position == null ? null : element(value, position.intValue());
    }

    private static @Nullable JsonNode element(JsonNode array, int index) {
        if (!array.isArray()) {
            throw nothingToAggregate();
        }
        // From the end the library never reaches the first element, so last() of a single element fails.
        if (index < 0 && array.size() + index <= 0) {
            throw StateFailure.runtime("Target index:" + index + " larger than object count:" + array.size());
        }
        return Paths.at(array, index);
    }

    private static @Nullable JsonNode aggregate(
            @Nullable JsonNode value, @Nullable JsonNode[] arguments, ToDoubleFunction<double[]> function) {
        if (value == null || lacksAny(arguments)) {
            return null;
        }
        List<JsonNode> numbers = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(numbers::add);
        }
        numbers.addAll(flat(arguments));
        double[] doubles = numbers.stream()
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
        if (doubles.length == 0) {
            throw nothingToAggregate();
        }
        double result = function.applyAsDouble(doubles);
        if (!Double.isFinite(result)) {
            throw StateFailure.runtime("The result of a path function is not a number: " + result);
        }
        return DoubleNode.valueOf(result);
    }

    private static StateFailure nothingToAggregate() {
        return StateFailure.runtime("Aggregation function attempted to calculate value using empty array");
    }

    private static double total(double[] numbers) {
        double total = 0;
        for (double number : numbers) {
            total += number;
        }
        return total;
    }

    private static boolean lacksAny(@Nullable JsonNode[] arguments) {
        for (JsonNode argument : arguments) {
            if (argument == null) {
                return true;
            }
        }
        return false;
    }

    /** The arguments, arrays among them replaced by their elements. */
    private static List<JsonNode> flat(@Nullable JsonNode[] arguments) {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode argument : arguments) {
            if (argument != null && argument.isArray()) {
                argument.forEach(values::add);
            } else if (argument != null) {
                values.add(argument);
            }
        }
        return values;
    }
}
