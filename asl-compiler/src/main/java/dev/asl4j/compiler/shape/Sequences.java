package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;

/** JSONata's sequences: one of a single value is that value, and one of no value is nothing. */
final class Sequences {
    private Sequences() {}

    /** Any of the values that a step takes in turn: the elements of an array, or the value itself. */
    static Shape elements(Shape shape) {
        ArrayShape array = shape.array();
        Shape single = shape.only(ValueTypes.ALL.without(ValueType.ARRAY));
        return array == null ? single : single.or(array.element());
    }

    /** Some of such values, be it none or one. */
    static Shape some(Shape element) {
        Shape present = element.present();
        return present.isNever()
                ? Shape.MISSING
                : present.or(Shape.array(ArrayShape.of(present))).orMissing();
    }

    /** What comes of a step that gives this for each of some values: arrays are poured together. */
    static Shape of(Shape each) {
        return each.isMissing() ? each : each.or(some(elements(each)));
    }

    /** The field of that name, also of the elements of arrays. */
    static Shape field(Shape element, String name) {
        if (element.isNever()) {
            return Shape.MISSING;
        }
        Shape direct = Taken.field(element.only(ValueTypes.ALL.without(ValueType.ARRAY)), name);
        // What is in arrays in arrays nobody asks for.
        return element.array() == null ? direct : direct.or(Shape.ANYTHING);
    }
}
