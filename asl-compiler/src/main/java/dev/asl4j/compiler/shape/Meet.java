package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that are of two shapes at once. What is hard to say of them is left out, so there may be more values in it. */
final class Meet {
    private Meet() {}

    static Shape of(Shape one, Shape other) {
        ValueTypes types = one.types().and(other.types());
        Shape both = one.only(types);
        List<ObjectShape> objects = new ArrayList<>();
        for (ObjectShape mine : one.objects()) {
            for (ObjectShape theirs : other.objects()) {
                ObjectShape object = objects(mine, theirs);
                if (object != null) {
                    objects.add(object);
                }
            }
        }
        both = types.has(ValueType.OBJECT) ? both.withObjects(objects) : both;
        ArrayShape mine = one.array();
        ArrayShape theirs = other.array();
        both = mine == null || theirs == null ? both : both.withArray(arrays(mine, theirs));
        Set<String> texts = other.texts();
        return texts == null || !both.has(ValueType.STRING) ? both : both.withTexts(common(both.texts(), texts));
    }

    private static Set<String> common(@Nullable Set<String> some, Set<String> others) {
        Set<String> both = new LinkedHashSet<>(others);
        if (some != null) {
            both.retainAll(some);
        }
        return both;
    }

    /** Null: no object is both. */
    private static @Nullable ObjectShape objects(ObjectShape one, ObjectShape other) {
        Set<String> names = new LinkedHashSet<>(one.fields().keySet());
        names.addAll(other.fields().keySet());
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (String name : names) {
            Shape field = of(one.field(name), other.field(name));
            if (field.isNever()) {
                return null;
            }
            fields.put(name, field);
        }
        Shape mine = one.rest();
        Shape theirs = other.rest();
        Shape rest = mine == null ? theirs : theirs == null ? mine : of(mine, theirs);
        boolean described = one.described() || other.described();
        return new ObjectShape(fields, rest, described);
    }

    private static ArrayShape arrays(ArrayShape one, ArrayShape other) {
        if (other.first().isEmpty() && one.first().isEmpty()) {
            Shape mine = one.rest();
            Shape theirs = other.rest();
            Shape rest = mine == null ? theirs : theirs == null ? mine : of(mine, theirs);
            return new ArrayShape(List.of(), rest, Math.max(one.least(), other.least()));
        }
        return one.first().isEmpty() && one.rest() == null ? other : one;
    }
}
