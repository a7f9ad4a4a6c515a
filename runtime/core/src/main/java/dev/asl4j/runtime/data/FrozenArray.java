package dev.asl4j.runtime.data;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An immutable JSON array: Jackson's {@code ArrayNode} over an own array. Its elements are frozen too. */
@SuppressWarnings("unchecked") // Jackson's own deepCopy narrows a generic result
final class FrozenArray extends ArrayNode {
    static final FrozenArray EMPTY = new FrozenArray(new JsonNode[0]);

    private final JsonNode[] elements;

    /** See {@link Measure}. */
    private final long measure;

    /** See {@link TextSize}; 0 until it is asked for. Threads may find it at the same time, and find the same. */
    private int textSize;

    /** @param elements frozen; not copied */
    FrozenArray(JsonNode[] elements) {
        super(JsonNodeFactory.instance, new FrozenList(elements));
        this.elements = elements;
        this.measure = Measure.checked(Measure.of(elements, 2L + elements.length));
    }

    static FrozenArray of(List<JsonNode> elements) {
        return elements.isEmpty() ? EMPTY : new FrozenArray(elements.toArray(new JsonNode[0]));
    }

    long measure() {
        return measure;
    }

    int textSize() {
        int size = textSize;
        if (size == 0) {
            // Brackets, and a comma for each but the last.
            size = TextSize.sum(1, Math.max(1, elements.length));
            for (JsonNode element : elements) {
                size = TextSize.sum(size, TextSize.of(element));
            }
            textSize = size;
        }
        return size;
    }

    /** This array with one element replaced. */
    FrozenArray with(int index, JsonNode value) {
        JsonNode[] copy = elements.clone();
        copy[index] = value;
        return new FrozenArray(copy);
    }

    JsonNode element(int index) {
        return elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public boolean isEmpty() {
        return elements.length == 0;
    }

    @Override
    public @Nullable JsonNode get(int index) {
        return index >= 0 && index < elements.length ? elements[index] : null;
    }

    @Override
    public ArrayNode removeIf(Predicate<? super JsonNode> predicate) {
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
