package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.expression.Step;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of writing a value at a reference path.
 *
 * @param value the whole afterwards; never: it cannot be written
 * @param refusing what a step cannot be taken in, whatever the data; null: it can be written
 */
public record Placed(Shape value, @Nullable Shape refusing) {
    /** Writes a value. */
    public static Placed of(Shape raw, List<Step> steps, Shape value) {
        if (raw.isNever() || value.isNever()) {
            return new Placed(Shape.NEVER, null);
        }
        Shape whole = put(raw, steps, 0, value);
        return new Placed(whole, whole.isNever() ? raw : null);
    }

    /** Never: it cannot be written. What is not there becomes an object. */
    private static Shape put(Shape raw, List<Step> steps, int index, Shape value) {
        if (index == steps.size()) {
            return value;
        }
        Step step = steps.get(index);
        if (step instanceof Step.Name name) {
            Shape holder = raw.mayBeMissing() ? raw.present().or(Shape.EMPTY) : raw;
            List<ObjectShape> written = new ArrayList<>();
            for (ObjectShape object : holder.objects()) {
                Shape field = put(object.field(name.name()), steps, index + 1, value);
                if (!field.isNever()) {
                    written.add(object.with(name.name(), field));
                }
            }
            Shape empty = holder.only(ValueTypes.of(ValueType.OBJECT));
            return empty.isNever() ? Shape.NEVER : empty.withObjects(written);
        }
        return element(raw, step, steps, index, value);
    }

    /** The element may be any of them, so each may be as it was. */
    private static Shape element(Shape raw, Step step, List<Step> steps, int index, Shape value) {
        ArrayShape array = raw.array();
        boolean isArray =
                step instanceof Step.Index && array != null && !array.element().isNever();
        if (array == null || !isArray) {
            return Shape.NEVER;
        }
        Shape written = put(array.element().present(), steps, index + 1, value);
        return written.isNever()
                ? Shape.NEVER
                : raw.only(ValueTypes.of(ValueType.ARRAY))
                        .withArray(new ArrayShape(List.of(), array.element().or(written), array.least()));
    }
}
