package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.compiler.dataflow.Facts;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.parse.DefinitionParser;
import dev.asl4j.compiler.schema.Schemas;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.runtime.RunOptions;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.task.TaskHandler;
import dev.asl4j.runtime.testing.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random definitions with types run on random data that fits these. Whatever comes into a state and out of it has to be of the shape that is known
 * there, and what was proved wrong must not go well. {@code -Dshapes.rounds=N} and {@code -Dshapes.seed=N} for more.
 */
final class RandomShapesTest {
    private static final int MACHINES = 30;
    private static final int RUNS = 8;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> faults = new ArrayList<>();
    private int checked;
    private int proofs;

    /** A machine with what is known of it. */
    private record Known(
            ObjectNode definition, ObjectNode types, Map<String, Facts> facts, List<Diagnostic> diagnostics) {}

    @Test
    void whatIsKnownOfDataIsTrue() throws Exception {
        int rounds = Integer.getInteger("shapes.rounds", 1);
        long seed = Long.getLong("shapes.seed", 20260101);
        for (int round = 0; round < rounds; round++) {
            tryOut(new Random(seed + round));
        }
        assertThat(faults).isEmpty();
        assertThat(checked).isGreaterThan(rounds * MACHINES * RUNS);
        assertThat(proofs).isGreaterThan(rounds * MACHINES / 2);
    }

    private void tryOut(Random random) throws Exception {
        List<Known> machines = new ArrayList<>();
        List<Definition> definitions = new ArrayList<>();
        while (machines.size() < MACHINES) {
            RandomTypedMachine generator = new RandomTypedMachine(random);
            ObjectNode definition = generator.definition();
            Definition plain = Machines.definition("M" + machines.size() + ".asl.json", definition.toString());
            boolean sound = AslCompiler.check(plain, CompilerOptions.DEFAULTS).stream()
                    .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
            if (sound) {
                Known known = known(definition, generator.types());
                proofs += (int) proofs(known, Code.UNMATCHED_PATH).count();
                machines.add(known);
                definitions.add(plain);
            }
        }
        Machines compiled = Machines.of(definitions);
        for (int i = 0; i < machines.size(); i++) {
            for (int run = 0; run < RUNS; run++) {
                run(compiled, "M" + i, machines.get(i), random);
            }
        }
    }

    private static Known known(ObjectNode definition, ObjectNode types) {
        Diagnostics diagnostics = new Diagnostics();
        Definition typed = Machines.definition("x.asl.json", definition.toString())
                .withTypes(new SideFile("x.types.json", types.toString().getBytes(StandardCharsets.UTF_8)));
        StateMachine machine = DefinitionParser.parse(
                        Objects.requireNonNull(JsonReader.read("x.asl.json", typed.content(), new Diagnostics())),
                        "x",
                        diagnostics)
                .orElseThrow();
        Typing typing = new Typing(List.of(), diagnostics);
        typing.read(typed, Optional.empty(), Optional.of(machine));
        Schemas schemas = typing.finish();
        Map<String, Facts> facts = new HashMap<>();
        typing.facts(schemas).forEach(each -> facts.put(each.state().name(), each));
        typing.follow(schemas);
        return new Known(definition, types, facts, diagnostics.sorted());
    }

    private void run(Machines compiled, String name, Known known, Random random) throws Exception {
        RandomData data = new RandomData(random);
        JsonNode input = fitting(known.types().get("input"), data);
        if (input == null) {
            return;
        }
        List<String> wrong = new ArrayList<>();
        List<HistoryEvent> events = new ArrayList<>();
        RunOptions options = RunOptions.defaults()
                .environment(VirtualTime.startingAt(START, 1))
                .history((execution, event) -> events.add(event));
        Workflow<JsonNode, JsonNode> workflow = compiled.workflow(name, handlers(known, data, random, wrong));
        try {
            expectRefusal(known, workflow.run(input, options), events, wrong);
        } catch (RuntimeException failed) {
            // as many do
        }
        check(known, events, wrong);
        if (!wrong.isEmpty()) {
            faults.add(wrong.get(0) + "\n   INPUT " + input + "\n   OF " + known.definition() + "\n   TYPES "
                    + known.types());
        }
    }

