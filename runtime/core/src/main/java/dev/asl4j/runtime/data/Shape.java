package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The names of the objects that one place in generated code builds. They share them: a name is neither compared nor kept for each, and
 * whoever reads one of these objects finds the position of a name by identity.
 */
public final class Shape {
    private @Nullable Keys keys; // threads may differ about it; an object is built by what it found at first

    private Shape(@Nullable Keys keys) {
        this.keys = keys;
    }

    /**
     * Of objects with these names.
     *
     * @param names in order, distinct, at least one
     */
    public static Shape of(String... names) {
        return new Shape(new Keys(names.clone()).shared());
    }

    /** Of objects whose names are not known beforehand: it remembers those of the last one. */
    public static Shape open() {
        return new Shape(null);
    }

    /**
     * The object of these values.
     *
     * @param values one for each name; the array becomes the object's own
     */
    public JsonNode object(JsonNode... values) {
        Keys keys = this.keys;
        if (keys == null || keys.size() != values.length) {
            throw new IllegalArgumentException("not as many values as names: " + values.length);
        }
        return new FrozenObject(keys, values, Measure.ofAll(values, keys.bound(), 0));
    }

    /** A new builder for an object. */
    public ObjectBuilder builder() {
        return new ObjectBuilder(this);
    }

    @Nullable
    Keys last() {
        return keys;
    }

    void remember(Keys keys) {
        this.keys = keys.shared();
    }
}
