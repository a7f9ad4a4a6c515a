package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The intrinsic functions for arrays, objects, numbers and ids, compiled, against their contracts: random arguments, and a value worked out by other means. Now and then
 * an argument is of another type, which must be refused.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">AWS: intrinsic functions</a>
 */
final class IntrinsicContractsTest {
    private static final int RUNS = 500;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final IntrinsicMachine MACHINE = new IntrinsicMachine();

    private final Random random = new Random(18);
    private final RandomJson documents = new RandomJson(random);

    @Test
    void arrays() {
        for (int i = 0; i < RUNS; i++) {
            ArrayNode array = array();
            JsonNode value = random.nextBoolean() && !array.isEmpty() ? any(array) : documents.value(1);
            int index = random.nextInt(8) - 2;
            MACHINE.check("Array3", NODES.arrayNode().add(array).add(value).add(index), array, value, index);
            MACHINE.check("Array0", NODES.arrayNode());
            MACHINE.check("ArrayLength", IntNode.valueOf(array.size()), array);
            MACHINE.check("ArrayGetItem", array.get(index), array, index);
            MACHINE.check("ArrayContains", BooleanNode.valueOf(contains(array, value)), array, value);
            MACHINE.check("ArrayUnique", unique(array), array);
            MACHINE.check("ArrayPartition", index < 1 ? null : partition(array, index), array, index);
            for (String function : List.of("ArrayLength", "ArrayUnique")) {
                MACHINE.check(function, null, documents.wrong("array"));
            }
            for (String function : List.of("ArrayGetItem", "ArrayPartition", "ArrayContains")) {
                MACHINE.check(function, null, documents.wrong("array"), 1);
            }
            MACHINE.check("ArrayGetItem", null, array, documents.wrong("number"));
            MACHINE.check("ArrayPartition", null, array, documents.wrong("number"));
        }
    }

    @Test
    void ranges() {
        int before = MACHINE.failures();
        for (int i = 0; i < RUNS; i++) {
            int scale = random.nextInt(3) == 0 ? 3_000 : 20;
            int first = random.nextInt(scale) - scale / 2;
            int last = random.nextInt(scale) - scale / 2;
            int step = random.nextInt(7) - 3;
            ArrayNode expected = NODES.arrayNode();
            for (int n = first; step > 0 ? n <= last : step < 0 && n >= last; n += step) {
                expected.add(n);
            }
            MACHINE.check("ArrayRange", step == 0 || expected.size() > 1_000 ? null : expected, first, last, step);
            MACHINE.check("ArrayRange", null, first, documents.wrong("number"), 1);
        }
        assertThat(MACHINE.failures() - before).isBetween(RUNS + RUNS / 10, 2 * RUNS - RUNS / 10);
    }

    @Test
    void mergedObjects() {
        for (int i = 0; i < RUNS; i++) {
            ObjectNode first = object();
            ObjectNode second = object();
            MACHINE.check("JsonMerge", first.deepCopy().setAll(second), first, second, false);
            MACHINE.check("JsonMerge", null, first, second, true);
            MACHINE.check("JsonMerge", null, documents.wrong("object"), second, false);
            MACHINE.check("JsonMerge", null, first, documents.wrong("object"), false);
        }
    }

    @Test
    void sums() {
        int before = MACHINE.failures();
        for (int i = 0; i < RUNS; i++) {
            int scale = random.nextInt(4) == 0 ? Integer.MAX_VALUE : 40;
            double first = (random.nextInt(scale) - scale / 2) * 2.0 + random.nextInt(8) / 8.0;
            int second = random.nextInt(scale) - scale / 2;
            double sum = Math.floor(first + 0.5) + second;
            boolean fits = inRange(Math.floor(first + 0.5)) && inRange(sum);
            MACHINE.check("MathAdd", fits ? IntNode.valueOf((int) sum) : null, first, second);
            MACHINE.check("MathAdd", null, first, documents.wrong("number"));
        }
        assertThat(MACHINE.failures() - before).isGreaterThan(RUNS);
    }

    @Test
    void randomNumbers() {
        Set<Integer> drawn = new HashSet<>();
        for (int i = 0; i < RUNS; i++) {
            int from = random.nextInt(100) - 50;
            int to = from + 1 + random.nextInt(50);
            int seed = random.nextInt();
            JsonNode seeded = MACHINE.run("MathRandom3", from, to, seed);
            assertThat(seeded.intValue()).isGreaterThanOrEqualTo(from).isLessThan(to);
            MACHINE.check("MathRandom3", seeded, from, to, seed);
            JsonNode unseeded = MACHINE.run("MathRandom2", from, to);
            assertThat(unseeded.intValue()).isGreaterThanOrEqualTo(from).isLessThan(to);
            drawn.add(MACHINE.run("MathRandom2", -1, 2).intValue());
            MACHINE.check("MathRandom3", null, to, from, seed);
            MACHINE.check("MathRandom2", null, from, from);
            MACHINE.check("MathRandom2", null, from, documents.wrong("number"));
        }
        assertThat(drawn).containsExactlyInAnyOrder(-1, 0, 1);
    }

    @Test
    void ids() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < RUNS; i++) {
            String id = MACHINE.run("UUID").textValue();
            assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            ids.add(id);
        }
        assertThat(ids).hasSize(RUNS);
    }

    private static boolean inRange(double value) {
        return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        boolean contained = false;
        for (JsonNode element : array) {
            contained |= element.equals(IntrinsicMachine.BY_VALUE, value);
        }
        return contained;
    }

    private static ArrayNode unique(JsonNode array) {
        ArrayNode unique = NODES.arrayNode();
        for (JsonNode element : array) {
            if (!contains(unique, element)) {
                unique.add(element);
            }
        }
        return unique;
    }

    private static ArrayNode partition(JsonNode array, int size) {
        ArrayNode parts = NODES.arrayNode();
        for (int i = 0; i < array.size(); i++) {
            ArrayNode part = i % size == 0 ? parts.addArray() : (ArrayNode) parts.get(parts.size() - 1);
            part.add(array.get(i));
        }
        return parts;
    }

    private ArrayNode array() {
        ArrayNode array = NODES.arrayNode();
        for (int size = random.nextInt(9); size > 0; size--) {
            array.add(random.nextInt(3) == 0 ? NODES.numberNode((double) random.nextInt(3)) : documents.value(1));
        }
        return array;
    }

    private ObjectNode object() {
        ObjectNode object = NODES.objectNode();
        for (String name : RandomJson.NAMES) {
            if (random.nextBoolean()) {
                object.set(name, documents.value(2));
            }
        }
        return object;
    }

    private JsonNode any(JsonNode array) {
        return array.get(random.nextInt(array.size()));
    }
}
