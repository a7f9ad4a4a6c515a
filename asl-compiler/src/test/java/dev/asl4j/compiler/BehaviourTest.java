package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.ExecutionFailedException;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.task.TaskHandler;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compiles the definitions of {@code behaviour/*.json} and runs them. A case has a {@code definition}, or short for one:
 * a {@code template} of a Pass state, a {@code rule} of a Choice state that gives true or false, a {@code state}, the states
 * of a {@code jsonata} machine that starts at the first of them. It has {@code output}, or {@code error} and {@code cause}
 * (as the end of the message), and maybe the {@code seconds} that pass.
 */
final class BehaviourTest {
    private static final Path CASES = Path.of("src/test/resources/behaviour");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode json : JSON.readTree(file.toFile())) {
                    cases.add(new Case("Case" + cases.size(), file.getFileName().toString(), json));
                }
            }
        }
        List<Definition> definitions = cases.stream()
                .map(each -> Machines.definition(
                        each.className() + ".asl.json", each.definition().toString()))
                .toList();
        Machines machines = Machines.of(definitions);
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> each.check(machines)));
    }

    private record Case(String className, String file, JsonNode json) {
        String name() {
            return file + ": " + json.path("name").asText(json.toString());
        }

        JsonNode definition() {
            if (json.has("definition")) {
                return json.get("definition");
            }
            if (json.has("jsonata")) {
                JsonNode states = json.get("jsonata");
                return JSON.createObjectNode()
                        .put("QueryLanguage", "JSONata")
                        .put("StartAt", states.fieldNames().next())
                        .set("States", states);
            }
            ObjectNode states = JSON.createObjectNode();
            if (json.has("rule")) {
                ObjectNode choice =
                        states.putObject("Ask").put("Type", "Choice").put("Default", "No");
                ObjectNode rule = ((ObjectNode) json.get("rule")).deepCopy().put("Next", "Yes");
                choice.putArray("Choices").add(rule);
                states.putObject("Yes").put("Type", "Pass").put("Result", true).put("End", true);
                states.putObject("No").put("Type", "Pass").put("Result", false).put("End", true);
                return JSON.createObjectNode().put("StartAt", "Ask").set("States", states);
            }
            ObjectNode state = json.has("state")
                    ? ((ObjectNode) json.get("state")).deepCopy()
                    : JSON.createObjectNode().put("Type", "Pass").set("Parameters", json.get("template"));
            boolean ends = List.of("Succeed", "Fail").contains(state.get("Type").asText());
            states.set("S", ends ? state : state.put("End", true));
            return JSON.createObjectNode().put("StartAt", "S").set("States", states);
        }

        void check(Machines machines) throws Exception {
            String input = json.path("input").isMissingNode()
                    ? "{}"
                    : json.get("input").toString();
            Map<String, TaskHandler<JsonNode, JsonNode>> tasks = new HashMap<>();
            json.path("tasks").properties().forEach(task -> tasks.put(task.getKey(), new Script(task.getValue())));
            VirtualTime time = VirtualTime.startingAt(START, 1);
            if (json.has("output")) {
                assertThat(machines.run(className, input, tasks, time).toString())
                        .isEqualTo(json.get("output").toString());
            } else {
                checkFailure(catchThrowableOfType(
                        ExecutionFailedException.class, () -> machines.run(className, input, tasks, time)));
            }
            if (json.has("seconds")) {
                assertThat(time.now())
                        .isEqualTo(START.plusSeconds(json.get("seconds").asLong()));
            }
        }

        private void checkFailure(@Nullable ExecutionFailedException failure) {
            assertThat(failure).as("must fail").isNotNull();
            assertThat(failure.error()).isEqualTo(json.path("error").textValue());
            if (json.has("cause")) {
                assertThat(String.valueOf(failure.cause()))
                        .endsWith(json.get("cause").asText());
            }
        }
    }

    /**
     * A handler that does what a list says, one entry for each call, the last one again and again: {@code error}, {@code return},
     * or give back the input; {@code answer} or {@code answerError} to the token before; {@code credentials} gives those.
     */
    private static final class Script implements TaskHandler<JsonNode, JsonNode> {
        private final JsonNode steps;
        private int calls;

        Script(JsonNode steps) {
            this.steps = steps;
        }

        @Override
        public synchronized JsonNode handle(JsonNode input, TaskContext task) {
            JsonNode step = steps.get(Math.min(calls++, steps.size() - 1));
            if (step.has("answer")) {
                task.callback().success(step.get("answer"));
            }
            if (step.has("answerError")) {
                task.callback()
                        .failure(
                                step.get("answerError").asText(),
                                step.path("cause").textValue());
            }
            if (step.has("credentials")) {
                return task.credentials();
            }
            if (step.has("error")) {
                throw new TaskFailedException(
                        step.get("error").asText(), step.path("cause").textValue());
            }
            return step.has("return") ? step.get("return") : input;
        }
    }
}
