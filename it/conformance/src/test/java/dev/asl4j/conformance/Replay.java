package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.ExecutionDescription;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs a recorded execution once more: in virtual time, with its tasks mocked. */
final class Replay {
    private static final String ACCOUNT = "111111111111";
    private static final String REGION = "us-east-1";
    /** Real time, which an execution in virtual time takes next to nothing of. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Case recorded;
    private final Mocks mocks;
    private final Map<String, List<HistoryEvent>> histories = new ConcurrentHashMap<>();

    private Replay(Case recorded) {
        this.recorded = recorded;
        mocks = new Mocks(recorded.tasks());
    }

    /** What comes out otherwise than it was recorded: of the outcome, the history and the calls. */
    static List<String> differences(Case recorded, Class<?> type) {
        return new Replay(recorded).run(type);
    }

    private List<String> run(Class<?> type) {
        Workflow<JsonNode, JsonNode> workflow = Workflows.create(type, (input, task) -> {
            throw new IllegalStateException("a call that no mock stood before: " + task);
        });
        Engine.Builder builder = Engine.builder()
                .environment(VirtualTime.startingAt(recorded.clock()))
                .account(ACCOUNT)
                .region(REGION)
                .interceptor(mocks)
                .objectStore(new RecordedObjects(recorded.objects(), recorded.clock()))
                .history((execution, event) -> histories
                        .computeIfAbsent(execution, unused -> new ArrayList<>())
                        .add(event))
                .register(workflow, recorded.isExpress() ? ExecutionType.EXPRESS : ExecutionType.STANDARD);
        recorded.workerName().ifPresent(builder::workerName);
        Engine engine = builder.build();
        try {
            Execution<JsonNode> execution = engine.start(workflow, recorded.input());
            if (!hasEnded(execution)) {
                return List.of("it did not end: " + execution.describe().currentStates());
            }
            List<String> differences = outcome(execution.describe());
            if (recorded.isOrdered() && !recorded.history().isEmpty()) {
                List<HistoryEvent> events = histories.getOrDefault(execution.id(), List.of());
                differences.addAll(HistoryComparison.differences(recorded.history(), events));
            }
            differences.addAll(mocks.differences());
            return differences;
        } finally {
            engine.close(Duration.ZERO);
        }
    }

    private static boolean hasEnded(Execution<JsonNode> execution) {
        return execution
                .result()
                .handle((output, failure) -> true)
                .completeOnTimeout(false, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private List<String> outcome(ExecutionDescription actual) {
        JsonNode expected = recorded.expected();
        List<String> differences = new ArrayList<>(Comparison.differences(
                "status", expected.path("status").asText(), actual.status().name(), false));
        if (expected.has("output") && actual.output() != null) {
            differences.addAll(Comparison.differences("output", expected.path("output"), actual.output()));
        } else if (expected.has("output") || actual.output() != null) {
            differences.add("output: expected " + expected.path("output") + " but was " + actual.output());
        }
        differences.addAll(
                Comparison.differences("error", expected.path("error").asText(null), actual.error(), false));
        differences.addAll(Comparison.differences(
                "cause",
                expected.path("cause").asText(null),
                actual.cause(),
                expected.path("causeIsJson").asBoolean()));
        return differences;
    }
}
