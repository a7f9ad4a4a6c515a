package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.MachineOf;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.internal.ManualHost;
import dev.asl4j.runtime.internal.Settings;
import java.util.ArrayList;
import java.util.List;

/** Runs a recorded execution whose driver is thrown away before each message, and built anew from what a store would have. */
final class RebuiltReplay {
    private RebuiltReplay() {}

    /** What comes out otherwise than it was recorded. */
    static List<String> differences(Case recorded, Class<?> type) {
        Mocks mocks = new Mocks(recorded.tasks());
        Workflow<JsonNode, JsonNode> workflow = Workflows.create(type, (input, task) -> {
            throw new IllegalStateException("a call that no mock stood before: " + task);
        });
        Settings settings =
                Settings.DEFAULTS.account("111111111111").region("us-east-1").interceptor(mocks);
        settings = recorded.workerName().map(settings::workerName).orElse(settings);
        ManualHost host = new ManualHost(MachineOf.of(workflow), recorded.input(), settings, true, recorded.clock());
        ManualHost.End end = host.run();
        JsonNode expected = recorded.expected();
        List<String> differences = new ArrayList<>(
                Comparison.differences("status", expected.path("status").asText(), end.ending(), false));
        if (expected.has("output") && end.output() != null) {
            differences.addAll(Comparison.differences("output", expected.path("output"), end.output()));
        } else if (expected.has("output") || end.output() != null) {
            differences.add("output: expected " + expected.path("output") + " but was " + end.output());
        }
        differences.addAll(
                Comparison.differences("error", expected.path("error").asText(null), end.error(), false));
        if (recorded.isOrdered() && !recorded.history().isEmpty()) {
            differences.addAll(HistoryComparison.differences(recorded.history(), host.events()));
        }
        differences.addAll(mocks.differences());
        return differences;
    }
}
