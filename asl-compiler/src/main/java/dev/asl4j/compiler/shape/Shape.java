package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

// Size: the lattice, with the bounds that keep it finite.
/**
 * What is known of some data: every value that there can be has one of the types, and then the details of that type. {@link
 * ValueType#UNDEFINED} among the types means that there may be no value. Shapes are a lattice of bounded size: {@link #NEVER} is its
 * bottom, {@link #ANYTHING} its top, {@link #or} its join. Who made the data is carried along and is no part of equality.
 */
public final class Shape {
    /** There is never a value: nothing comes here. */
    public static final Shape NEVER = new Shape(ValueTypes.NONE, null, null, List.of(), List.of());

    /** Any value of JSON. */
    public static final Shape ANY = of(ValueTypes.JSON);

    /** No value. */
    public static final Shape MISSING = of(ValueTypes.of(ValueType.UNDEFINED));

    /** Any value, or none. */
    public static final Shape ANYTHING = of(ValueTypes.JSON.or(ValueType.UNDEFINED));

    /** The empty object. */
    public static final Shape EMPTY = object(Map.of());

    /** A string is one of so many, or any. */
    private static final int MOST_TEXTS = 12;

    /** Objects are told apart by so many shapes. */
    private static final int MOST_OBJECTS = 4;

    /** What is larger or deeper is known by its types only. */
    private static final int LARGEST = 2_000;

    private static final int DEEPEST = 32;

    private final ValueTypes types;
    private final @Nullable Set<String> texts;
    private final @Nullable ArrayShape array;
    private final List<ObjectShape> objects;
    private final List<Origin> origins;
    private final int size;
    private final int depth;
    private final int hash;

    private Shape(
            ValueTypes types,
            @Nullable Set<String> texts,
            @Nullable ArrayShape array,
            List<ObjectShape> objects,
            List<Origin> origins) {
        this.types = types;
        this.texts = texts;
        this.array = array;
        this.objects = objects;
        this.origins = origins;
        int parts = 1;
        int deepest = 0;
        for (Shape part : parts()) {
            parts = Math.min(2 * LARGEST, parts + part.size);
            deepest = Math.max(deepest, part.depth);
        }
        this.size = parts;
        this.depth = deepest + 1;
        int code = 31 * types.hashCode() + (texts == null ? 0 : texts.hashCode());
        this.hash = 31 * (31 * code + (array == null ? 0 : array.hashCode())) + objects.hashCode();
    }

    private static Shape of(
            ValueTypes types,
            @Nullable Set<String> texts,
            @Nullable ArrayShape array,
            List<ObjectShape> objects,
            List<Origin> origins) {
        Shape shape = new Shape(
                types,
                types.has(ValueType.STRING) ? texts : null,
                types.has(ValueType.ARRAY) ? array : null,
                types.has(ValueType.OBJECT) ? objects : List.of(),
                origins);
        return shape.size > LARGEST || shape.depth > DEEPEST ? shape.cut() : shape;
    }

    /** Any value of these types. */
    public static Shape of(ValueTypes types) {
        ArrayShape array = types.has(ValueType.ARRAY) ? ArrayShape.ANY : null;
        List<ObjectShape> objects = types.has(ValueType.OBJECT) ? List.of(ObjectShape.ANY) : List.of();
        return new Shape(types, null, array, objects, List.of());
    }

    /** Any value of these types. */
    public static Shape of(ValueType... types) {
        return of(ValueTypes.of(types));
    }

    /** One of these strings. */
    public static Shape texts(Set<String> texts) {
        Set<String> few = texts.size() > MOST_TEXTS ? null : Collections.unmodifiableSet(new TreeSet<>(texts));
        return new Shape(ValueTypes.of(ValueType.STRING), few, null, List.of(), List.of());
    }

    /** Such arrays. */
    public static Shape array(ArrayShape array) {
        return of(ValueTypes.of(ValueType.ARRAY), null, array, List.of(), List.of());
    }

    /** Such objects. */
    public static Shape object(ObjectShape object) {
        return of(ValueTypes.of(ValueType.OBJECT), null, null, List.of(object), List.of());
    }

    /** The object of just these fields. */
    public static Shape object(Map<String, Shape> fields) {
        return object(ObjectShape.closed(fields));
    }

    /** The types of the values. */
    public ValueTypes types() {
        return types;
    }

    /** The strings it can be, sorted; null: any, if it can be a string. */
    public @Nullable Set<String> texts() {
        return texts;
    }

    /** The arrays it can be; null: it is none. */
    public @Nullable ArrayShape array() {
        return array;
    }

    /** The objects it can be; empty: it is none. */
    public List<ObjectShape> objects() {
        return objects;
    }

    /** Who made the data, as far as that is known. */
    public List<Origin> origins() {
        return origins;
    }

    /** Whether a value can be of that type. */
    public boolean has(ValueType type) {
        return types.has(type);
    }

