package dev.asl4j.compiler.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an object. Fields of which no more is said than of all others are left out, so that shapes which mean the same are equal.
 *
 * @param fields those that are known by name; a shape that may be missing is that of an optional field
 * @param rest all other fields; null: there can be any; {@link Shape#NEVER}: there are none
 * @param described whether a description of the object names its fields, so that others, though nothing forbids them, are hardly meant
 */
public record ObjectShape(
        Map<String, Shape> fields, @Nullable Shape rest, boolean described) {
    /** Any object. */
    public static final ObjectShape ANY = new ObjectShape(Map.of(), null, false);

    /** An object with more fields is as good as any. */
    private static final int MOST_FIELDS = 1_000;

    public ObjectShape {
        if (fields.size() > MOST_FIELDS) {
            fields = Map.of();
            rest = null;
            described = false;
        }
        described = described && rest == null;
        Map<String, Shape> telling = new LinkedHashMap<>(fields);
        if (!described && !telling.isEmpty()) {
            Shape others = rest == null ? Shape.ANYTHING : rest.orMissing();
            telling.values().removeIf(others::equals);
        }
        fields = Collections.unmodifiableMap(telling);
    }

    /** An object of no other fields than these. */
    public static ObjectShape closed(Map<String, Shape> fields) {
        return new ObjectShape(fields, Shape.NEVER, false);
    }

    /** The field of that name; missing where there is none. */
    public Shape field(String name) {
        Shape known = fields.get(name);
        if (known != null) {
            return known;
        }
        return rest == null ? Shape.ANYTHING : rest.orMissing();
    }

    /** Whether it is known that there need not be such a field. */
    boolean mayLack(String name) {
        Shape known = fields.get(name);
        return known == null
                ? described || rest != null
                : known.mayBeMissing() && !known.present().equals(Shape.ANY);
    }

    /** Whether the description has no such field. */
    boolean leavesOut(String name) {
        return described && !fields.containsKey(name);
    }

    /** The same with another field. */
    ObjectShape with(String name, Shape shape) {
        Map<String, Shape> changed = new LinkedHashMap<>(fields);
        changed.put(name, shape);
        return new ObjectShape(changed, rest, described);
    }

    /** Objects that are the one or the other. */
    ObjectShape or(ObjectShape other) {
        if (equals(other)) {
            return this;
        }
        Map<String, Shape> both = new LinkedHashMap<>();
        fields.forEach((name, shape) -> both.put(name, shape.or(other.field(name))));
        other.fields.forEach((name, shape) -> {
            if (!fields.containsKey(name)) {
                both.put(name, field(name).or(shape));
            }
        });
        Shape others = rest == null || other.rest == null ? null : rest.or(other.rest);
        return new ObjectShape(both, others, (described || rest != null) && (other.described || other.rest != null));
    }

    /** Whether all objects of the other shape are of this one as well. */
    boolean absorbs(ObjectShape other) {
        return equals(other) || or(other).equals(this);
    }

    /** Any of its fields' values. */
    Shape value() {
        if (rest == null) {
            return Shape.ANY;
        }
        Shape all = rest;
        for (Shape field : fields.values()) {
            all = all.or(field.present());
        }
        return all;
    }
}
