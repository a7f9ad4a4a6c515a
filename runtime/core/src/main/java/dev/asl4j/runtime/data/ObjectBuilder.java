package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a frozen object, its names in the order in which they were first set. Not for reuse after {@link #build}. */
public final class ObjectBuilder {
    /** Up to here a duplicate is looked for name by name. */
    private static final int LINEAR = 8;

    private static final int FIRST = 4;

    private final @Nullable Shape shape;
    private String @Nullable [] names; // null as long as they are those expected, in their order
    private @Nullable Keys expected;
    private JsonNode[] values;
    private int size;
    private @Nullable NameIndex index; // of names, once there are many

    ObjectBuilder() {
        this(null);
    }

    /** @param shape the place that builds it; null if none wants to know of what shape it is */
    ObjectBuilder(@Nullable Shape shape) {
        this.shape = shape;
        expected = shape == null ? null : shape.last();
        if (expected == null) {
            names = new String[FIRST];
            values = new JsonNode[FIRST];
        } else {
            values = new JsonNode[expected.size()];
        }
    }

    /** Sets a value; a name set before keeps its place and takes the new value. */
    public ObjectBuilder set(String name, JsonNode value) {
        JsonNode frozen = Json.freeze(value);
        Keys keys = expected;
        if (keys != null) {
            if (keys.isAt(size, name)) {
                values[size++] = frozen;
                return this;
            }
            departFrom(keys);
        }
        add(name, frozen);
        return this;
    }

    /** The names are others than expected. */
    private void departFrom(Keys keys) {
        String[] own = new String[Math.max(FIRST, values.length)];
        for (int i = 0; i < size; i++) {
            own[i] = keys.name(i);
        }
        values = Arrays.copyOf(values, own.length);
        names = own;
        expected = null;
    }

    private void add(String name, JsonNode frozen) {
        String[] own = names();
        if (size == own.length) {
            own = Arrays.copyOf(own, size * 2);
            names = own;
            values = Arrays.copyOf(values, size * 2);
        }
        own[size] = name;
        int position = size > LINEAR ? index().add(own, size) : find(own, name);
        values[position] = frozen;
        size = Math.max(size, position + 1);
    }

    private String[] names() {
        return Objects.requireNonNull(names);
    }

    /** The object. */
    public JsonNode build() {
        Keys keys = expected;
        if (keys != null && size == keys.size()) {
            return new FrozenObject(keys, values);
        }
        if (size == 0) {
            return FrozenObject.EMPTY;
        }
        if (keys != null) {
            departFrom(keys);
        }
        Keys made = new Keys(Arrays.copyOf(names(), size), index);
        if (shape != null) {
            shape.remember(made);
        }
        return new FrozenObject(made, Arrays.copyOf(values, size));
    }

    /** The first position of a name, which stands at the next one. */
    private int find(String[] own, String name) {
        int i = 0;
        while (!own[i].equals(name)) {
            i++;
        }
        return i;
    }

    private NameIndex index() {
        if (index == null) {
            index = new NameIndex(names(), size);
        }
        return index;
    }
}
