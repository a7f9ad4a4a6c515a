package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.expression.Step;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is known of some data once something is known of a value inside of it. */
public final class Narrowing {
    private Narrowing() {}

    /**
     * The data of which the value at a path is of a shape.
     *
     * @param steps names only; other steps teach nothing
     * @param change gives of the shape of the value, which may be missing, what is left of it; never: there is no such data
     */
    public static Shape at(Shape data, List<Step> steps, UnaryOperator<Shape> change) {
        boolean names = steps.stream().allMatch(Step.Name.class::isInstance);
        return names ? at(data, steps, 0, change) : data;
    }

    private static Shape at(Shape data, List<Step> steps, int index, UnaryOperator<Shape> change) {
        if (index == steps.size()) {
            return change.apply(data);
        }
        boolean withoutToo = !change.apply(Shape.MISSING).isNever();
        Shape others = withoutToo ? data.only(ValueTypes.ALL.without(ValueType.OBJECT)) : Shape.NEVER;
        String name = ((Step.Name) steps.get(index)).name();
        List<ObjectShape> left = new ArrayList<>();
        for (ObjectShape object : data.objects()) {
            Shape field = object.field(name);
            Shape changed = at(field, steps, index + 1, change);
            if (!changed.isNever()) {
                boolean same = changed.equals(field);
                left.add(same ? object : object.with(name, changed));
            }
        }
        Shape objects = data.only(ValueTypes.of(ValueType.OBJECT));
        return objects.isNever() ? others : objects.withObjects(left).or(others);
    }
}
