package dev.asl4j.benchmarks.durable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Workflow;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts many executions in a row: the engine says how fast. */
final class Starting {
    private Starting() {}

    /** Returns when the start of each is durable. */
    static void start(Engine engine, Workflow<JsonNode, JsonNode> workflow, String prefix, int count, JsonNode input)
            throws InterruptedException {
        CountDownLatch left = new CountDownLatch(count);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        for (int i = 0; i < count; i++) {
            var unused = engine.startAsync(workflow, prefix + i, input).whenComplete((execution, thrown) -> {
                if (thrown != null) {
                    failure.compareAndSet(null, thrown);
                }
                left.countDown();
            });
        }
        left.await();
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("An execution could not be started.", thrown);
        }
    }
}
