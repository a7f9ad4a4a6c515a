package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What Jackson's {@code ObjectNode} sees as its map: all that reads works, all that writes throws. There is one for each object, so it has
 * no more fields than it needs, and leaves what is seldom asked to an {@code AbstractMap}.
 */
final class FrozenMap implements Map<String, JsonNode> {
    @SuppressWarnings("NullAway.Init") // an object has its map before it can be named
    private FrozenObject object;

    void of(FrozenObject object) {
        this.object = object;
    }

    @Override
    public int size() {
        return object.size();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public @Nullable JsonNode get(@Nullable Object name) {
        return name instanceof String text ? object.get(text) : null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super JsonNode> action) {
        for (int i = 0; i < object.size(); i++) {
            action.accept(object.keys().name(i), object.value(i));
        }
    }

    @Override
    public Collection<JsonNode> values() {
        return new FrozenList(object.array());
    }

    @Override
    public Set<Entry<String, JsonNode>> entrySet() {
        return new Entries();
    }

    @Override
    public boolean isEmpty() {
        return object.size() == 0;
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return view().containsValue(value);
    }

    @Override
    public Set<String> keySet() {
        return view().keySet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || view().equals(other);
    }

    @Override
    public int hashCode() {
        return view().hashCode();
    }

    @Override
    public String toString() {
        return view().toString();
    }

    private Map<String, JsonNode> view() {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, JsonNode>> entrySet() {
                return FrozenMap.this.entrySet();
            }
        };
    }

    @Override
    public JsonNode put(String name, JsonNode value) {
        throw FrozenList.immutable();
    }

    @Override
    public void putAll(Map<? extends String, ? extends JsonNode> other) {
        throw FrozenList.immutable();
    }

    @Override
    public JsonNode remove(@Nullable Object name) {
        throw FrozenList.immutable();
    }

    @Override
    public void clear() {
        throw FrozenList.immutable();
    }

    private final class Entries extends AbstractSet<Entry<String, JsonNode>> {
        @Override
        public int size() {
            return object.size();
        }

        @Override
        public Iterator<Entry<String, JsonNode>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < object.size();
                }

                @Override
                public Entry<String, JsonNode> next() {
                    if (next >= object.size()) {
                        throw new NoSuchElementException();
                    }
                    int position = next++;
                    return new AbstractMap.SimpleImmutableEntry<>(object.keys().name(position), object.value(position));
                }

                @Override
                public void remove() {
                    throw FrozenList.immutable();
                }
            };
        }
    }
}
