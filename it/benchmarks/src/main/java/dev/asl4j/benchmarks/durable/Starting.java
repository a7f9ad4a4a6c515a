package dev.asl4j.benchmarks.durable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Workflow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts many executions, so many at a time. */
final class Starting {
    private static final int AT_A_TIME = 2_000;

    private Starting() {}

    /** Returns when the start of each is durable. */
    static void start(Engine engine, Workflow<JsonNode, JsonNode> workflow, String prefix, int count, JsonNode input)
            throws InterruptedException {
        Semaphore permits = new Semaphore(AT_A_TIME);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        for (int i = 0; i < count && failure.get() == null; i++) {
            permits.acquire();
            var unused = engine.startAsync(workflow, prefix + i, input).whenComplete((execution, thrown) -> {
                if (thrown != null) {
                    failure.compareAndSet(null, thrown);
                }
                permits.release();
            });
        }
        permits.acquire(AT_A_TIME);
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("An execution could not be started.", thrown);
        }
    }
}
