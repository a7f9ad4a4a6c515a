package dev.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.benchmarks.work.SlowTasks;
import dev.asl4j.benchmarks.work.Work;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.data.Json;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Twenty tasks whose handlers take a millisecond each, in which they are busy: they end at a time, so that nothing else shows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SlowHandlerBenchmark {
    private final Workflow<JsonNode, JsonNode> workflow = SlowTasks.workflow();
    private final JsonNode input = Json.parse(Work.TASK_CHAIN.input());
    private final JsonNode jackson = Outputs.parse(Work.TASK_CHAIN.input());

    /** Refuses to measure two programs that do different things. */
    @Setup
    public void compareOutputs() {
        Outputs.requireSame(compiled(), byHand());
    }

    @Benchmark
    public JsonNode compiled() {
        return workflow.run(input);
    }

    @Benchmark
    public JsonNode byHand() {
        return SlowTasks.byHand(jackson);
    }
}
