package dev.asl4j.runtime.data;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object: Jackson's {@code ObjectNode} over a shared array of names and an own array of values. Its
 * children are frozen too.
 */
@SuppressWarnings("unchecked") // Jackson's own deepCopy narrows a generic result
final class FrozenObject extends ObjectNode {
    static final FrozenObject EMPTY = new FrozenObject(Keys.NONE, new JsonNode[0]);

    private final Keys keys;
    private final JsonNode[] values;

    /** See {@link Measure}. */
    private final long measure;

    /** See {@link TextSize}; 0 until it is asked for. Threads may find it at the same time, and find the same. */
    private int textSize;

    /** @param values frozen; as many as keys; not copied */
    FrozenObject(Keys keys, JsonNode[] values) {
        this(keys, values, Measure.of(values, keys.bound()));
    }

    /** @param measure of these */
    FrozenObject(Keys keys, JsonNode[] values, long measure) {
        super(JsonNodeFactory.instance, new FrozenMap());
        this.keys = keys;
        this.values = values;
        this.measure = Measure.checked(measure);
        ((FrozenMap) _children).of(this);
    }

    long measure() {
        return measure;
    }

    int textSize() {
        int size = textSize;
        if (size == 0) {
            // Braces, and a colon and a comma for each but the last.
            size = values.length == 0 ? 2 : TextSize.sum(1 + 2L * values.length, keys.textSize());
            for (JsonNode value : values) {
                size = TextSize.sum(size, TextSize.of(value));
            }
            textSize = size;
        }
        return size;
    }

    Keys keys() {
        return keys;
    }

    /** Not for writing. */
    JsonNode[] array() {
        return values;
    }

    JsonNode value(int position) {
        return values[position];
    }

    /** This object with one value set: replaced in its place, or added at the end. */
    FrozenObject with(String name, JsonNode value) {
        int position = keys.indexOf(name);
        return position < 0 ? longer(keys.plus(name), name, value) : changed(position, value);
    }

    /** {@link #with(String, JsonNode)} for code that writes again and again. */
    FrozenObject with(Member member, JsonNode value) {
        Member.Place place = member.placeIn(keys);
        int position = place.position();
        String name = member.name();
        return position < 0 ? longer(place.with(name), name, value) : changed(position, value);
    }

    private FrozenObject longer(Keys longerKeys, String name, JsonNode value) {
        int size = values.length;
        JsonNode[] longer = Arrays.copyOf(values, size + 1);
        longer[size] = value;
        FrozenObject added = new FrozenObject(longerKeys, longer, Measure.added(measure, name, value));
        if (textSize > 0) { // a colon, and a comma before all but the first
            added.textSize = TextSize.sum(
                    TextSize.sum(textSize, size == 0 ? 1 : 2), TextSize.sum(TextSize.ofText(name), TextSize.of(value)));
        }
        return added;
    }

    private FrozenObject changed(int position, JsonNode value) {
        JsonNode replaced = values[position];
        JsonNode[] copy = values.clone();
        copy[position] = value;
        FrozenObject changed = new FrozenObject(keys, copy, Measure.replaced(measure, replaced, value, copy));
        if (textSize > 0 && textSize < Integer.MAX_VALUE) {
            changed.textSize = TextSize.sum(textSize - TextSize.of(replaced), TextSize.of(value));
        }
        return changed;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isEmpty() {
        return values.length == 0;
    }

    @Override
    public @Nullable JsonNode get(String name) {
        int position = keys.indexOf(name);
        return position < 0 ? null : values[position];
    }

    @Override
    public JsonNode path(String name) {
        JsonNode value = get(name);
        return value == null ? MissingNode.getInstance() : value;
    }

    @Override
    public boolean has(String name) {
        return keys.indexOf(name) >= 0;
    }

    @Override
    public ObjectNode removeIf(Predicate<? super JsonNode> predicate) {
        throw FrozenList.immutable();
    }

    /** With the type of an ordinary node, as nobody else knows this one. */
    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        JsonNode ordinary = deepCopy();
        ((JsonSerializable) ordinary).serializeWithType(generator, provider, types);
    }

    /** Java serialization, which Jackson's own hook leaves to its own package: an ordinary node comes out. */
    private Object writeReplace() {
        return deepCopy();
    }
}
