package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.compiler.PathModel.Anywhere;
import dev.asl4j.compiler.PathModel.Index;
import dev.asl4j.compiler.PathModel.Indexes;
import dev.asl4j.compiler.PathModel.Name;
import dev.asl4j.compiler.PathModel.Slice;
import dev.asl4j.compiler.PathModel.Step;
import dev.asl4j.compiler.PathModel.Wildcard;
import dev.asl4j.runtime.ExecutionFailedException;
import dev.asl4j.runtime.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What compiled definitions read and write at random paths in random documents, against a slow, obvious model. */
final class PathModelTest {
    private static final int PATHS = 150;
    private static final int DOCUMENTS = 12;
    private static final List<String> NAMES =
            List.of("a", "b", "c", "with blank", "it's", "a.b[0]", "\ud83d\ude00é", "");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = new Random(22);
    private final ObjectNode machine = JSON.createObjectNode().put("StartAt", "Which");
    private final ObjectNode states = machine.putObject("States");
    private final ArrayNode rules =
            states.putObject("Which").put("Type", "Choice").putArray("Choices");
    private int hits;
    private int misses;

    @Test
    void definitePathsReadAndWriteAsTheModel() throws Exception {
        Map<String, List<Step>> paths = paths(true);
        Workflow<JsonNode, JsonNode> workflow = compiled("Definite", paths.values(), this::readAndWrite);
        int path = 0;
        for (List<Step> steps : paths.values()) {
            for (int i = 0; i < DOCUMENTS; i++) {
                JsonNode document = new RandomJson(random, NAMES).document();
                JsonNode value = new RandomJson(random, NAMES).document();
                Optional<JsonNode> found = PathModel.read(document, steps);
                check(workflow, "template", path, document, value, found.map(PathModelTest::template));
                check(workflow, "input", path, document, value, found);
                check(workflow, "output", path, document, value, found);
                check(workflow, "present", path, document, value, Optional.of(BooleanNode.valueOf(found.isPresent())));
                check(workflow, "write", path, document, value, PathModel.write(document, steps, value));
            }
            path++;
        }
        assertThat(hits).isGreaterThan(PATHS * DOCUMENTS);
        assertThat(misses).isGreaterThan(PATHS * DOCUMENTS / 2);
    }

    @Test
    void indefinitePathsReadAsTheModel() throws Exception {
        Map<String, List<Step>> paths = paths(false);
        Workflow<JsonNode, JsonNode> workflow = compiled("Indefinite", paths.values(), this::read);
        int path = 0;
        int empty = 0;
        for (List<Step> steps : paths.values()) {
            for (int i = 0; i < DOCUMENTS; i++) {
                JsonNode document = new RandomJson(random, NAMES).document();
                Optional<JsonNode> found = PathModel.read(document, steps);
                check(workflow, "template", path, document, document, found.map(PathModelTest::template));
                check(workflow, "input", path, document, document, found);
                check(workflow, "output", path, document, document, found);
                empty += found.orElseThrow().isEmpty() ? 1 : 0;
            }
            path++;
        }
        assertThat(misses).isZero();
        assertThat(empty).isBetween(PATHS * DOCUMENTS / 20, PATHS * DOCUMENTS * 4 / 5);
    }

    private void check(
            Workflow<JsonNode, JsonNode> workflow,
            String what,
            int path,
            JsonNode document,
            JsonNode value,
            Optional<JsonNode> expected) {
        ObjectNode input = JSON.createObjectNode().put("what", what + path);
        input.set("document", document);
        input.set("value", value);
        Optional<JsonNode> actual;
        try {
            actual = Optional.of(workflow.run(input));
            hits++;
        } catch (ExecutionFailedException failed) {
            assertThat(failed.error()).isEqualTo("States.Runtime");
            actual = Optional.empty();
            misses++;
        }
        assertThat(actual.map(JsonNode::toString))
                .as(() -> what + " " + states.get(what + path) + " on " + document)
                .isEqualTo(expected.map(JsonNode::toString));
    }