    /** Whether nothing comes here. */
    public boolean isNever() {
        return types.isNone();
    }

    /** Whether something comes here, and it is no value. */
    public boolean isMissing() {
        return !isNever() && types.without(ValueType.UNDEFINED).isNone();
    }

    /** Whether there may be no value. */
    public boolean mayBeMissing() {
        return has(ValueType.UNDEFINED);
    }

    /** The same where there is a value. */
    public Shape present() {
        return mayBeMissing() ? only(types.without(ValueType.UNDEFINED)) : this;
    }

    /** The same where there may be no value. */
    public Shape orMissing() {
        return mayBeMissing() ? this : of(types.or(ValueType.UNDEFINED), texts, array, objects, origins);
    }

    /** The values of it that are of these types. */
    public Shape only(ValueTypes wanted) {
        ValueTypes both = types.and(wanted);
        return both.equals(types) ? this : of(both, texts, array, objects, origins);
    }

    /** The same with other objects. */
    public Shape withObjects(List<ObjectShape> others) {
        ValueTypes changed = others.isEmpty() ? types.without(ValueType.OBJECT) : types.or(ValueType.OBJECT);
        return of(changed, texts, array, few(others), origins);
    }

    /** The same with other arrays. */
    public Shape withArray(ArrayShape other) {
        return of(types, texts, other, objects, origins);
    }

    /** The same of strings that are one of these. */
    public Shape withTexts(Set<String> others) {
        return others.isEmpty()
                ? only(types.without(ValueType.STRING))
                : of(types, Collections.unmodifiableSet(new TreeSet<>(others)), array, objects, origins);
    }

    /** The same, made by somebody. */
    public Shape by(Origin origin) {
        return new Shape(types, texts, array, objects, List.of(origin));
    }

    /** The same, made by somebody else as well. */
    public Shape alsoBy(Origin origin) {
        return new Shape(types, texts, array, objects, Origin.both(origins, List.of(origin)));
    }

    /** Values that are of the one shape or of the other. */
    public Shape or(Shape other) {
        if (other.isNever() || (equals(other) && origins.equals(other.origins))) {
            return this;
        }
        if (isNever()) {
            return other;
        }
        ArrayShape arrays = array == null ? other.array : other.array == null ? array : array.or(other.array);
        return of(
                types.or(other.types),
                bothTexts(other),
                arrays,
                few(both(objects, other.objects)),
                Origin.both(origins, other.origins));
    }

    private @Nullable Set<String> bothTexts(Shape other) {
        if (!has(ValueType.STRING)) {
            return other.texts;
        }
        if (!other.has(ValueType.STRING)) {
            return texts;
        }
        if (texts == null || other.texts == null) {
            return null;
        }
        Set<String> all = new TreeSet<>(texts);
        all.addAll(other.texts);
        return all.size() > MOST_TEXTS ? null : Collections.unmodifiableSet(all);
    }

    /** Without those that others have in them. */
    private static List<ObjectShape> both(List<ObjectShape> some, List<ObjectShape> more) {
        List<ObjectShape> all = new ArrayList<>(some);
        for (ObjectShape object : more) {
            if (all.stream().noneMatch(known -> known.absorbs(object))) {
                all.removeIf(object::absorbs);
                all.add(object);
            }
        }
        return all;
    }

    private static List<ObjectShape> few(List<ObjectShape> objects) {
        return objects.size() <= MOST_OBJECTS
                ? List.copyOf(objects)
                : List.of(objects.stream().reduce(ObjectShape::or).orElseThrow());
    }

    private List<Shape> parts() {
        List<Shape> parts = new ArrayList<>();
        if (array != null) {
            parts.addAll(array.first());
            if (array.rest() != null) {
                parts.add(array.rest());
            }
        }
        for (ObjectShape object : objects) {
            parts.addAll(object.fields().values());
            if (object.rest() != null) {
                parts.add(object.rest());
            }
        }
        return parts;
    }

    /** The same where all that is inside is known by its types only. */
    private Shape cut() {
        ArrayShape shallow = array == null ? null : new ArrayShape(List.of(), null, array.least());
        List<ObjectShape> cut = new ArrayList<>();
        for (ObjectShape object : objects) {
            Map<String, Shape> fields = new LinkedHashMap<>();
            object.fields().forEach((name, shape) -> fields.put(name, of(shape.types())));
            Shape rest = object.rest();
            cut.add(new ObjectShape(fields, rest == null ? null : of(rest.types()), object.described()));
        }
        return new Shape(types, texts, shallow, List.copyOf(cut), origins);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Shape shape
                        && hash == shape.hash
                        && types.equals(shape.types)
                        && Objects.equals(texts, shape.texts)
                        && Objects.equals(array, shape.array)
                        && objects.equals(shape.objects));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return ShapeText.of(this);
    }
}
