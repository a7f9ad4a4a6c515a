package dev.asl4j.benchmarks.durable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.store.ExecutionStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** So many executions at the same time that do one task after the other: each result is durable before the next task is called. */
final class StepLoad {
    private static final int STEPS = 200;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String ORDER = "o-4711";

    private final LongAdder steps = new LongAdder();
    private final AtomicLong executions = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Steps workflow = new Steps((input, task) -> {
        steps.increment();
        return input(input.get("left").intValue() - 1);
    });

    private static JsonNode input(int left) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("order", ORDER)
                .put("left", left)
                .put(
                        "note",
                        "Something that a task has to say of a hundred characters or so: it is not nothing, nor is it much.");
    }

    /** Steps in a second. */
    double measure(ExecutionStore store, int inFlight, Duration warmUp, Duration time) throws Exception {
        try (Engine engine = Engine.builder().store(store).register(workflow).build()) {
            List<CompletableFuture<Void>> loops = new ArrayList<>();
            for (int i = 0; i < inFlight; i++) {
                loops.add(loop(engine));
            }
            TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
            long before = steps.sum();
            long begin = System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            double rate = (steps.sum() - before) * NANOS_PER_SECOND / (System.nanoTime() - begin);
            stopped.set(true);
            CompletableFuture.allOf(loops.toArray(CompletableFuture[]::new)).join();
            return rate;
        }
    }

    /** One execution on its own. */
    void once(ExecutionStore store) throws Exception {
        try (Engine engine = Engine.builder().store(store).register(workflow).build()) {
            engine.start(workflow, "once", input(STEPS)).result().join();
        }
    }

    private CompletableFuture<Void> loop(Engine engine) {
        return engine.startAsync(workflow, "steps-" + executions.incrementAndGet(), input(STEPS))
                .thenCompose(Execution::result)
                .thenComposeAsync(
                        output -> stopped.get() ? CompletableFuture.<Void>completedFuture(null) : loop(engine));
    }
}
