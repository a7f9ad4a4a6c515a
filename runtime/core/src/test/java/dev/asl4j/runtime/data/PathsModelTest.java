package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.error.StateFailure;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reads and writes against a slow, obvious model on plain Jackson trees. */
class PathsModelTest {
    private final Random random = new Random(23);
    private final RandomJson documents = new RandomJson(random);

    @Test
    void readsAndWritesAsTheModel() {
        int written = 0;
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            JsonNode plain = random.nextInt(10) == 0 ? documents.scalar() : documents.document(3);
            JsonNode frozen = Json.freeze(plain);
            String before = frozen.toString();
            JsonNode value = documents.value(2);
            Object[] steps = steps();

            JsonNode found = read(frozen, steps);
            assertThat(Optional.ofNullable(found)).isEqualTo(modelRead(plain, steps));
            read += found == null ? 0 : 1;

            Optional<JsonNode> expected = modelWrite(plain, value, steps, 0);
            Optional<JsonNode> actual = write(frozen, value, steps);
            assertThat(actual).isEqualTo(expected);
            assertThat(frozen.toString()).isEqualTo(before);
            if (actual.isPresent()) {
                assertThat(Json.freeze(actual.get())).isSameAs(actual.get());
                assertThat(read(actual.get(), steps)).isEqualTo(Json.freeze(value));
                written++;
            }
        }
        assertThat(written).isGreaterThan(5_000);
        assertThat(read).isGreaterThan(3_000);
    }

    private Object[] steps() {
        Object[] steps = new Object[random.nextInt(4)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = random.nextInt(4) == 0 ? (Object) random.nextInt(3) : documents.pick(RandomJson.NAMES);
        }
        return steps;
    }

    private static JsonNode read(JsonNode root, Object[] steps) {
        JsonNode node = root;
        for (Object step : steps) {
            node = step instanceof String name ? Paths.at(node, name) : Paths.at(node, (Integer) step);
        }
        return node;
    }

    private static Optional<JsonNode> write(JsonNode raw, JsonNode value, Object[] steps) {
        try {
            return Optional.of(
                    steps.length == 1 && steps[0] instanceof String name
                            ? Paths.put(raw, value, "$", name)
                            : Paths.put(raw, value, "$", steps));
        } catch (StateFailure e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> modelRead(JsonNode root, Object[] steps) {
        JsonNode node = root;
        for (Object step : steps) {
            node = step instanceof String name ? node.path(name) : node.path((Integer) step);
        }
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    /** Copies everything, then changes the copy. */
    private static Optional<JsonNode> modelWrite(JsonNode root, JsonNode value, Object[] steps, int step) {
        if (step == steps.length) {
            return Optional.of(value);
        }
        JsonNode copy = root.deepCopy();
        if (steps[step] instanceof String name && copy instanceof ObjectNode object) {
            JsonNode child = object.has(name) ? object.get(name) : object.objectNode();
            return modelWrite(child, value, steps, step + 1).map(changed -> object.set(name, changed));
        }
        if (steps[step] instanceof Integer index && copy instanceof ArrayNode array && index < array.size()) {
            return modelWrite(array.get(index), value, steps, step + 1).map(changed -> {
                array.set(index, changed);
                return array;
            });
        }
        return Optional.empty();
    }
}
