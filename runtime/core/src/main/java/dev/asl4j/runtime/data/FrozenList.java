package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;

/** What Jackson's {@code ArrayNode} sees as its list: all that reads works, all that writes throws. */
final class FrozenList extends AbstractList<JsonNode> implements RandomAccess {
    final JsonNode[] elements;

    /** @param elements not copied */
    FrozenList(JsonNode[] elements) {
        this.elements = elements;
    }

    static UnsupportedOperationException immutable() {
        return new UnsupportedOperationException(
                "the data of an execution is immutable; change a copy: node.deepCopy()");
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public JsonNode get(int index) {
        return elements[index];
    }

    @Override
    public JsonNode set(int index, JsonNode element) {
        throw immutable();
    }

    @Override
    public void add(int index, JsonNode element) {
        throw immutable();
    }

    @Override
    public boolean addAll(Collection<? extends JsonNode> others) {
        throw immutable();
    }

    @Override
    public JsonNode remove(int index) {
        throw immutable();
    }

    @Override
    public void clear() {
        throw immutable();
    }

    @Override
    protected void removeRange(int from, int to) {
        throw immutable();
    }
}
