package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.types.BuiltIns;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.List;

/** What JSONata's own functions give: by the types of the result, and by the shapes of the arguments where these come through. */
final class Calls {
    private Calls() {}

    static Shape of(String function, List<Shape> arguments, Origin origin) {
        Shape first = arguments.isEmpty() ? Shape.ANYTHING : arguments.get(0);
        return switch (function) {
            case "merge" -> merge(first, origin);
            case "append" -> append(arguments);
            case "filter", "sort", "reverse", "shuffle", "distinct" ->
                Sequences.of(first).orMissing();
            default -> byTypes(function, arguments);
        };
    }

    private static Shape byTypes(String function, List<Shape> arguments) {
        ValueTypes types =
                BuiltIns.result(function, arguments.stream().map(Shape::types).toList());
        return types == null ? Shape.ANYTHING : Shape.of(types);
    }

    private static Shape merge(Shape objects, Origin origin) {
        ArrayShape array = objects.array();
        List<Shape> parts = array == null || !array.isExact() ? List.of() : array.first();
        boolean known = !parts.isEmpty()
                && objects.types().equals(ValueTypes.of(ValueType.ARRAY))
                && parts.stream().allMatch(Calls::isObject);
        return known
                ? parts.stream().reduce(TemplateShapes::merged).orElseThrow().by(origin)
                : Shape.of(ValueType.OBJECT, ValueType.UNDEFINED);
    }

    private static boolean isObject(Shape shape) {
        return shape.types().equals(ValueTypes.of(ValueType.OBJECT));
    }

    private static Shape append(List<Shape> arguments) {
        Shape all = Shape.NEVER;
        for (Shape argument : arguments) {
            all = all.or(argument);
        }
        Shape elements = Sequences.elements(all).present();
        return elements.isNever() ? all : all.or(Shape.array(ArrayShape.of(elements)));
    }
}