    private static JsonNode template(JsonNode found) {
        return JSON.createObjectNode().set("v", found);
    }

    private Workflow<JsonNode, JsonNode> compiled(String name, Iterable<List<Step>> paths, StateWriter writer)
            throws ReflectiveOperationException {
        int path = 0;
        for (List<Step> steps : paths) {
            writer.write(steps, path++);
        }
        return Machines.of(name + ".asl.json", machine.toString()).workflow(name, Map.of());
    }

    private void readAndWrite(List<Step> steps, int path) {
        read(steps, path);
        state("present" + path, "Choice")
                .put("Default", "No" + path)
                .putArray("Choices")
                .addObject()
                .put("Variable", PathModel.text("$.document", steps))
                .put("IsPresent", true)
                .put("Next", "Yes" + path);
        pass("Yes" + path).put("Result", true);
        pass("No" + path).put("Result", false);
        state("write" + path, "Pass")
                .put("InputPath", "$.value")
                .put("ResultPath", PathModel.text("$.document", steps))
                .put("OutputPath", "$.document")
                .put("End", true);
    }

    private void read(List<Step> steps, int path) {
        state("template" + path, "Pass")
                .put("InputPath", "$.document")
                .put("End", true)
                .putObject("Parameters")
                .put("v.$", PathModel.text("$", steps));
        state("input" + path, "Pass")
                .put("InputPath", PathModel.text("$.document", steps))
                .put("End", true);
        state("output" + path, "Pass")
                .put("InputPath", "$.document")
                .put("ResultPath", "$.document")
                .put("OutputPath", PathModel.text("$.document", steps))
                .put("End", true);
    }

    /** A state, and the rule that leads to it. */
    private ObjectNode state(String name, String type) {
        rules.addObject().put("Variable", "$.what").put("StringEquals", name).put("Next", name);
        return states.putObject(name).put("Type", type);
    }

    private ObjectNode pass(String name) {
        return states.putObject(name).put("Type", "Pass").put("End", true);
    }

    /** Different paths by their text. */
    private Map<String, List<Step>> paths(boolean definite) {
        Map<String, List<Step>> paths = new LinkedHashMap<>();
        while (paths.size() < PATHS) {
            List<Step> steps = new ArrayList<>();
            for (int length = random.nextInt(definite ? 4 : 3) + (definite ? 0 : 1); length > 0; length--) {
                steps.add(definite || random.nextBoolean() ? definiteStep() : indefiniteStep());
            }
            if (PathModel.isDefinite(steps) == definite) {
                paths.put(PathModel.text("$", steps), steps);
            }
        }
        return paths;
    }

    private Step definiteStep() {
        return random.nextInt(4) == 0 ? new Index(random.nextInt(5) - 2) : name();
    }

    private Step indefiniteStep() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Wildcard("[*]");
            case 2, 3 -> new Wildcard(".*");
            case 4 -> new Indexes(List.of(random.nextInt(3), random.nextInt(3)));
            case 5 -> new Slice(OptionalInt.of(random.nextInt(3)), OptionalInt.of(random.nextInt(4)));
            case 6 -> new Slice(OptionalInt.of(random.nextInt(5) - 2), OptionalInt.empty());
            case 7 -> new Slice(OptionalInt.empty(), OptionalInt.of(random.nextInt(5) - 2));
            default -> new Anywhere(name());
        };
    }

    private Name name() {
        String name = NAMES.get(random.nextInt(2) == 0 ? random.nextInt(3) : random.nextInt(NAMES.size()));
        String quoted = "['" + name.replace("'", "\\'") + "']";
        return new Name(name, name.matches("[a-z]") && random.nextBoolean() ? "." + name : quoted);
    }

    private interface StateWriter {
        void write(List<Step> steps, int path);
    }
}
