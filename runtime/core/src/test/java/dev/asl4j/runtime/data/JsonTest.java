package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.ShortNode;
import dev.asl4j.runtime.error.StateFailure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JsonTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @TestFactory
    Stream<DynamicTest> text() {
        return Cases.of("json-text.json", each -> {
            String text = each.required("text").asText();
            if (each.has("refused")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Json.parse(text))
                        .withMessageStartingWith("not JSON: ")
                        .withMessageContaining(each.required("refused").asText());
            } else {
                JsonNode value = Json.parse(text);
                String written = each.required("written").asText();
                assertThat(Json.write(value)).isEqualTo(written);
                assertThat(value.toString()).isEqualTo(written);
                assertThat(Json.parse(written)).isEqualTo(value);
            }
        });
    }

    @Test
    void aNameIsAsLongAsItLikes() {
        String text = "{\"" + "n".repeat(60_000) + "\":1}"; // Jackson's own limit is 50,000
        assertThat(Json.write(Json.constant(text))).isEqualTo(text);
    }

    @Test
    void frozenStaysTheSame() {
        JsonNode frozen = Json.parse("{\"a\":[1,2.5,{\"b\":\"x\"}]}");
        assertThat(Json.freeze(frozen)).isSameAs(frozen);
        assertThat(Json.freeze(frozen.get("a"))).isSameAs(frozen.get("a"));
    }

    @Test
    void freezingIsWritingAndParsing() {
        Random random = new Random(11);
        RandomJson documents = new RandomJson(random);
        for (int i = 0; i < 500; i++) {
            JsonNode document = documents.document(4);
            JsonNode before = document.deepCopy();
            JsonNode frozen = Json.freeze(document);
            assertThat(frozen).isEqualTo(Json.parse(document.toString()));
            assertThat(document).isEqualTo(before);
        }
    }

    @Test
    void frozenIsIndependentOfItsSource() {
        ObjectNode source = NODES.objectNode();
        ArrayNode list = source.putArray("list").add(1);
        JsonNode frozen = Json.freeze(source);
        list.add(2);
        source.put("more", true);
        assertThat(Json.write(frozen)).isEqualTo("{\"list\":[1]}");
    }

    @Test
    void eachNumberHasOneNodeClass() {
        assertThat(Json.freeze(LongNode.valueOf(1))).isEqualTo(IntNode.valueOf(1));
        assertThat(Json.freeze(ShortNode.valueOf((short) 1))).isEqualTo(IntNode.valueOf(1));
        assertThat(Json.freeze(NODES.numberNode(BigInteger.TEN))).isEqualTo(IntNode.valueOf(10));
        assertThat(Json.freeze(LongNode.valueOf(1L << 40))).isEqualTo(LongNode.valueOf(1L << 40));
        assertThat(Json.freeze(FloatNode.valueOf(0.1f))).isEqualTo(DoubleNode.valueOf(0.1));
        assertThat(Json.freeze(DecimalNode.valueOf(new BigDecimal("1.50")))).isEqualTo(DoubleNode.valueOf(1.5));
        assertThat(Json.freeze(DecimalNode.valueOf(new BigDecimal("12")))).isEqualTo(IntNode.valueOf(12));
        BigDecimal long_ = new BigDecimal("0.1234567890123456789");
        assertThat(Json.freeze(DecimalNode.valueOf(long_)).decimalValue()).isEqualTo(long_);
    }

    @Test
    void wrappedValues() {
        ObjectNode source = NODES.objectNode();
        source.set("bytes", BinaryNode.valueOf(new byte[] {1, 2, 3}));
        source.set("nothing", new POJONode(null));
        source.set("tree", new POJONode(NODES.arrayNode().add(1)));
        assertThat(Json.write(source)).isEqualTo("{\"bytes\":\"AQID\",\"nothing\":null,\"tree\":[1]}");
    }

    @Test
    void refusesWhatHasNoJsonForm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.freeze(NODES.arrayNode().add(Double.NaN)))
                .withMessage("NaN is not a JSON number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.freeze(FloatNode.valueOf(Float.POSITIVE_INFINITY)))
                .withMessage("Infinity is not a JSON number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.freeze(MissingNode.getInstance()))
                .withMessage("a missing node has no JSON form");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.freeze(NODES.pojoNode(new Random(1))))
                .withMessageContaining("java.util.Random");
    }

    @Test
    void boundsDepthHoweverItArises() {
        assertThat(Json.write(Json.parse(nested(1_000)))).isEqualTo(nested(1_000));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(nested(1_001)));

        JsonNode deepest = Json.parse(nested(1_000));
        assertTooDeep(() -> Json.array(deepest));
        assertTooDeep(() -> Json.object().set("a", deepest).build());
        assertTooDeep(() -> Paths.put(Json.EMPTY, deepest, "$.a", "a"));

        ArrayNode itself = NODES.arrayNode();
        itself.add(itself).add(itself);
        assertTooDeep(() -> Json.freeze(itself));
    }

    @Test
    void depthFollowsReplacement() {
        JsonNode value = Json.parse("{\"deep\":" + nested(999) + "}");
        for (int i = 0; i < 3_000; i++) {
            // Were the depth only ever raised, this would soon count as too deep.
            JsonNode shallow = Paths.put(value, IntNode.valueOf(i), "$.deep", "deep");
            value = Paths.put(Json.object().set("outer", shallow).build(), shallow, "$.outer", "outer");
            value = Paths.put(value, Json.parse("[[]]"), "$.outer", "outer");
        }
        assertThat(Json.write(value)).isEqualTo("{\"outer\":[[]]}");
    }

    @Test
    void sizeIsThatOfTheText() {
        Random random = new Random(13);
        RandomJson documents = new RandomJson(random);
        JsonNode value = Json.EMPTY;
        for (int i = 0; i < 2_000; i++) {
            String name = documents.pick(RandomJson.NAMES) + "\u00e9\u0001\n\"";
            value = Paths.put(value, documents.value(2), "$", name);
            assertSize(value);
            assertSize(Json.freeze(documents.value(3)));
        }
        for (String text : new String[] {"", "a\u007f\u0080\u07ff\u0800\uffff", "\ud83d\ude00", "\"\\/\b\t\u001f"}) {
            assertSize(Json.freeze(NODES.textNode(text)));
        }
        for (String number :
                new String[] {"0", "-1", "9", "10", "-9223372036854775808", "9223372036854775808", "1e300", "1e400"}) {
            assertSize(Json.parse(number));
        }
    }

    /** The text would have 2 to the power of 900 bytes. */
    @Test
    void sizeOfWhatCouldNotBeWritten() {
        JsonNode value = Json.EMPTY;
        for (int i = 0; i < 900; i++) {
            value = Json.object().set("a", value).set("b", value).build();
        }
        assertThat(Json.size(value)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Json.size(Paths.put(value, Json.EMPTY, "$.a", "a"))).isEqualTo(Integer.MAX_VALUE);
    }

    private static void assertSize(JsonNode value) {
        assertThat(Json.size(value)).isEqualTo(Json.write(value).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void constantsInPieces() {
        assertThat(Json.constant("{\"a\":", "[1", "]}")).isEqualTo(Json.parse("{\"a\":[1]}"));
        assertThat(Json.text("a", "", "b")).isEqualTo("ab");
    }

    @Test
    void builderKeepsFirstPlaceAndLastValue() {
        JsonNode object = Json.object()
                .set("a", IntNode.valueOf(1))
                .set("b", IntNode.valueOf(2))
                .set("a", IntNode.valueOf(3))
                .build();
        assertThat(Json.write(object)).isEqualTo("{\"a\":3,\"b\":2}");
        assertThat(Json.object().build()).isSameAs(Json.EMPTY);
        assertThat(Json.array()).isEmpty();
    }

    @Test
    void errorOutput() {
        assertThat(Json.write(ErrorOutput.of("E", "why"))).isEqualTo("{\"Error\":\"E\",\"Cause\":\"why\"}");
        assertThat(Json.write(ErrorOutput.of("E", ""))).isEqualTo("{\"Error\":\"E\",\"Cause\":\"\"}");
        assertThat(Json.write(ErrorOutput.of(null, null))).isEqualTo("{}");
    }

    private static void assertTooDeep(java.util.function.Supplier<?> call) {
        StateFailure failure = Cases.failure(call);
        assertThat(failure.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(failure.cause()).isEqualTo("The data is nested deeper than 1000 levels.");
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
