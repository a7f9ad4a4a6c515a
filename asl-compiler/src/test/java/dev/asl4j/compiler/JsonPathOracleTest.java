package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.runtime.ExecutionFailedException;
import dev.asl4j.runtime.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compiled paths against the library that AWS uses: thousands of random paths on random documents must give the same value
 * or fail alike. Where AWS is known to do something else than the library, the case says so and is held to AWS.
 */
final class JsonPathOracleTest {
    private static final int PATHS = 2_000;
    private static final int PATHS_IN_A_MACHINE = 250;
    private static final int DOCUMENTS = 6;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Configuration JAYWAY = Configuration.builder()
            .jsonProvider(new JacksonJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .build();

    @Test
    void compiledPathsSelectWhatTheLibrarySelects() throws Exception {
        List<String> paths = paths();
        List<Definition> definitions = new ArrayList<>();
        for (int from = 0; from < paths.size(); from += PATHS_IN_A_MACHINE) {
            List<String> some = paths.subList(from, Math.min(paths.size(), from + PATHS_IN_A_MACHINE));
            definitions.add(Machines.definition(
                    "Paths" + from + ".asl.json", machine(some).toString()));
        }
        Machines machines = Machines.of(definitions);
        List<String> faults = new ArrayList<>();
        int values = 0;
        int unknown = 0;
        for (int i = 0; i < paths.size(); i++) {
            int first = i / PATHS_IN_A_MACHINE * PATHS_IN_A_MACHINE;
            Workflow<JsonNode, JsonNode> workflow = machines.workflow("Paths" + first, Map.of());
            for (int seed = 0; seed < DOCUMENTS; seed++) {
                JsonNode document = new RandomJson(new Random(i * 31L + seed)).document();
                String expected = expected(paths.get(i), document);
                String actual = actual(workflow, i - first, document);
                unknown += expected.equals(UNKNOWN) ? 1 : 0;
                values += expected.equals(FAILURE) ? 0 : 1;
                if (!expected.equals(actual) && !expected.equals(UNKNOWN)) {
                    faults.add(paths.get(i) + " on " + document + ": expected " + expected + ", got " + actual);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(unknown).isLessThan(PATHS * DOCUMENTS / 100);
        assertThat(values)
                .as("paths that select something are most of the test")
                .isGreaterThan(PATHS * DOCUMENTS / 2);
    }

    private static final String FAILURE = "a failure";
    private static final String UNKNOWN = "not known";

    /** What the library says of an object inside of a list that a filter looks into; here it is just no match. */
    private static final String GIVES_UP = "Could not determine value type";

    private static String actual(Workflow<JsonNode, JsonNode> workflow, int path, JsonNode document) {
        ObjectNode input = JSON.createObjectNode().put("path", path);
        try {
            return workflow.run(input.set("document", document)).get("v").toString();
        } catch (ExecutionFailedException failed) {
            assertThat(failed.error()).isEqualTo("States.Runtime");
            return FAILURE;
        }
    }

    private static String expected(String path, JsonNode document) {
        JsonPath compiled = JsonPath.compile(path);
        try {
            Object value = compiled.read(JSON.convertValue(document, Object.class), JAYWAY);
            return JSON.valueToTree(value).toString();
        } catch (JsonPathException failed) {
            if (GIVES_UP.equals(failed.getMessage())) {
                return UNKNOWN;
            }
            // An indefinite path over a missing parent selects nothing on AWS, where the library fails.
            return compiled.isDefinite() ? FAILURE : "[]";
        }
    }

    /** A rule for each path, and a Pass state that applies the path to the document. */
    private static ObjectNode machine(List<String> paths) {
        ObjectNode machine = JSON.createObjectNode().put("StartAt", "Which");
        ObjectNode states = machine.putObject("States");
        ArrayNode rules = states.putObject("Which").put("Type", "Choice").putArray("Choices");
        for (int i = 0; i < paths.size(); i++) {
            rules.addObject().put("Variable", "$.path").put("NumericEquals", i).put("Next", "P" + i);
            ObjectNode state = states.putObject("P" + i).put("Type", "Pass").put("InputPath", "$.document");
            state.put("End", true).putObject("Parameters").put("v.$", paths.get(i));
        }
        return machine;
    }

    /** Random paths, all different, that both compilers accept. */
    private static List<String> paths() {
        Set<String> candidates = new LinkedHashSet<>();
        RandomPaths random = new RandomPaths(new Random(7));
        while (candidates.size() < PATHS + PATHS / 10) {
            candidates.add(random.path());
        }
        List<String> all = List.copyOf(candidates);
        CompilationResult result = AslCompiler.compile(
                List.of(Machines.definition("All.asl.json", machine(all).toString())), CompilerOptions.DEFAULTS);
        Set<Integer> refused = new TreeSet<>();
        result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .forEach(diagnostic ->
                        refused.add(Integer.valueOf(diagnostic.pointer().replaceAll("/States/P(\\d+)/.*", "$1"))));
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!refused.contains(i)) {
                accepted.add(all.get(i));
            }
        }
        assertThat(refused)
                .as(() -> refused.stream().map(all::get).toList().toString())
                .hasSizeLessThan(PATHS / 50);
        return accepted.subList(0, PATHS);
    }
}
