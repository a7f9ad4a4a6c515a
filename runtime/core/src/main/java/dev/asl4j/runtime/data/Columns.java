package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The names that many objects have in common, and in common keep in memory: the columns of a table. */
public final class Columns {
    private final Keys keys;

    /** @param names distinct */
    public Columns(List<String> names) {
        keys = new Keys(names.toArray(new String[0]));
    }

    /** How many there are. */
    public int size() {
        return keys.size();
    }

    /**
     * An object with these names.
     *
     * @param values as many, in the same order; not to be changed afterwards
     */
    public JsonNode object(JsonNode... values) {
        if (values.length != keys.size()) {
            throw new IllegalArgumentException(values.length + " values for " + keys.size() + " names");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Json.freeze(values[i]);
        }
        return values.length == 0 ? FrozenObject.EMPTY : new FrozenObject(keys, values);
    }
}
