package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChoicesTest {
    /** Each case is put to the form for paths and to every form for constants that can hold the operand. */
    @TestFactory
    Stream<DynamicTest> comparisons() {
        return Cases.of("choices.json", each -> {
            String operator = each.required("operator").asText();
            JsonNode value = Json.freeze(each.required("value"));
            JsonNode operand = Json.freeze(each.required("operand"));
            List<Boolean> results = results(operator, value, operand);
            assertThat(results).hasSizeGreaterThanOrEqualTo(each.path("forms").asInt(1));
            assertThat(results).containsOnly(each.required("gives").asBoolean());
        });
    }

    @TestFactory
    Stream<DynamicTest> kinds() {
        return Cases.of("choice-kinds.json", each -> {
            JsonNode value = Json.freeze(each.required("value"));
            List<String> kinds = new ArrayList<>();
            add(kinds, "Null", Choices.isNull(value));
            add(kinds, "Numeric", Choices.isNumeric(value));
            add(kinds, "String", Choices.isString(value));
            add(kinds, "Boolean", Choices.isBoolean(value));
            add(kinds, "Timestamp", Choices.isTimestamp(value));
            assertThat(String.join(" ", kinds)).isEqualTo(each.required("kinds").asText());
        });
    }

    @Test
    void presence() {
        assertThat(Choices.isPresent(NullNode.getInstance())).isTrue();
        assertThat(Choices.isPresent(null)).isFalse();
    }

    @Test
    void comparisonsAreOrdersOfEachKind() {
        RandomJson documents = new RandomJson(new Random(3));
        for (int i = 0; i < 20_000; i++) {
            JsonNode left = documents.scalar();
            JsonNode right = documents.scalar();
            for (String kind : List.of("string", "numeric")) {
                boolean less = path(kind + "LessThan", left, right);
                boolean greater = path(kind + "GreaterThan", left, right);
                boolean equal = path(kind + "Equals", left, right);
                assertThat(path(kind + "GreaterThan", right, left)).isEqualTo(less);
                assertThat(path(kind + "Equals", right, left)).isEqualTo(equal);
                assertThat(path(kind + "LessThanEquals", left, right)).isEqualTo(less || equal);
                assertThat(path(kind + "GreaterThanEquals", left, right)).isEqualTo(greater || equal);
                boolean comparable = kind.equals("string")
                        ? left.isTextual() && right.isTextual()
                        : left.isNumber() && right.isNumber();
                assertThat(List.of(less, greater, equal).stream().filter(each -> each))
                        .hasSize(comparable ? 1 : 0);
            }
        }
    }

    private static void add(List<String> kinds, String kind, boolean is) {
        if (is) {
            kinds.add(kind);
        }
    }

    private static boolean path(String operator, JsonNode value, JsonNode operand) {
        return results(operator, value, operand).get(0);
    }

    private static List<Boolean> results(String operator, JsonNode value, JsonNode operand) {
        List<Boolean> results = new ArrayList<>();
        for (Method method : Choices.class.getDeclaredMethods()) {
            if (method.getName().equals(operator) && method.getParameterCount() == 2) {
                Object argument = argument(method.getParameterTypes()[1], operand);
                if (argument != null) {
                    results.add(invoke(method, value, argument));
                }
            }
        }
        return results;
    }

    private static Object argument(Class<?> type, JsonNode operand) {
        return switch (type.getSimpleName()) {
            case "JsonNode" -> operand;
            case "String" -> operand.textValue();
            case "boolean" -> operand.isBoolean() ? operand.booleanValue() : null;
            case "long" -> operand.isIntegralNumber() && operand.canConvertToLong() ? operand.longValue() : null;
            case "double" -> operand.isDouble() ? operand.doubleValue() : null;
            case "Instant" -> instant(operand);
            case "StringPattern" -> operand.isTextual() ? Choices.pattern(operand.textValue()) : null;
            default -> throw new AssertionError(type);
        };
    }

    private static Instant instant(JsonNode operand) {
        return operand.isTextual() ? Timestamps.parse(operand.textValue()) : null;
    }

    private static boolean invoke(Method method, Object... arguments) {
        try {
            return (boolean) method.invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
