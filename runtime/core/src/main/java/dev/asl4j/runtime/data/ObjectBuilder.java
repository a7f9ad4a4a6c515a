package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a frozen object, its names in the order in which they were first set. Not for reuse after {@link #build}. */
public final class ObjectBuilder {
    /** Up to here a duplicate is looked for name by name. */
    private static final int LINEAR = 8;

    private String[] names = new String[4];
    private JsonNode[] values = new JsonNode[4];
    private int size;
    private @Nullable Map<String, Integer> index;

    ObjectBuilder() {}

    /** Sets a value; a name set before keeps its place and takes the new value. */
    public ObjectBuilder set(String name, JsonNode value) {
        JsonNode frozen = Json.freeze(value);
        int position = find(name);
        if (position >= 0) {
            values[position] = frozen;
            return this;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        if (index != null) {
            index.put(name, size);
        }
        names[size] = name;
        values[size++] = frozen;
        return this;
    }

    /** The object. */
    public JsonNode build() {
        if (size == 0) {
            return FrozenObject.EMPTY;
        }
        return new FrozenObject(new Keys(Arrays.copyOf(names, size)), Arrays.copyOf(values, size));
    }

    private int find(String name) {
        if (size > LINEAR) {
            Integer position = index().get(name);
            return position == null ? -1 : position;
        }
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Map<String, Integer> index() {
        if (index == null) {
            index = new HashMap<>();
            for (int i = 0; i < size; i++) {
                index.put(names[i], i);
            }
        }
        return index;
    }
}
