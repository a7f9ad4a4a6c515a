package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Calls every public method of Jackson's containers, those of versions to come included, with many arguments, on a frozen node and on an ordinary
 * one of the same content: where the ordinary one changes the frozen one refuses, and everywhere else both give the same.
 */
class FrozenMethodsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static final String OBJECT =
            "{\"a\":1,\"b\":{\"c\":null,\"a\":[2]},\"d\":[1,{\"a\":\"x\"}],\"e\":\"text\",\"f\":1.5,\"g\":true,\"h\":{}}";
    static final String ARRAY = "[1,{\"a\":2,\"b\":[{\"a\":3}]},null,\"x\",[],[[5]]]";

    @TestFactory
    Stream<DynamicTest> objectReadsAsAnOrdinaryOne() {
        return tests(ObjectNode.class, OBJECT);
    }

    @TestFactory
    Stream<DynamicTest> arrayReadsAsAnOrdinaryOne() {
        return tests(ArrayNode.class, ARRAY);
    }

    private static Stream<DynamicTest> tests(Class<?> type, String text) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.isBridge())
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> {
                    for (NodeArguments arguments : NodeArguments.of(method, text)) {
                        check(method, arguments, text);
                    }
                }));
    }

    private static void check(Method method, NodeArguments arguments, String text) throws Exception {
        JsonNode frozen = Json.parse(text);
        JsonNode ordinary = MAPPER.readTree(text);
        String call = method + " " + arguments;
        Object given = outcome(method, frozen, arguments.make());
        Object expected = outcome(method, ordinary, arguments.make());
        assertThat(Json.write(frozen)).as(call).isEqualTo(text);
        boolean refused = given instanceof UnsupportedOperationException e
                && e.getMessage().contains("deepCopy");
        if (!ordinary.toString().equals(text)) {
            assertThat(refused).as(call + " gives " + given).isTrue();
        } else if (refused) {
            assertThat(FrozenMutatorsTest.MUTATORS).as(call).contains(method.getName());
        } else {
            assertThat(seen(given)).as(call).isEqualTo(seen(expected));
            assertWriteProtected(given, call);
            assertThat(Json.write(frozen)).as(call).isEqualTo(text);
        }
    }

    /** What the call gives or throws, and what it did to its arguments. */
    private static Object outcome(Method method, JsonNode node, Object[] arguments) throws IllegalAccessException {
        try {
            Object result = method.invoke(node, arguments);
            return method.getReturnType() == void.class || NodeArguments.take(arguments)
                    ? NodeArguments.effects(arguments, result)
                    : result;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    /** What is told of a result by going through it once. */
    private static Object seen(Object value) throws IOException {
        if (value instanceof Throwable thrown) {
            String message = String.valueOf(thrown.getMessage()); // may name the class of the node
            return thrown.getClass() + ": "
                    + message.replace("dev.asl4j.runtime.data.", "com.fasterxml.jackson.databind.node.")
                            .replaceAll("Frozen(Object|Array)", "$1Node");
        }
        if (value instanceof JsonParser parser) {
            List<Object> tokens = new ArrayList<>();
            while (parser.nextToken() != null) {
                tokens.add(parser.currentToken() + " " + parser.getText());
            }
            return tokens;
        }
        if (value instanceof JsonNode || value == null) {
            return value == null ? "null" : value;
        }
        if (value instanceof Optional<?> optional) {
            return List.of("optional", seen(optional.orElse(null)));
        }
        if (value instanceof BaseStream<?, ?> stream) {
            return seen(stream.iterator());
        }
        if (value instanceof Spliterator<?> spliterator) {
            List<Object> all = new ArrayList<>();
            spliterator.forEachRemaining(all::add);
            return seen(all);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> sorted = new TreeMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                sorted.put(entry.getKey(), seen(entry.getValue()));
            }
            return sorted;
        }
        if (value instanceof Iterable<?> iterable) {
            return seen(iterable.iterator());
        }
        if (value instanceof Iterator<?> iterator) {
            List<Object> all = new ArrayList<>();
            while (iterator.hasNext()) {
                Object each = iterator.next();
                all.add(
                        each instanceof Map.Entry<?, ?> entry
                                ? entry.getKey() + "=" + seen(entry.getValue())
                                : seen(each));
            }
            return all;
        }
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : value;
    }

    /** What was given, and is gone through again, does not let its receiver write. */
    private static void assertWriteProtected(Object given, String call) {
        if (given instanceof Iterable<?> iterable && !(given instanceof JsonNode) && !(given instanceof ArrayList)) {
            Iterator<?> iterator = iterable.iterator();
            if (iterator.hasNext()) {
                Object first = iterator.next();
                assertRefused(iterator::remove, call);
                if (first instanceof Map.Entry<?, ?> entry) {
                    assertRefused(() -> entry.setValue(null), call);
                }
            }
        }
    }

    private static void assertRefused(Runnable write, String call) {
        try {
            write.run();
        } catch (UnsupportedOperationException e) {
            return;
        }
        throw new AssertionError(call + " lets its receiver write");
    }
}
