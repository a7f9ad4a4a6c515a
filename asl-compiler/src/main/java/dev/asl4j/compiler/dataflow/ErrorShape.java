package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.shape.Origin;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.types.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a catcher gets: error and cause, each of which a Fail state may leave out. */
final class ErrorShape {
    private ErrorShape() {}

    static Shape of(Origin state) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        fields.put("Error", Shape.of(ValueType.STRING, ValueType.UNDEFINED));
        fields.put("Cause", Shape.of(ValueType.STRING, ValueType.UNDEFINED));
        return Shape.object(fields).by(Origin.of("the error output of " + state));
    }
}
