package dev.asl4j.runtime.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a value of the library to frozen data. */
final class Results {
    /** No value of an expression may be nested deeper; frozen data has the same bound. */
    private static final int DEEPEST = 1_000;

    private Results() {}

    /**
     * The value, frozen. A view gives back what it is a view of; numbers that are not finite become texts, as on AWS.
     *
     * @throws EvaluationException if there is a function in it
     */
    static JsonNode frozen(Object value) {
        return frozen(value, 0);
    }

    // The library's values are of any class: a ladder is all there is.
    private static JsonNode frozen(@Nullable Object value, int level) {
        if (level > DEEPEST) {
            throw Fault.depth();
        } else if (value == null || value == Jsonata.NULL_VALUE) {
            return NullNode.getInstance();
        } else if (value instanceof Views.View view) {
            return view.node();
        } else if (value instanceof Views.Elements elements) {
            return elements.node();
        } else if (value instanceof String text) {
            return TextNode.valueOf(text);
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof Boolean bool) {
            return BooleanNode.valueOf(bool);
        } else if (value instanceof List<?> list) {
            JsonNode[] elements = new JsonNode[list.size()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = frozen(list.get(i), level + 1);
            }
            return Json.array(elements);
        } else if (value instanceof Map<?, ?> map) {
            ObjectBuilder object = Json.object();
            map.forEach((name, member) -> object.set(String.valueOf(name), frozen(member, level + 1)));
            return object.build();
        }
        throw EvaluationException.unsupportedResult();
    }

    private static JsonNode number(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return Json.freeze(LongNode.valueOf(number.longValue()));
        }
        double value = number.doubleValue();
        if (Double.isFinite(value)) {
            return Views.of(DoubleNode.valueOf(value)) instanceof Double exact
                    ? DoubleNode.valueOf(exact)
                    : number((long) value);
        }
        return TextNode.valueOf(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }
}
