package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object: Jackson's {@code ObjectNode} over a shared array of names and an own array of values. Its
 * children are frozen too.
 */
@SuppressWarnings("unchecked") // Jackson's own deepCopy narrows a generic result
final class FrozenObject extends ObjectNode {
    static final FrozenObject EMPTY = new FrozenObject(Keys.NONE, new JsonNode[0]);

    private final transient FrozenMap map;

    /** Containers on the longest way down, this one included. */
    private final int depth;

    /** See {@link TextSize}; 0 until it is asked for. Threads may find it at the same time, and find the same. */
    private int textSize;

    /** @param values frozen; as many as keys; not copied */
    FrozenObject(Keys keys, JsonNode[] values) {
        this(new FrozenMap(keys, values), 1 + Depth.deepest(values));
    }

    private FrozenObject(FrozenMap map, int depth) {
        super(JsonNodeFactory.instance, map);
        this.map = map;
        this.depth = Depth.checked(depth);
    }

    int depth() {
        return depth;
    }

    int textSize() {
        int size = textSize;
        if (size == 0) {
            // Braces, and a colon and a comma for each but the last.
            size = map.values.length == 0 ? 2 : TextSize.sum(1, 2L * map.values.length);
            for (int i = 0; i < map.values.length; i++) {
                size = TextSize.sum(size, (long) TextSize.ofText(map.keys.name(i)) + TextSize.of(map.values[i]));
            }
            textSize = size;
        }
        return size;
    }

    Keys keys() {
        return map.keys;
    }

    JsonNode value(int position) {
        return map.values[position];
    }

    /** This object with one value set: replaced in its place, or added at the end. */
    FrozenObject with(String name, JsonNode value) {
        int position = map.keys.indexOf(name);
        int size = map.values.length;
        if (position < 0) {
            JsonNode[] longer = new JsonNode[size + 1];
            System.arraycopy(map.values, 0, longer, 0, size);
            longer[size] = value;
            return new FrozenObject(new FrozenMap(map.keys.plus(name), longer), Math.max(depth, 1 + Depth.of(value)));
        }
        JsonNode replaced = map.values[position];
        JsonNode[] copy = map.values.clone();
        copy[position] = value;
        boolean mayRise = Depth.of(replaced) + 1 < depth || Depth.of(value) >= Depth.of(replaced);
        FrozenObject changed = new FrozenObject(
                new FrozenMap(map.keys, copy),
                mayRise ? Math.max(depth, 1 + Depth.of(value)) : 1 + Depth.deepest(copy));
        if (textSize > 0 && textSize < Integer.MAX_VALUE) {
            changed.textSize = TextSize.sum(textSize - TextSize.of(replaced), TextSize.of(value));
        }
        return changed;
    }

    @Override
    public int size() {
        return map.values.length;
    }

    @Override
    public boolean isEmpty() {
        return map.values.length == 0;
    }

    @Override
    public @Nullable JsonNode get(String name) {
        return map.at(name);
    }

    @Override
    public JsonNode path(String name) {
        JsonNode value = map.at(name);
        return value == null ? MissingNode.getInstance() : value;
    }

    @Override
    public boolean has(String name) {
        return map.keys.indexOf(name) >= 0;
    }

    @Override
    public ObjectNode removeIf(Predicate<? super JsonNode> predicate) {
        throw FrozenList.immutable();
    }

    /** Java serialization, which Jackson's own hook leaves to its own package: an ordinary node comes out. */
    private Object writeReplace() {
        return deepCopy();
    }
}
