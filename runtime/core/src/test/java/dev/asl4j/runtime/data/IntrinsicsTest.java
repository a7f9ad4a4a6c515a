package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class IntrinsicsTest {
    @TestFactory
    Stream<DynamicTest> functions() {
        return Cases.of("intrinsics.json", each -> {
            String function = each.required("function").asText();
            JsonNode[] arguments = StreamSupport.stream(
                            each.required("arguments").spliterator(), false)
                    .map(Json::freeze)
                    .toArray(JsonNode[]::new);
            Cases.check(each, () -> call(function, arguments));
        });
    }

    @TestFactory
    Stream<DynamicTest> literalTemplates() {
        return Cases.of(
                "format-literals.json",
                each -> assertThat(Intrinsics.format(each.required("template").asText(), TextNode.valueOf("x"))
                                .asText())
                        .isEqualTo(each.required("gives").asText()));
    }

    @Test
    void rangesUpToTheLimit() {
        assertThat(Intrinsics.arrayRange(number("1"), number("1000"), number("1")))
                .hasSize(1_000);
        assertThat(Intrinsics.arrayRange(number("-2147483648"), number("2147483647"), number("2147483647")))
                .hasToString("[-2147483648,-1,2147483646]");
        assertThat(Cases.failure(() -> Intrinsics.arrayRange(number("1"), number("1001"), number("1")))
                        .cause())
                .endsWith("at most 1000 elements are possible but it has 1001");
    }

    @Test
    void textsUpToTheLimit() {
        JsonNode longest = TextNode.valueOf("a".repeat(10_000));
        JsonNode longer = TextNode.valueOf("a".repeat(10_001));
        assertThat(Intrinsics.base64Decode(Intrinsics.base64Encode(TextNode.valueOf("é".repeat(3_000)))))
                .isEqualTo(TextNode.valueOf("é".repeat(3_000)));
        assertThat(Intrinsics.base64Encode(longest).asText()).hasSize(13_336);
        assertThat(Intrinsics.hash(longest, TextNode.valueOf("MD5")).asText()).hasSize(32);
        String cause = "at most 10000 characters are possible but there are 10001";
        assertThat(Cases.failure(() -> Intrinsics.base64Encode(longer)).cause()).endsWith(cause);
        assertThat(Cases.failure(() -> Intrinsics.base64Decode(longer)).cause()).endsWith(cause);
        assertThat(Cases.failure(() -> Intrinsics.hash(longer, TextNode.valueOf("MD5")))
                        .cause())
                .endsWith(cause);
    }

    @Test
    void randomNumbersStayInTheirRange() {
        double almostOne = Math.nextDown(1.0);
        assertThat(Intrinsics.mathRandom(0, number("3"), number("5")).intValue())
                .isEqualTo(3);
        assertThat(Intrinsics.mathRandom(0.5, number("3"), number("5")).intValue())
                .isEqualTo(4);
        assertThat(Intrinsics.mathRandom(almostOne, number("3"), number("5")).intValue())
                .isEqualTo(4);
        assertThat(Intrinsics.mathRandom(almostOne, number("-2147483648"), number("2147483647"))
                        .intValue())
                .isEqualTo(2147483646);
        assertThat(Cases.failure(() -> Intrinsics.mathRandom(0, number("5"), number("5")))
                        .error())
                .isEqualTo("States.IntrinsicFailure");
    }

    @Test
    void sameSeedSameNumber() {
        JsonNode first = Intrinsics.mathRandom(number("0"), number("999"), number("3"));
        assertThat(Intrinsics.mathRandom(number("0"), number("999"), number("3")))
                .isEqualTo(first);
        // java.util.Random is specified, so this number is the same on every JVM.
        assertThat(first.intValue()).isEqualTo(730);
        assertThat(Stream.iterate(0, seed -> seed + 1)
                        .limit(50)
                        .map(seed ->
                                Intrinsics.mathRandom(number("0"), number("1000000"), number(Integer.toString(seed))))
                        .distinct())
                .hasSize(50);
    }

    @Test
    void uuid() {
        UUID id = new UUID(1, 2);
        assertThat(Intrinsics.uuid(id).asText()).isEqualTo("00000000-0000-0001-0000-000000000002");
    }

    private static JsonNode number(String text) {
        return Json.constant(text);
    }

    private static JsonNode call(String function, JsonNode... arguments) {
        return switch (function) {
            case "Format" -> Intrinsics.format(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
            case "StringToJson" -> Intrinsics.stringToJson(arguments[0]);
            case "JsonToString" -> Intrinsics.jsonToString(arguments[0]);
            case "Array" -> Intrinsics.array(arguments);
            case "ArrayPartition" -> Intrinsics.arrayPartition(arguments[0], arguments[1]);
            case "ArrayContains" -> Intrinsics.arrayContains(arguments[0], arguments[1]);
            case "ArrayRange" -> Intrinsics.arrayRange(arguments[0], arguments[1], arguments[2]);
            case "ArrayGetItem" -> Intrinsics.arrayGetItem(arguments[0], arguments[1]);
            case "ArrayLength" -> Intrinsics.arrayLength(arguments[0]);
            case "ArrayUnique" -> Intrinsics.arrayUnique(arguments[0]);
            case "Base64Encode" -> Intrinsics.base64Encode(arguments[0]);
            case "Base64Decode" -> Intrinsics.base64Decode(arguments[0]);
            case "Hash" -> Intrinsics.hash(arguments[0], arguments[1]);
            case "JsonMerge" -> Intrinsics.jsonMerge(arguments[0], arguments[1], arguments[2]);
            case "MathAdd" -> Intrinsics.mathAdd(arguments[0], arguments[1]);
            case "StringSplit" -> Intrinsics.stringSplit(arguments[0], arguments[1]);
            default -> throw new AssertionError(function);
        };
    }
}
