package dev.asl4j.benchmarks.durable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.store.ExecutionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * So many executions at the same time that do one task after the other: each result is durable before the next task is called. A step
 * is a call of the handler, before which there is one commit.
 */
final class StepLoad implements Side {
    private static final int STEPS = 200;
    private static final String ORDER = "o-4711";

    private final Engine engine;
    private final Turnstile turnstile;
    private final Steps workflow;
    private final List<CompletableFuture<Void>> loops = new ArrayList<>();
    private long executions; // guarded by this
    private volatile boolean stopped;

    StepLoad(ExecutionStore store, int inFlight) throws InterruptedException {
        turnstile = new Turnstile(inFlight);
        workflow = new Steps((input, task) -> {
            turnstile.pass();
            return input(input.get("left").intValue() - 1);
        });
        engine = Engine.builder().store(store).register(workflow).build();
        for (int i = 0; i < inFlight; i++) {
            loops.add(loop());
        }
        turnstile.awaitAll();
    }

    private static JsonNode input(int left) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("order", ORDER)
                .put("left", left)
                .put(
                        "note",
                        "Something that a task has to say of a hundred characters or so: it is not nothing, nor is it much.");
    }

    @Override
    public double slice(long nanos) throws InterruptedException {
        long before = turnstile.arrivals();
        long begin = System.nanoTime();
        turnstile.open();
        TimeUnit.NANOSECONDS.sleep(nanos);
        turnstile.close();
        turnstile.awaitAll();
        return (turnstile.arrivals() - before) * NANOS_PER_SECOND / (System.nanoTime() - begin);
    }

    /** One execution on its own, from its start to its end. */
    static void once(ExecutionStore store) throws Exception {
        Steps workflow = new Steps((input, task) -> input(input.get("left").intValue() - 1));
        try (Engine engine = Engine.builder().store(store).register(workflow).build()) {
            engine.start(workflow, "once", input(STEPS)).result().join();
        }
    }

    private CompletableFuture<Void> loop() {
        return engine.startAsync(workflow, "steps-" + nextExecution(), input(STEPS))
                .thenCompose(Execution::result)
                .thenComposeAsync(output -> stopped ? CompletableFuture.<Void>completedFuture(null) : loop());
    }

    private synchronized long nextExecution() {
        return ++executions;
    }

    @Override
    public void close() {
        stopped = true;
        turnstile.open();
        CompletableFuture.allOf(loops.toArray(CompletableFuture[]::new)).join();
        engine.close();
    }
}
