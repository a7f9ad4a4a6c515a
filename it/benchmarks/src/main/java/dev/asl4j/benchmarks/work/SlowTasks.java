package dev.asl4j.benchmarks.work;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.benchmarks.jsonpath.TaskChain;
import dev.asl4j.runtime.Workflow;
import java.util.concurrent.TimeUnit;

/** The chain of tasks with handlers that take their time. */
public final class SlowTasks {
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private SlowTasks() {}

    /** The workflow. */
    public static Workflow<JsonNode, JsonNode> workflow() {
        return new TaskChain((in, task) -> inspect(in));
    }

    /** The program by hand. */
    public static JsonNode byHand(JsonNode in) {
        return Chains.inspections(in, SlowTasks::inspect);
    }

    private static JsonNode inspect(JsonNode in) {
        long end = System.nanoTime() + NANOS;
        JsonNode answer = Services.inspect(in);
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        return answer;
    }
}
