package dev.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.benchmarks.work.Inputs;
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

/** JSON read and written by the runtime, beside Jackson's {@code ObjectMapper} as it comes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TextBenchmark {
    /** Parts in the store: 0 stands for an order. */
    @Param({"0", "1000"})
    public int parts;

    private String text = "";
    private JsonNode json = NullNode.getInstance();
    private JsonNode jackson = NullNode.getInstance();

    /** Compares, too. */
    @Setup
    public void prepare() {
        text = parts == 0 ? Inputs.order() : Inputs.store(parts);
        json = Json.parse(text);
        jackson = Outputs.parse(text);
        Outputs.requireEqual(json, jackson);
        Outputs.requireSame(write(), writeByJackson());
    }

    @Benchmark
    public JsonNode parse() {
        return Json.parse(text);
    }

    @Benchmark
    public JsonNode parseByJackson() {
        return Outputs.parse(text);
    }

    @Benchmark
    public String write() {
        return Json.write(json);
    }

    @Benchmark
    public String writeByJackson() {
        return Outputs.write(jackson);
    }
}
