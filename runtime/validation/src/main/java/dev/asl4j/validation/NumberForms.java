package dev.asl4j.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One node for each number: {@code 1} and {@code 1.0} are the same to JSON Schema, and the library compares nodes where they are inside of
 * others, and computes with doubles unless it gets decimals.
 */
final class NumberForms {
    /** Digits before or behind the point: a double has 324 at most. */
    private static final int MOST_DIGITS = 1_000;

    /** Up to here every whole number is a double. */
    private static final long MOST_EXACT = 1L << 53;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private NumberForms() {}

    /**
     * The tree itself, if all its numbers have their form, or a copy.
     *
     * @throws ArithmeticException if a number is none, or so long that computing with it could take any time
     */
    static JsonNode of(JsonNode tree) {
        if (tree instanceof NumericNode number) {
            return number(number);
        }
        if (tree instanceof ObjectNode object) {
            return object(object);
        }
        return tree instanceof ArrayNode array ? array(array) : tree;
    }

    private static JsonNode number(NumericNode node) {
        if (node.isInt()) {
            return node;
        }
        if ((node.isDouble() || node.isFloat()) && !Double.isFinite(node.doubleValue())) {
            throw new ArithmeticException("not a number");
        }
        BigDecimal value = node.decimalValue();
        long exponent = (long) value.precision() - value.scale();
        if (value.precision() > MOST_DIGITS || Math.abs(exponent) > MOST_DIGITS) {
            throw new ArithmeticException("too long to be computed with");
        }
        JsonNode form = form(value.stripTrailingZeros());
        return form.equals(node) ? node : form;
    }

    private static JsonNode form(BigDecimal value) {
        if (value.scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(MOST_EXACT)) <= 0) {
            long whole = value.longValueExact();
            return (int) whole == whole ? NODES.numberNode((int) whole) : LongNode.valueOf(whole);
        }
        double nearest = value.doubleValue();
        boolean isExact = value.scale() > 0 && BigDecimal.valueOf(nearest).compareTo(value) == 0;
        return isExact ? DoubleNode.valueOf(nearest) : DecimalNode.valueOf(value);
    }

    private static JsonNode object(ObjectNode object) {
        Map<String, JsonNode> forms = new LinkedHashMap<>();
        boolean isSame = true;
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            JsonNode form = of(property.getValue());
            isSame &= form.equals(property.getValue());
            forms.put(property.getKey(), form);
        }
        return isSame ? object : new ObjectNode(NODES, forms);
    }

    private static JsonNode array(ArrayNode array) {
        List<JsonNode> forms = new ArrayList<>(array.size());
        boolean isSame = true;
        for (JsonNode element : array) {
            JsonNode form = of(element);
            isSame &= form.equals(element);
            forms.add(form);
        }
        return isSame ? array : new ArrayNode(NODES, forms);
    }
}
