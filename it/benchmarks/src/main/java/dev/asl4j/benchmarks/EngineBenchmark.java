package dev.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.benchmarks.work.Language;
import dev.asl4j.benchmarks.work.Work;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.data.Json;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Executions in an engine in memory, 64 of them in flight: one more is started as soon as one has ended. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EngineBenchmark {
    private static final int IN_FLIGHT = 64;

    /** Ended executions that the engine keeps: enough for what is in flight, and little for the garbage collector. */
    private static final int REMEMBERED = 100;

    @Param({"PASS_CHAIN", "TASK_CHAIN", "CHOICE_LOOP", "MAP", "PARALLEL", "ORDER"})
    public Work work = Work.ORDER;

    @Param({"false", "true"})
    public boolean history;

    private final Semaphore free = new Semaphore(IN_FLIGHT);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private Workflow<JsonNode, JsonNode> workflow = Work.ORDER.workflow(Language.JSONPATH);
    private Engine engine = Engine.builder().build();
    private JsonNode input = NullNode.getInstance();
    private long started;

    /** Compares, too. */
    @Setup
    public void prepare() {
        workflow = work.workflow(Language.JSONPATH);
        input = Json.parse(work.input());
        engine.close();
        engine = Engine.builder()
                .recordHistory(history)
                .remember(REMEMBERED)
                .register(workflow)
                .build();
        Outputs.requireSame(start("first").join(), work.byHand(Outputs.parse(work.input())));
    }

    private CompletableFuture<JsonNode> start(String name) {
        return engine.startAsync(workflow, name, input).thenCompose(Execution::result);
    }

    /** The time between two ends, not from the start of one to its end. */
    @Benchmark
    public void engine() throws InterruptedException {
        free.acquire();
        CompletableFuture<JsonNode> unused = start("n" + started++).whenComplete((output, error) -> {
            if (error != null) {
                failure.set(error);
            }
            free.release();
        });
    }

    /** Waits for what is in flight; throws IllegalStateException if one failed. */
    @TearDown
    public void close() throws InterruptedException {
        free.acquire(IN_FLIGHT);
        engine.close();
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }
}
