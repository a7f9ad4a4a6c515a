package dev.asl4j.runtime.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Frozen data as the library sees it: lists and maps that read through, and cannot be written to. */
final class Views {
    private static final double LONG_RANGE = 0x1p63;

    private Views() {}

    /** A value of the library for a frozen node; containers are not copied. */
    static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> new View(node);
            case ARRAY -> new Elements(node);
            case STRING -> node.textValue();
            case NUMBER -> number(node);
            case BOOLEAN -> node.booleanValue();
            case NULL -> Jsonata.NULL_VALUE;
            case BINARY, MISSING, POJO -> throw new IllegalStateException("not frozen: " + node.getNodeType());
        };
    }

    /** Integers of 64 bits are exact; other numbers are doubles, whole ones written as integers, as on AWS. */
    private static Number number(JsonNode node) {
        if (node.isInt()) {
            return node.intValue();
        }
        double value = node.doubleValue();
        boolean integer = node.isLong() || (value == Math.rint(value) && Math.abs(value) < LONG_RANGE);
        if (!integer) {
            return value;
        }
        long whole = node.isLong() ? node.longValue() : (long) value;
        return number(whole);
    }

    /** The class the library itself gives an integer. */
    static Number number(long whole) {
        if ((int) whole == whole) {
            return (int) whole;
        }
        return whole;
    }

    /** An array. */
    static final class Elements extends AbstractList<Object> implements RandomAccess {
        private final JsonNode array;

        Elements(JsonNode array) {
            this.array = array;
        }

        JsonNode node() {
            return array;
        }

        @Override
        public int size() {
            return array.size();
        }

        @Override
        public Object get(int index) {
            JsonNode element = array.get(index);
            if (element == null) {
                throw new IndexOutOfBoundsException(index);
            }
            return of(element);
        }
    }

    /** An object. */
    static final class View extends AbstractMap<String, Object> {
        private final JsonNode object;

        View(JsonNode object) {
            this.object = object;
        }

        JsonNode node() {
            return object;
        }

        @Override
        public int size() {
            return object.size();
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return key instanceof String name && object.has(name);
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            JsonNode value = key instanceof String name ? object.get(name) : null;
            return value == null ? null : of(value);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public int size() {
                    return object.size();
                }

                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    Iterator<Map.Entry<String, JsonNode>> properties =
                            object.properties().iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return properties.hasNext();
                        }

                        @Override
                        public Entry<String, Object> next() {
                            Map.Entry<String, JsonNode> property = properties.next();
                            return Map.entry(property.getKey(), of(property.getValue()));
                        }
                    };
                }
            };
        }
    }

    /** {@code $states}: a member is built when it is read. */
    static final class States extends AbstractMap<String, Object> {
        private static final String[] MEMBERS = {"input", "result", "errorOutput", "context"};

        private final Bindings bindings;

        States(Bindings bindings) {
            this.bindings = bindings;
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return get(key) != null;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            if (!(key instanceof String name)) {
                return null;
            }
            JsonNode member = switch (name) {
                case "input" -> bindings.input();
                case "context" -> bindings.context();
                case "result" -> bindings.result();
                case "errorOutput" -> bindings.errorOutput();
                default -> null;
            };
            return member == null ? null : of(member);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            Map<String, Object> all = new LinkedHashMap<>();
            for (String name : MEMBERS) {
                Object member = get(name);
                if (member != null) {
                    all.put(name, member);
                }
            }
            return all.entrySet();
        }
    }
}
