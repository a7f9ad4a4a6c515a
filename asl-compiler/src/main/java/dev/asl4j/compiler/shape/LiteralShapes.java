package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNull;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.types.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of values that stand in the text.
 *
 * @param origin who they are by; null: nobody
 */
record LiteralShapes(@Nullable Origin origin) implements JsonValue.Visitor<Shape> {

    static Shape of(JsonValue value, @Nullable Origin origin) {
        return value.accept(new LiteralShapes(origin));
    }

    private Shape made(Shape shape) {
        return origin == null ? shape : shape.by(origin);
    }

    @Override
    public Shape object(JsonObject object) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        object.members()
                .forEach(member -> fields.put(member.name(), member.value().accept(this)));
        return made(Shape.object(fields));
    }

    @Override
    public Shape array(JsonArray array) {
        List<Shape> elements = new ArrayList<>();
        array.elements().forEach(element -> elements.add(element.accept(this)));
        return made(Shape.array(ArrayShape.exactly(elements)));
    }

    /** A deployment may put anything in the place of a placeholder. */
    @Override
    public Shape string(JsonString string) {
        boolean known = string.placeholders().isEmpty() && string.typed() == string;
        return known ? made(Shape.texts(Set.of(string.value()))) : Shape.ANY;
    }

    @Override
    public Shape number(JsonNumber number) {
        return made(Shape.of(ValueType.NUMBER));
    }

    @Override
    public Shape bool(JsonBoolean bool) {
        return made(Shape.of(ValueType.BOOLEAN));
    }

    @Override
    public Shape nothing(JsonNull nothing) {
        return made(Shape.of(ValueType.NULL));
    }
}
