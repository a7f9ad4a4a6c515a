package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.compiler.budget.EventCounts;
import dev.asl4j.compiler.budget.Events;
import dev.asl4j.compiler.budget.Loop;
import dev.asl4j.compiler.budget.Loops;
import dev.asl4j.compiler.budget.OwnEvents;
import dev.asl4j.compiler.budget.Routes;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.parse.DefinitionParser;
import dev.asl4j.runtime.RunOptions;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The compiler counts the events that the engine writes. A case of {@code events/cases.json} has the number of {@code items} of each inline
 * Map state, or the number of {@code turns} of its only loop.
 */
final class EventsTest {
    private static final Path CASES = Path.of("src/test/resources/events/cases.json");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        List<Definition> definitions = new ArrayList<>();
        for (JsonNode json : JSON.readTree(CASES.toFile())) {
            definitions.add(Machines.definition(
                    "Case" + cases.size() + ".asl.json", json.get("definition").toString()));
            cases.add(json);
        }
        Machines machines = Machines.of(definitions);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            JsonNode json = cases.get(i);
            String className = "Case" + i;
            tests.add(DynamicTest.dynamicTest(
                    json.get("name").asText(),
                    () -> assertThat(predicted(json)).isEqualTo(written(machines, className, json.path("input")))));
        }
        return tests.stream();
    }

    private static long written(Machines machines, String className, JsonNode input) throws Exception {
        Map<String, List<String>> types = new LinkedHashMap<>(); // by execution; children have histories of their own
        RunOptions options = RunOptions.defaults()
                .environment(VirtualTime.startingAt(START, 1))
                .history((execution, event) -> types.computeIfAbsent(execution, first -> new ArrayList<>())
                        .add(event.type().name()));
        machines.workflow(className, Map.of()).run(input.isMissingNode() ? JSON.createObjectNode() : input, options);
        List<String> history = types.values().iterator().next();
        assertThat(history).contains("EXECUTION_SUCCEEDED");
        return history.size();
    }

    private static long predicted(JsonNode json) {
        StateMachine machine = machine(json.get("definition"));
        EventCounts counts = new EventCounts();
        if (json.has("turns")) {
            assertThat(counts.of(machine)).isEmpty();
            List<Loop> loops = Loops.of(Routes.of(machine.main()).orElseThrow(), counts);
            assertThat(loops).hasSize(1);
            Loop loop = loops.get(0);
            assertThat(loop.turn().isExact()).isTrue();
            long outside = machine.main().states().stream()
                    .filter(state -> !loop.states().contains(state))
                    .mapToLong(EventsTest::own)
                    .sum();
            return 2 + outside + json.get("turns").asLong() * loop.turn().least();
        }
        Events events = counts.of(machine).orElseThrow();
        assertThat(events.isExact()).isTrue();
        assertThat(events.perItem())
                .extracting(Events.PerItem::state)
                .containsExactlyInAnyOrderElementsOf(() -> json.get("items").fieldNames());
        return events.least()
                + events.perItem().stream()
                        .mapToLong(each -> each.least()
                                * json.get("items").get(each.state()).asLong())
                        .sum();
    }

    private static long own(State state) {
        return OwnEvents.of(state).orElseThrow();
    }

    private static StateMachine machine(JsonNode definition) {
        Diagnostics diagnostics = new Diagnostics();
        JsonValue document =
                JsonReader.read("x.asl.json", definition.toString().getBytes(StandardCharsets.UTF_8), diagnostics);
        return DefinitionParser.parse(Objects.requireNonNull(document), "x", diagnostics)
                .orElseThrow();
    }
}
