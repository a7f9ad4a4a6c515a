package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Calls every public method of Jackson's containers, those of versions to come included: each either throws
 * UnsupportedOperationException or changes nothing, and the known mutators all throw.
 */
class FrozenMutatorsTest {
    private static final String OBJECT = "{\"a\":1,\"b\":{\"c\":null},\"d\":[1]}";
    private static final String ARRAY = "[1,{\"a\":2},null]";

    /** What must throw. Read from the methods Jackson's containers declare themselves and that return what they change. */
    static final Set<String> MUTATORS = Set.of(
            "set",
            "setAll",
            "put",
            "putAll",
            "putIfAbsent",
            "putArray",
            "putObject",
            "putPOJO",
            "putRawValue",
            "putNull",
            "replace",
            "remove",
            "removeAll",
            "removeIf",
            "removeNulls",
            "retain",
            "without",
            "add",
            "addAll",
            "addArray",
            "addObject",
            "addPOJO",
            "addRawValue",
            "addNull",
            "insert",
            "insertArray",
            "insertObject",
            "insertNull",
            "insertPOJO",
            "insertRawValue",
            "setNull",
            "setPOJO",
            "setRawValue",
            "with",
            "withObject",
            "withArray",
            "withObjectProperty",
            "withArrayProperty");

    @TestFactory
    Stream<DynamicTest> objectStaysAsItIs() {
        return methods(ObjectNode.class)
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> {
                    check(method, Json.parse(OBJECT), OBJECT);
                }));
    }

    @TestFactory
    Stream<DynamicTest> arrayStaysAsItIs() {
        return methods(ArrayNode.class)
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> {
                    check(method, Json.parse(ARRAY), ARRAY);
                }));
    }

    @Test
    void everyMutatorNamedIsThere() {
        Set<String> names = new TreeSet<>();
        methods(ObjectNode.class).map(Method::getName).forEach(names::add);
        methods(ArrayNode.class).map(Method::getName).forEach(names::add);
        assertThat(names).containsAll(MUTATORS);
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.isBridge());
    }

    private static void check(Method method, JsonNode frozen, String text) throws ReflectiveOperationException {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(method, type))
                .toArray();
        boolean threw = false;
        try {
            method.invoke(frozen, arguments);
        } catch (IllegalArgumentException e) {
            throw new AssertionError(method.toGenericString(), e);
        } catch (InvocationTargetException e) {
            threw = e.getCause() instanceof UnsupportedOperationException;
        }
        assertThat(Json.write(frozen)).isEqualTo(text);
        assertThat(frozen.toString()).isEqualTo(text);
        if (MUTATORS.contains(method.getName())) {
            assertThat(threw).as(method.toGenericString()).isTrue();
        }
    }

    /** Arguments that would change either of the two nodes. */
    private static Object argument(Method method, Class<?> type) {
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> true;
            case "byte", "Byte" -> (byte) 1;
            case "short", "Short" -> (short) 1;
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "float", "Float" -> 1f;
            case "double", "Double" -> 1d;
            case "String" -> method.getParameterCount() == 3 ? "/e" : "e";
            case "String[]" -> new String[] {"a"};
            case "byte[]" -> new byte[] {1};
            case "BigDecimal" -> BigDecimal.ONE;
            case "BigInteger" -> BigInteger.ONE;
            case "JsonNode" -> IntNode.valueOf(7);
            case "ObjectNode" -> JsonNodeFactory.instance.objectNode().put("e", 1);
            case "ArrayNode" -> JsonNodeFactory.instance.arrayNode().add(1);
            case "JsonPointer" -> JsonPointer.compile("/e");
            case "RawValue" -> new RawValue("1");
            case "Collection" ->
                method.getDeclaringClass() == ObjectNode.class ? List.of("a") : List.of(IntNode.valueOf(1));
            case "List" -> new java.util.ArrayList<>();
            case "Map" -> Map.of("e", IntNode.valueOf(1));
            case "Predicate" -> (Predicate<Object>) value -> true;
            case "OverwriteMode" -> JsonNode.OverwriteMode.ALL;
            case "Object" -> "pojo";
            default -> null;
        };
    }
}
