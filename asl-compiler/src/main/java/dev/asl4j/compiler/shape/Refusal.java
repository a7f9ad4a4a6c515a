package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why no value of a shape is one of another.
 *
 * @param path the names and indexes that lead to what does not fit
 * @param expected what would be taken there
 * @param given what there is; missing: nothing
 */
public record Refusal(List<Object> path, Shape expected, Shape given) {
    public Refusal {
        path = List.copyOf(path);
    }

    /** Null: some value may be taken. */
    public static @Nullable Refusal of(Shape given, Shape accepted) {
        return of(given, accepted, List.of());
    }

    private static @Nullable Refusal of(Shape given, Shape accepted, List<Object> path) {
        ValueTypes types = given.types().without(ValueType.UNDEFINED);
        if (types.isNone()) {
            return null;
        }
        Refusal first = null;
        for (ValueType type : types.types()) {
            Refusal refusal = accepted.has(type)
                    ? inside(type, given, accepted, path)
                    : new Refusal(path, accepted.present(), given.present());
            if (refusal == null) {
                return null;
            }
            first = first == null || !accepted.has(type) ? refusal : first;
        }
        return first;
    }

    private static @Nullable Refusal inside(ValueType type, Shape given, Shape accepted, List<Object> path) {
        return switch (type) {
            case STRING -> texts(given, accepted, path);
            case ARRAY -> arrays(given, accepted, path);
            case OBJECT -> objects(given, accepted, path);
            case UNDEFINED, NULL, BOOLEAN, NUMBER, FUNCTION -> null;
        };
    }

    private static @Nullable Refusal texts(Shape given, Shape accepted, List<Object> path) {
        Set<String> some = given.texts();
        Set<String> taken = accepted.texts();
        boolean apart = some != null && taken != null && some.stream().noneMatch(taken::contains);
        return apart ? new Refusal(path, accepted.present(), given.present()) : null;
    }

    private static @Nullable Refusal arrays(Shape given, Shape accepted, List<Object> path) {
        ArrayShape some = given.array();
        ArrayShape taken = accepted.array();
        if (some == null || taken == null) {
            return null;
        }
        for (int i = 0; i < Math.min(some.least(), some.first().size()); i++) {
            Shape expected = taken.at(i);
            Refusal refusal = expected.isMissing() ? null : of(some.at(i), expected, plus(path, i));
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Refusal objects(Shape given, Shape accepted, List<Object> path) {
        Refusal first = null;
        for (ObjectShape some : given.objects()) {
            for (ObjectShape taken : accepted.objects()) {
                Refusal refusal = object(some, taken, path);
                if (refusal == null) {
                    return null;
                }
                first = first == null ? refusal : first;
            }
        }
        return first;
    }

    private static @Nullable Refusal object(ObjectShape given, ObjectShape taken, List<Object> path) {
        for (Map.Entry<String, Shape> field : taken.fields().entrySet()) {
            Shape value = given.field(field.getKey());
            List<Object> place = plus(path, field.getKey());
            Shape expected = field.getValue();
            if (value.isMissing() && !expected.mayBeMissing()) {
                return new Refusal(place, expected, value);
            }
            Refusal refusal = certain(value, expected, place);
            if (refusal != null) {
                return refusal;
            }
        }
        for (Map.Entry<String, Shape> field : given.fields().entrySet()) {
            if (!taken.fields().containsKey(field.getKey())) {
                Refusal refusal = certain(field.getValue(), taken.field(field.getKey()), plus(path, field.getKey()));
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return null;
    }

    /** Of a field that may not be there nothing is certain. An optional one may be null, which comes to the same. */
    private static @Nullable Refusal certain(Shape value, Shape expected, List<Object> place) {
        if (value.mayBeMissing()) {
            return null;
        }
        if (expected.isMissing()) {
            return new Refusal(place, expected, value);
        }
        return expected.mayBeMissing() && value.has(ValueType.NULL) ? null : of(value, expected, place);
    }

    private static List<Object> plus(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
