package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for all arguments. */
class IntrinsicsPropertyTest {
    private static final int RUNS = 2_000;

    private final Random random = new Random(31);
    private final RandomJson documents = new RandomJson(random);

    @Test
    void partsConcatenateBack() {
        for (int i = 0; i < RUNS; i++) {
            JsonNode array = Json.freeze(documents.array(3));
            int size = 1 + random.nextInt(6);
            List<JsonNode> elements = new ArrayList<>();
            JsonNode parts = Intrinsics.arrayPartition(array, IntNode.valueOf(size));
            for (JsonNode part : parts) {
                assertThat(part.size()).isBetween(1, size);
                part.forEach(elements::add);
            }
            assertThat(elements).containsExactlyElementsOf(array);
            assertThat(parts).hasSize((array.size() + size - 1) / size);
        }
    }

    @Test
    void uniqueElementsAreContainedAndDiffer() {
        for (int i = 0; i < RUNS; i++) {
            JsonNode array = Json.freeze(documents.array(2));
            JsonNode unique = Intrinsics.arrayUnique(array);
            assertThat(Intrinsics.arrayUnique(unique)).isEqualTo(unique);
            for (JsonNode element : array) {
                assertThat(Intrinsics.arrayContains(unique, element).booleanValue())
                        .isTrue();
            }
            for (int j = 0; j < unique.size(); j++) {
                for (int k = 0; k < j; k++) {
                    assertThat(Values.equal(unique.get(j), unique.get(k))).isFalse();
                }
            }
        }
    }

    @Test
    void equalValuesHaveEqualHashes() {
        for (int i = 0; i < RUNS; i++) {
            JsonNode value = documents.value(3);
            JsonNode other = documents.value(1);
            JsonNode same = Json.parse(Json.write(value).replaceAll("([\\[:,]-?[0-9])(?=[,\\]}])", "$1.0"));
            assertThat(Values.equal(value, same)).as("%s %s", value, same).isTrue();
            assertThat(Values.hash(value)).isEqualTo(Values.hash(same));
            assertThat(Values.equal(value, other)).isEqualTo(Values.equal(other, value));
            assertThat(!Values.equal(value, other) || Values.hash(value) == Values.hash(other))
                    .isTrue();
        }
    }

    @Test
    void textAndBack() {
        for (int i = 0; i < RUNS; i++) {
            JsonNode value = Json.freeze(documents.value(3));
            JsonNode text = Intrinsics.jsonToString(value);
            assertThat(Intrinsics.stringToJson(text)).isEqualTo(value);
            assertThat(Intrinsics.base64Decode(Intrinsics.base64Encode(text))).isEqualTo(text);
        }
    }

    @Test
    void piecesHoldNoDelimiterAndAllElse() {
        for (int i = 0; i < RUNS; i++) {
            String text = letters("ab,;.", 12);
            String delimiters = letters(",;.", 3);
            StringBuilder joined = new StringBuilder();
            for (JsonNode piece : Intrinsics.stringSplit(TextNode.valueOf(text), TextNode.valueOf(delimiters))) {
                assertThat(piece.asText()).isNotEmpty();
                joined.append(piece.asText());
            }
            StringBuilder expected = new StringBuilder();
            text.chars().filter(c -> delimiters.indexOf(c) < 0).forEach(c -> expected.append((char) c));
            assertThat(joined).hasToString(expected.toString());
        }
    }

    @Test
    void rangesStepEvenlyWithinTheirEnds() {
        for (int i = 0; i < RUNS; i++) {
            int first = random.nextInt(40) - 20;
            int last = random.nextInt(40) - 20;
            int step = random.nextInt(9) - 4;
            if (step != 0) {
                List<Integer> expected = new ArrayList<>();
                for (int n = first; step > 0 ? n <= last : n >= last; n += step) {
                    expected.add(n);
                }
                JsonNode range =
                        Intrinsics.arrayRange(IntNode.valueOf(first), IntNode.valueOf(last), IntNode.valueOf(step));
                assertThat(range.valueStream().map(JsonNode::intValue)).containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void sumsCommute() {
        for (int i = 0; i < RUNS; i++) {
            JsonNode left = Json.freeze(DoubleNode.valueOf(random.nextInt(2000) / 4.0 - 250));
            JsonNode right = IntNode.valueOf(random.nextInt(1000) - 500);
            JsonNode sum = Intrinsics.mathAdd(left, right);
            assertThat(sum).isEqualTo(Intrinsics.mathAdd(right, left));
            assertThat(sum.intValue()).isEqualTo((int) Math.round(left.doubleValue()) + right.intValue());
        }
    }

    @Test
    void mergedObjectsHaveTheSecondsValues() {
        for (int i = 0; i < RUNS; i++) {
            JsonNode first = Json.freeze(documents.object(2));
            JsonNode second = Json.freeze(documents.object(2));
            JsonNode merged = Intrinsics.jsonMerge(first, second, Json.constant("false"));
            first.forEachEntry((name, value) ->
                    assertThat(merged.get(name)).isSameAs(second.has(name) ? second.get(name) : value));
            second.forEachEntry((name, value) -> assertThat(merged.get(name)).isSameAs(value));
        }
    }

    private String letters(String alphabet, int most) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