    private static void expectRefusal(Known known, JsonNode output, List<HistoryEvent> events, List<String> wrong)
            throws JsonProcessingException {
        JsonNode accepted = known.types().get("output");
        String last = events.get(events.size() - 2).details().path("name").asText();
        if (accepted != null
                && proofs(known, Code.REFUSED_OUTPUT).anyMatch(last::equals)
                && SchemaOracle.of(accepted).fits(JSON.readTree(output.toString()))) {
            wrong.add("output is not refused: " + output);
        }
    }

    /** Handlers that give what fits, or fail by chance. */
    private static Map<String, TaskHandler<JsonNode, JsonNode>> handlers(
            Known known, RandomData data, Random random, List<String> wrong) {
        Map<String, TaskHandler<JsonNode, JsonNode>> handlers = new HashMap<>();
        known.types()
                .path("tasks")
                .propertyStream()
                .forEach(task -> handlers.put(lower(task.getKey()), (given, context) -> {
                    JsonNode accepted = task.getValue().get("input");
                    boolean refused = proofs(known, Code.REFUSED_ARGUMENTS)
                            .anyMatch(state -> task.getKey().equals("f" + state));
                    if (accepted != null
                            && refused
                            && SchemaOracle.of(accepted).fits(JSON.readTree(given.toString()))) {
                        wrong.add("arguments of " + task.getKey() + " are not refused: " + given);
                    }
                    JsonNode answer = task.getValue().has("output")
                            ? fitting(task.getValue().get("output"), data)
                            : data.value(2);
                    if (answer == null || random.nextInt(12) == 0) {
                        throw new IllegalStateException("by chance");
                    }
                    return answer;
                }));
        return handlers;
    }

    private static Stream<String> proofs(Known known, Code code) {
        return known.diagnostics().stream()
                .filter(each -> each.code() == code)
                .map(each -> each.pointer().replaceFirst("^.*/States/([^/]*).*$", "$1"));
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static @Nullable JsonNode fitting(JsonNode schema, RandomData data) {
        for (int i = 0; i < 30; i++) {
            JsonNode value = data.fitting(schema, schema, 6);
            if (SchemaOracle.of(schema).fits(value)) {
                return value;
            }
        }
        return null;
    }

    private void check(Known known, List<HistoryEvent> events, List<String> wrong) throws JsonProcessingException {
        Map<String, JsonNode> variables = new HashMap<>();
        ObjectNode main = (ObjectNode) known.definition().get("States");
        for (int i = 0; i < events.size(); i++) {
            JsonNode details = events.get(i).details();
            String name = details.path("name").asText();
            String type = events.get(i).type().name();
            Facts facts = known.facts().get(name);
            if (facts == null) {
                continue;
            }
            if (type.endsWith("_STATE_ENTERED")) {
                hold(facts.input(), json(details.path("input")), "input of " + name, wrong);
                if (main.has(name)) {
                    for (Map.Entry<String, JsonNode> variable : variables.entrySet()) {
                        Shape shape = facts.variables().getOrDefault(variable.getKey(), Shape.MISSING);
                        hold(shape, variable.getValue(), "$" + variable.getKey() + " at " + name, wrong);
                    }
                }
            } else if (type.endsWith("_STATE_EXITED")) {
                boolean caught = i + 1 < events.size()
                        && events.get(i + 1).details().path("name").asText().equals("K" + name);
                if (!caught) {
                    hold(facts.output(), json(details.path("output")), "output of " + name, wrong);
                    expectNoProof(known, name, wrong);
                }
                if (main.has(name)) {
                    for (Map.Entry<String, JsonNode> variable :
                            details.path("assignedVariables").properties()) {
                        variables.put(variable.getKey(), json(variable.getValue()));
                    }
                }
            }
        }
    }

    /** What an item selector, a rule or a catcher says is not always evaluated. */
    private static void expectNoProof(Known known, String state, List<String> wrong) {
        String own = ".*/States/" + state + "/(?!States|Catch|ItemSelector|ItemProcessor|Branches|Choices).*";
        known.diagnostics().stream()
                .filter(each -> each.code() == Code.UNMATCHED_PATH || each.code() == Code.NO_ITEMS)
                .filter(each -> each.pointer().matches(own))
                .forEach(each -> wrong.add("went well: " + each));
    }

    private void hold(Shape shape, JsonNode data, String what, List<String> wrong) {
        checked++;
        if (!ShapeHolds.of(shape, data)) {
            wrong.add(what + " is not " + shape + ": " + data);
        }
    }

    private static JsonNode json(JsonNode text) throws JsonProcessingException {
        return text.isTextual() ? JSON.readTree(text.textValue()) : text;
    }
}
