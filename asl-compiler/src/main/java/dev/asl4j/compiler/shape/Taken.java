package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.expression.Step;
import dev.asl4j.compiler.types.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one step of a definite path takes from a value; missing where there may be nothing.
 *
 * @param last whether the step is the last of its path
 */
record Taken(Shape value, boolean last) implements Step.Visitor<Shape> {
    @Override
    public Shape name(Step.Name step) {
        return field(value, step.name());
    }

    /** The field of that name; what is no object has none. */
    static Shape field(Shape value, String name) {
        Shape found = value.types().without(ValueType.OBJECT).isNone() ? Shape.NEVER : Shape.MISSING;
        for (ObjectShape object : value.objects()) {
            found = found.or(object.field(name));
        }
        return found;
    }

    @Override
    public Shape index(Step.Index step) {
        ArrayShape array = value.array();
        if (array == null) {
            return Shape.MISSING;
        }
        Shape element = element(array, step.index());
        return value.types().without(ValueType.ARRAY).isNone() ? element : element.orMissing();
    }

    private static Shape element(ArrayShape array, int index) {
        if (index >= 0) {
            return array.at(index);
        }
        if (array.isExact()) {
            int position = array.first().size() + index;
            return position < 0 ? Shape.MISSING : array.at(position);
        }
        Shape any = array.element();
        return any.isNever() ? Shape.MISSING : -index <= array.least() ? any.present() : any.orMissing();
    }

    @Override
    public Shape names(Step.Names step) {
        if (!last || value.objects().size() != 1) {
            return Shape.ANYTHING;
        }
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (String name : step.names()) {
            fields.put(name, value.objects().get(0).field(name));
        }
        return Shape.object(fields).orMissing();
    }

    @Override
    public Shape indexes(Step.Indexes step) {
        return Shape.ANYTHING;
    }

    @Override
    public Shape slice(Step.Slice step) {
        return Shape.ANYTHING;
    }

    @Override
    public Shape wildcard(Step.Wildcard step) {
        return Shape.ANYTHING;
    }

    @Override
    public Shape descendants(Step.Descendants step) {
        return Shape.ANYTHING;
    }

    @Override
    public Shape filter(Step.Filter step) {
        return Shape.ANYTHING;
    }

    @Override
    public Shape function(Step.Function step) {
        return Shape.ANYTHING;
    }

    @Override
    public Shape script(Step.Script step) {
        return Shape.ANYTHING;
    }
}
