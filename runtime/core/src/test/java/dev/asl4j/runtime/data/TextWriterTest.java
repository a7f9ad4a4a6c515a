package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The writer gives the text that Jackson gives. */
class TextWriterTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void writesWhatJacksonWrites() throws Exception {
        Random random = new Random(29);
        for (int i = 0; i < 2_000; i++) {
            assertAgreement(value(random, 4));
        }
    }

    /** Longer than all arrays that are kept: what was full goes before. */
    @Test
    void writesLargeTexts() throws Exception {
        Random random = new Random(31);
        for (int size : new int[] {510, 511, 512, 513, 4_000, 65_535, 65_536, 300_000}) {
            assertAgreement(NODES.textNode("x".repeat(size)));
            assertAgreement(NODES.textNode("\"".repeat(size)));
            assertAgreement(NODES.objectNode().put("n".repeat(size), "\ud83d\ude00".repeat(size / 2)));
            ArrayNode array = NODES.arrayNode();
            for (int i = 0; i < size / 10; i++) {
                array.add(value(random, 1));
            }
            assertAgreement(array);
        }
    }

    @Test
    void writesDoublesAsJavaDoes() {
        Random random = new Random(37);
        for (int i = 0; i < 2_000_000; i++) {
            long thousandths = i % 2 == 0 ? i / 2 : random.nextLong() % 20_000_000_000L;
            double value = (random.nextBoolean() ? 1 : -1) * (thousandths / 1_000.0);
            assertDouble(value);
            if (i % 100 == 0) {
                assertDouble(Math.nextUp(value));
                assertDouble(random.nextDouble());
            }
        }
        assertDouble(-0.0);
        assertDouble(9_999_999.999);
        assertDouble(10_000_000);
        assertDouble(Double.MIN_VALUE);
        assertDouble(Double.MAX_VALUE);
        assertDouble(1e18);
    }

    /** Threads do not write into each other's array. */
    @Test
    void writesOnManyThreads() {
        CompletableFuture<?>[] writers = IntStream.range(0, 8)
                .mapToObj(seed -> CompletableFuture.runAsync(() -> {
                    Random random = new Random(seed);
                    for (int i = 0; i < 300; i++) {
                        JsonNode value = value(random, 3);
                        assertThat(Json.write(value)).isEqualTo(value.toString());
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(writers).join();
    }

    private static void assertDouble(double value) {
        String written = Json.write(DoubleNode.valueOf(value));
        if (!written.equals(Double.toString(value))) { // no assertion object for each of millions
            assertThat(written).isEqualTo(Double.toString(value));
        }
    }

    private static void assertAgreement(JsonNode value) throws Exception {
        assertThat(Json.write(value)).isEqualTo(MAPPER.writeValueAsString(value));
    }

    private static JsonNode value(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 12 : 8);
        if (kind >= 10) {
            ObjectNode object = NODES.objectNode();
            for (int i = random.nextInt(6); i > 0; i--) {
                object.set(text(random), value(random, depth - 1));
            }
            return object;
        }
        if (kind >= 8) {
            ArrayNode array = NODES.arrayNode();
            for (int i = random.nextInt(6); i > 0; i--) {
                array.add(value(random, depth - 1));
            }
            return array;
        }
        return switch (kind) {
            case 0 -> NODES.numberNode(random.nextInt());
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(random.nextLong() / 100.0);
            case 3 -> NODES.numberNode(new java.math.BigInteger(100, random));
            case 4 -> NODES.booleanNode(random.nextBoolean());
            case 5 -> NODES.nullNode();
            default -> NODES.textNode(text(random));
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            int kind = random.nextInt(20);
            text.append((char)
                    (kind == 0
                            ? random.nextInt(0x10000)
                            : kind == 1 ? random.nextInt(0x20) : ' ' + random.nextInt(0x60)));
        }
        return text.toString();
    }
}
