package dev.asl4j.runtime.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Any data goes through an expression unchanged, whether it is passed on, put into something, or taken apart. */
final class RoundTripTest {
    private static final Expression PASSED_ON = Jsonata.compile("$states.input");
    private static final Expression PUT_IN = Jsonata.compile("{'a': [[$states.input]], 'b': {'c': $states.input}}");
    private static final Expression REBUILT = Jsonata.compile("$merge([$states.input])");
    private static final Expression PARSED = Jsonata.compile("$parse($text)");

    @Test
    void anyDataComesThrough() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            JsonNode data = object(random, 3);
            Given given = Given.input(data);
            assertThat(PASSED_ON.evaluate(given)).isEqualTo(data);
            JsonNode both = PUT_IN.evaluate(given);
            assertThat(both.at("/a/0/0")).isEqualTo(data);
            assertThat(both.at("/b/c")).isEqualTo(data);
            assertThat(Json.write(REBUILT.evaluate(given))).isEqualTo(Json.write(data));
            String text = Json.write(TextNode.valueOf(Json.write(data)));
            assertThat(PARSED.evaluate(Given.variable("text", text))).isEqualTo(data);
        }
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> Json.freeze(LongNode.valueOf(random.nextInt(100)));
            case 1 -> Json.freeze(LongNode.valueOf(random.nextLong()));
            case 2 -> DoubleNode.valueOf(random.nextInt(1000) + 0.5);
            case 3 -> TextNode.valueOf(new String[] {"", "x", "\u00e9\ud83d\ude00", "a\"b\\n"}[random.nextInt(4)]);
            case 4 -> NullNode.getInstance();
            case 5 -> BooleanNode.valueOf(random.nextBoolean());
            case 6 ->
                Json.array(IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(random, depth - 1))
                        .toArray(JsonNode[]::new));
            default -> object(random, depth - 1);
        };
    }

    private static JsonNode object(Random random, int depth) {
        ObjectBuilder object = Json.object();
        for (int i = random.nextInt(4); i >= 0; i--) {
            object.set("k" + random.nextInt(9), value(random, depth));
        }
        return object.build();
    }
}
