package dev.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Compiled workflows beside the same work written by hand; the outputs are compared before anything is measured. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WorkflowBenchmark {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CountingLoop countingLoop = new CountingLoop();
    private final OrderLines orderLines = new OrderLines((input, task) -> HandWritten.loadPrices());
    private final JsonNode numbers = JSON.objectNode().put("n", 0).put("limit", 1_000);
    private final JsonNode order = order();

    private static JsonNode order() {
        ObjectNode order = JSON.objectNode().put("id", "1042").put("currency", "SEK");
        ArrayNode lines = order.putArray("lines");
        for (int i = 0; i < 100; i++) {
            lines.addObject().put("sku", "sku-" + i).put("quantity", i % 20);
        }
        return order;
    }

    /** Refuses to measure two programs that do different things. */
    @Setup
    public void compareOutputs() {
        requireEqual(countingLoopCompiled(), countingLoopByHand());
        requireEqual(orderLinesCompiled(), orderLinesByHand());
    }

    private static void requireEqual(JsonNode compiled, JsonNode byHand) {
        if (!compiled.toString().equals(byHand.toString())) {
            throw new IllegalStateException("outputs differ: " + compiled + " and " + byHand);
        }
    }

    @Benchmark
    public JsonNode countingLoopCompiled() {
        return countingLoop.run(numbers);
    }

    @Benchmark
    public JsonNode countingLoopByHand() {
        return HandWritten.countingLoop(numbers);
    }

    @Benchmark
    public JsonNode orderLinesCompiled() {
        return orderLines.run(order);
    }

    @Benchmark
    public JsonNode orderLinesByHand() {
        return HandWritten.orderLines(order);
    }
}
