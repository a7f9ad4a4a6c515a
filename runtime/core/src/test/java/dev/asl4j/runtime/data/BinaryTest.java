package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ShortNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Values come back as they were written, to the class of a number, and what was there before takes a few bytes. */
final class BinaryTest {
    private final BinaryWriter writer = new BinaryWriter();

    @Test
    void everyKindOfValueComesBack() {
        check(List.of(
                Json.parse("null"),
                Json.parse("[true, false, [], {}, [{}], {\"\": [[null]]}]"),
                Json.parse("[0, -1, 95, 96, -0.0, 0.1, 1e300, 1e400, 1.10, 123456789012345678901234567890]"),
                Json.array(LongNode.valueOf(Long.MIN_VALUE), LongNode.valueOf(Long.MAX_VALUE), LongNode.valueOf(5)),
                DoubleNode.valueOf(Double.MIN_VALUE),
                DoubleNode.valueOf(-0.0),
                BigIntegerNode.valueOf(BigInteger.ONE.shiftLeft(5_000)),
                DecimalNode.valueOf(new BigDecimal("1E+4000")),
                FloatNode.valueOf(1.5f),
                ShortNode.valueOf((short) 7)));
    }

    @Test
    void textsOfAllLengthsAndCharactersComeBack() {
        List<JsonNode> texts = new ArrayList<>();
        for (String part : List.of("a", "\u00ff", "\u0100", "\ud83d\ude80", "\ud800", "\0", "\"\\\n")) {
            for (int length = 0; length < 300; length += 1 + length / 7) {
                texts.add(TextNode.valueOf("x".repeat(length) + part));
                texts.add(TextNode.valueOf(part.repeat(length)));
            }
        }
        texts.add(TextNode.valueOf("\u4e2d".repeat(100_000)));
        texts.addAll(List.copyOf(texts));
        check(texts);
    }

    @Test
    void documentsComeBack() {
        Random random = new Random(11);
        RandomJson documents = new RandomJson(random);
        List<JsonNode> values = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            boolean known = i > 0 && random.nextInt(3) == 0;
            values.add(known ? values.get(random.nextInt(i)) : Json.freeze(documents.value(5)));
        }
        check(values);
    }

    @Test
    void textsWithOneHashAreToldApart() {
        check(LongStream.range(0, 64)
                .mapToObj(bits -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < 6; i++) {
                        text.append((bits >> i & 1) == 0 ? "Aa" : "BB");
                    }
                    return Json.object()
                            .set(text.toString(), TextNode.valueOf(text.toString()))
                            .build();
                })
                .toList());
    }

    @Test
    void whatIsTheSameIsPointedTo() {
        JsonNode shared = Json.parse("{\"first\": [1, 2, {\"text\": \"" + "long ".repeat(50) + "\"}], \"second\": {}}");
        writer.value(shared);
        int once = writer.size();
        writer.value(shared);
        writer.value(Json.array(shared, shared.get("first")));
        assertThat(writer.size() - once).isLessThan(20);
        BinaryReader reader = writer.readFrom(once);
        assertThat(reader.place()).isZero();
        assertThat(reader.value()).isEqualTo(shared);
        assertThat(reader.place()).isPositive();
        assertThat(reader.value()).isEqualTo(Json.array(shared, shared.get("first")));
    }

    @Test
    void namesAreWrittenOnce() {
        JsonNode document = Json.parse("{\"customer\": 1, \"quantity\": 2}");
        writer.value(document);
        int once = writer.size();
        writer.value(((FrozenObject) document).with("quantity", LongNode.valueOf(3)));
        assertThat(writer.size() - once).isEqualTo(4);
        assertThat(Json.write(writer.readFrom(once).value())).isEqualTo("{\"customer\":1,\"quantity\":3}");
    }

    @Test
    void nothingPointsToWhatWasCutOff() {
        JsonNode value = Json.parse("{\"some name\": \"some text\"}");
        writer.octet(1);
        writer.value(value);
        writer.cut(1);
        writer.value(value);
        assertThat(writer.readFrom(1).value()).isEqualTo(value);
    }

    private void check(List<JsonNode> values) {
        values.forEach(writer::value);
        BinaryReader reader = new BinaryReader(writer.toBytes());
        for (JsonNode value : values) {
            JsonNode frozen = Json.freeze(value);
            int begin = reader.at();
            JsonNode read = reader.value();
            int end = reader.at();
            assertThat(Json.write(read)).isEqualTo(Json.write(frozen));
            assertThat(read).isEqualTo(frozen).hasSameClassAs(frozen);
            reader.at(begin);
            reader.skip();
            assertThat(reader.at()).isEqualTo(end);
        }
        assertThat(reader.hasMore()).isFalse();
    }
}
