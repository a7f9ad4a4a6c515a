package dev.asl4j.runtime.data;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.jsontype.impl.AsPropertyTypeSerializer;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Arguments for a call of a method of Jackson's nodes, made anew for each call; some hear what the method does to them. */
final class NodeArguments {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "a", "b", "d", "h", "missing", "", "/b", "/b/a", "/d", "/d/1/a", "/h", "/b/c/x", "/1/b/0", "/missing/x");

    private final List<Supplier<Object>> suppliers;

    private NodeArguments(List<Supplier<Object>> suppliers) {
        this.suppliers = suppliers;
    }

    /** All combinations for a method of a node with that text. */
    static List<NodeArguments> of(Method method, String text) {
        List<List<Supplier<Object>>> combinations = List.of(List.of());
        for (Class<?> type : method.getParameterTypes()) {
            List<Supplier<Object>> candidates = candidates(method, type, text);
            combinations = combinations.stream()
                    .flatMap(begun -> candidates.stream().map(next -> {
                        List<Supplier<Object>> longer = new ArrayList<>(begun);
                        longer.add(next);
                        return longer;
                    }))
                    .toList();
        }
        return combinations.stream().map(NodeArguments::new).toList();
    }

    Object[] make() {
        return suppliers.stream().map(Supplier::get).toArray();
    }

    @Override
    public String toString() {
        return suppliers.stream().map(each -> String.valueOf(each.get())).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Whether one of the arguments takes what the method gives. */
    static boolean take(Object[] arguments) {
        return Arrays.stream(arguments).anyMatch(each -> each instanceof ArrayList<?> || each instanceof Heard);
    }

    /** What the method gave to its arguments, and then its result. */
    static Object effects(Object[] arguments, Object result) {
        List<String> effects = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof JsonGenerator generator) {
                effects.add(text(generator));
            } else if (argument instanceof Heard || argument instanceof ArrayList<?>) {
                effects.add(argument.toString());
            }
        }
        effects.add(String.valueOf(result));
        return effects;
    }

    private static String text(JsonGenerator generator) {
        try {
            generator.flush();
            return generator.getOutputTarget().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what it is called with. */
    private static final class Heard implements Consumer<Object>, BiConsumer<Object, Object> {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public void accept(Object value) {
            heard.append(value).append(';');
        }

        @Override
        public void accept(Object name, Object value) {
            heard.append(name).append('=').append(value).append(';');
        }

        @Override
        public String toString() {
            return heard.toString();
        }
    }

    private static List<Supplier<Object>> candidates(Method method, Class<?> type, String text) {
        if (type == Object.class) {
            return List.of(
                    () -> null,
                    () -> "text",
                    () -> ordinary(text),
                    () -> Json.parse(text),
                    () -> ordinary("{\"a\":1}"));
        }
        if (type == JsonNode.class) {
            return List.of(() -> IntNode.valueOf(7), () -> ordinary(text), () -> Json.parse(text));
        }
        if (type == JsonGenerator.class) {
            return List.of(NodeArguments::generator);
        }
        if (type == TypeSerializer.class) {
            return List.of(NodeArguments::types);
        }
        if (type == Collection.class) {
            boolean names = method.getDeclaringClass() == ObjectNode.class;
            return List.of(() -> names ? List.of("a", "missing") : List.of(IntNode.valueOf(1)), List::of);
        }
        if (type == JsonPointer.class) {
            return TEXTS.stream()
                    .filter(each -> each.isEmpty() || each.startsWith("/"))
                    .map(each -> fixed(JsonPointer.compile(each)))
                    .toList();
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(NodeArguments::fixed)
                    .toList();
        }
        return type == String.class ? TEXTS.stream().map(NodeArguments::fixed).toList() : ofSimpleName(type);
    }

    private static Supplier<Object> fixed(Object value) {
        return () -> value;
    }

    private static List<Supplier<Object>> ofSimpleName(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> List.of(() -> true, () -> false);
            case "byte", "Byte" -> List.of(() -> (byte) 1);
            case "short", "Short" -> List.of(() -> (short) 1);
            case "int", "Integer" -> List.of(() -> 0, () -> 1, () -> 5, () -> -1, () -> 99);
            case "long", "Long" -> List.of(() -> 1L);
            case "float", "Float" -> List.of(() -> 1f);
            case "double", "Double" -> List.of(() -> 1d);
            case "String[]" -> List.of(() -> new String[] {"a", "b"}, () -> new String[0]);
            case "byte[]" -> List.of(() -> new byte[] {1});
            case "BigDecimal" -> List.of(() -> BigDecimal.ONE);
            case "BigInteger" -> List.of(() -> BigInteger.ONE);
            case "ObjectNode" -> List.of(() -> NODES.objectNode().put("z", 1));
            case "ArrayNode" -> List.of(() -> NODES.arrayNode().add(1));
            case "RawValue" -> List.of(() -> new RawValue("1"));
            case "List" -> List.of(ArrayList::new);
            case "Map" -> List.of(() -> Map.of("z", IntNode.valueOf(1)));
            case "Predicate" ->
                List.of(() -> (Predicate<Object>) each -> true, () -> (Predicate<Object>) each -> false);
            case "Consumer", "BiConsumer" -> List.of(Heard::new);
            case "Comparator" ->
                List.of(() -> (Comparator<JsonNode>) (left, right) -> left.equals(right) ? 0 : 1, () ->
                        (Comparator<JsonNode>) (left, right) -> Integer.compare(left.size(), right.size()));
            case "SerializerProvider" -> List.of(MAPPER::getSerializerProviderInstance);
            case "ObjectCodec" -> List.of(() -> MAPPER, () -> null);
            default -> throw new AssertionError("say here what is a good argument of " + type);
        };
    }

    private static JsonNode ordinary(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonGenerator generator() {
        try {
            return MAPPER.createGenerator(new StringWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TypeSerializer types() {
        return new AsPropertyTypeSerializer(new ClassNames(), null, "@class");
    }

    private static final class ClassNames extends TypeIdResolverBase {
        @Override
        public String idFromValue(Object value) {
            return value.getClass().getName();
        }

        @Override
        public String idFromValueAndType(Object value, Class<?> type) {
            return idFromValue(value);
        }

        @Override
        public JsonTypeInfo.Id getMechanism() {
            return JsonTypeInfo.Id.CLASS;
        }
    }
}
