package dev.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.benchmarks.work.Inputs;
import dev.asl4j.benchmarks.work.PathWork;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.data.Json;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Paths in a compiled state, the run of the workflow included, beside Jayway's json-path. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PathBenchmark {
    @Param
    public PathWork paths = PathWork.DEFINITE;

    private Workflow<JsonNode, JsonNode> workflow = PathWork.DEFINITE.workflow();
    private JsonNode input = NullNode.getInstance();
    private JsonNode jackson = NullNode.getInstance();

    /** Compares, too. */
    @Setup
    public void prepare() {
        workflow = paths.workflow();
        input = Json.parse(Inputs.order());
        jackson = Outputs.parse(Inputs.order());
        Outputs.requireSame(compiled(), byJayway());
    }

    @Benchmark
    public JsonNode compiled() {
        return workflow.run(input);
    }

    @Benchmark
    public JsonNode byJayway() {
        return paths.byJayway(jackson);
    }
}
