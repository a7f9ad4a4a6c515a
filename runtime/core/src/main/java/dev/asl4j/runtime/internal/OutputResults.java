package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.ResultWriter.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The results are an array, in the order of the items. */
final class OutputResults implements MapResults {
    private final Transformation transformation;
    private final MapRun run;
    private final List<JsonNode> results = new ArrayList<>();
    private final List<Boolean> flattened = new ArrayList<>();

    OutputResults(Transformation transformation, MapRun run) {
        this.transformation = transformation;
        this.run = run;
    }

    @Override
    public void add(ChildExecution child, Outcome outcome) {
        while (results.size() <= child.position()) {
            results.add(NullNode.getInstance());
            flattened.add(false);
        }
        boolean asOutput = outcome.output() != null && transformation != Transformation.NONE;
        JsonNode result = asOutput
                ? Objects.requireNonNull(outcome.output())
                : child.record(outcome).toJson();
        results.set(child.position(), result);
        flattened.set(child.position(), asOutput && transformation == Transformation.FLATTEN && result.isArray());
        run.resultsWritten(child.items(), 1);
    }

    @Override
    public void addPending(JsonNode input) {}

    @Override
    public boolean isCongested() {
        return false;
    }

    @Override
    public @Nullable Work work(boolean last) {
        return null;
    }

    @Override
    public void workDone(boolean failed) {}

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public boolean canBeginAnew() {
        return true;
    }

    @Override
    public void discard() {}

    @Override
    public JsonNode result() {
        List<JsonNode> all = new ArrayList<>(results.size());
        for (int i = 0; i < results.size(); i++) {
            if (flattened.get(i)) {
                results.get(i).forEach(all::add);
            } else {
                all.add(results.get(i));
            }
        }
        return Json.array(all.toArray(JsonNode[]::new));
    }
}
