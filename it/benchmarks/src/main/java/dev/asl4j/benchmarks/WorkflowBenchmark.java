package dev.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.benchmarks.work.Language;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * {@code Workflow.run} in the thread that calls it. What runs compiled gets its input as the runtime reads it, the program by hand as
 * Jackson does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WorkflowBenchmark {
    @Param({"PASS_CHAIN", "TASK_CHAIN", "CHOICE_LOOP", "MAP", "PARALLEL", "ORDER"})
    public Work work = Work.ORDER;

    @Param("JSONPATH")
    public Language language = Language.JSONPATH;

    private Workflow<JsonNode, JsonNode> workflow = Work.ORDER.workflow(Language.JSONPATH);
    private String text = "";
    private JsonNode input = NullNode.getInstance();
    private JsonNode jackson = NullNode.getInstance();

    /** Compares, too. */
    @Setup
    public void prepare() {
        workflow = work.workflow(language);
        text = work.input();
        input = Json.parse(text);
        jackson = Outputs.parse(text);
        Outputs.requireEqual(compiled(), byHand());
        if (language == Language.JSONPATH) {
            Outputs.requireSame(compiled(), byHand());
            Outputs.requireSame(compiledOnText(), byHandOnText());
        }
    }

    @Benchmark
    public JsonNode compiled() {
        return workflow.run(input);
    }

    /** With an input that is somebody else's: it is copied first. */
    @Benchmark
    public JsonNode compiledOnJackson() {
        return workflow.run(jackson);
    }

    @Benchmark
    public JsonNode byHand() {
        return work.byHand(jackson);
    }

    @Benchmark
    public String compiledOnText() {
        return Json.write(workflow.run(Json.parse(text)));
    }

    @Benchmark
    public String byHandOnText() {
        return Outputs.write(work.byHand(Outputs.parse(text)));
    }
}
