package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.compiler.budget.EventCounts;
import dev.asl4j.compiler.budget.Events;
import dev.asl4j.compiler.budget.OwnEvents;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.parse.DefinitionParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The compiler counts events as they were recorded: those of the states that a recorded execution went through, and, where the definition
 * leaves no choice, those of the whole execution before it is run. Executions in which something failed are left out: what a state has
 * written by then is not counted.
 */
@NeedsFolder("asl4j.conformance")
class EventCountsTest {
    private static final Pattern FAULT = Pattern.compile(".*(Failed|TimedOut|Aborted)");

    private int counted;
    private int predicted;
    private final List<String> differences = new ArrayList<>();

    @Test
    void agreeWithRecordedHistories() throws IOException {
        for (Case recorded : Cases.under(Folders.given("asl4j.conformance")).all()) {
            boolean smooth = recorded.history().stream()
                    .noneMatch(event -> FAULT.matcher(type(event)).matches());
            if (recorded.kind().equals("execution") && !recorded.history().isEmpty() && smooth) {
                machine(recorded).ifPresent(machine -> compare(recorded, machine));
            }
        }
        System.out.printf("events of %d recorded executions agree, %d of them were known before%n", counted, predicted);
        assertThat(differences).isEmpty();
        assertThat(counted).isPositive();
        assertThat(predicted).isPositive();
    }

    private void compare(Case recorded, StateMachine machine) {
        Map<String, State> states = new HashMap<>();
        add(machine.main(), states);
        long own = 2 + 2 * count(recorded, type -> type.equals("MapIterationStarted"));
        for (JsonNode event : recorded.history()) {
            if (type(event).endsWith("StateEntered")) {
                String name = event.path("details").path("name").asText();
                own += OwnEvents.of(states.get(name)).orElseThrow();
            }
        }
        compare(recorded, "of the states it went through", own);
        counted++;
        Optional<Events> whole = new EventCounts().of(machine).filter(Events::isExact);
        if (whole.isPresent()) {
            compare(recorded, "of the machine", predict(whole.get(), recorded));
            predicted++;
        }
    }

    private static long predict(Events whole, Case recorded) {
        long sum = whole.least();
        for (Events.PerItem each : whole.perItem()) {
            sum += each.least()
                    * recorded.history().stream()
                            .filter(event -> type(event).equals("MapIterationStarted"))
                            .filter(event ->
                                    event.path("details").path("name").asText().equals(each.state()))
                            .count();
        }
        return sum;
    }

    private void compare(Case recorded, String what, long events) {
        // Of branches that ran side by side, not all events were kept, so that the number is that of the last.
        List<JsonNode> history = recorded.history();
        long last = history.get(history.size() - 1).path("id").asLong();
        if (events != last) {
            differences.add(recorded.id() + ": " + events + " events " + what + ", but " + last + " were recorded");
        }
    }

    private static long count(Case recorded, Predicate<String> types) {
        return recorded.history().stream()
                .filter(event -> types.test(type(event)))
                .count();
    }

    private static String type(JsonNode event) {
        return event.path("type").asText();
    }

    private static Optional<StateMachine> machine(Case recorded) {
        Diagnostics diagnostics = new Diagnostics();
        JsonValue document = JsonReader.read(recorded.id(), recorded.definition(), diagnostics);
        return document == null ? Optional.empty() : DefinitionParser.parse(document, recorded.id(), diagnostics);
    }

    private static void add(Scope scope, Map<String, State> states) {
        for (State state : scope.states()) {
            states.put(state.name(), state);
            state.outline().scopes().forEach(inner -> add(inner, states));
        }
    }
}
