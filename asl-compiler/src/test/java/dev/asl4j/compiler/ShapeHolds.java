package dev.asl4j.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.compiler.shape.ArrayShape;
import dev.asl4j.compiler.shape.ObjectShape;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.types.ValueType;

/** Whether data is of a shape, by what shapes are said to mean. */
final class ShapeHolds {
    private ShapeHolds() {}

    static boolean of(Shape shape, JsonNode data) {
        return switch (data.getNodeType()) {
            case NULL -> shape.has(ValueType.NULL);
            case BOOLEAN -> shape.has(ValueType.BOOLEAN);
            case NUMBER -> shape.has(ValueType.NUMBER);
            case STRING -> isText(shape, data.textValue());
            case ARRAY -> shape.array() != null && isArray(shape.array(), data);
            default -> shape.objects().stream().anyMatch(object -> isObject(object, data));
        };
    }

    /** A number that is not finite is written as a string. */
    private static boolean isText(Shape shape, String text) {
        return shape.has(ValueType.STRING)
                && (shape.texts() == null || shape.texts().contains(text));
    }

    private static boolean isArray(ArrayShape shape, JsonNode data) {
        if (data.size() < shape.least()) {
            return false;
        }
        for (int i = 0; i < data.size(); i++) {
            Shape element = shape.at(i);
            if (!of(element, data.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isObject(ObjectShape shape, JsonNode data) {
        return shape.fields().entrySet().stream()
                        .allMatch(each ->
                                data.has(each.getKey()) || each.getValue().mayBeMissing())
                && data.propertyStream().allMatch(each -> of(shape.field(each.getKey()), each.getValue()));
    }
}
