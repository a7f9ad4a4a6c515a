package dev.asl4j.benchmarks.durable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Fills the memory with executions that wait: {@code time} or {@code token}, whether history is kept, count. */
public final class MemoryOfWaiting {
    private static final int WARM_UP = 1_000;
    private static final int SECONDS_TO_SETTLE = 3;

    private MemoryOfWaiting() {}

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[2]);
        Workflow<JsonNode, JsonNode> workflow =
                arguments[0].equals("time") ? new Reminder() : new Approval((input, task) -> input);
        Engine engine = Engine.builder()
                .recordHistory(Boolean.parseBoolean(arguments[1]))
                .register(workflow)
                .build();
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        Starting.start(engine, workflow, "warm-up-", WARM_UP, Waiting.input(tomorrow));
        TimeUnit.SECONDS.sleep(SECONDS_TO_SETTLE);
        long before = Reports.used();
        for (int done = 0; done < count; done += WARM_UP) {
            for (int i = 0; i < WARM_UP; i++) {
                // Each has an input of its own, as it would if it came from outside.
                engine.startAsync(workflow, "order-" + (done + i), Waiting.input(tomorrow))
                        .join();
            }
        }
        TimeUnit.SECONDS.sleep(SECONDS_TO_SETTLE);
        System.out.println("bytes=" + (double) (Reports.used() - before) / count);
        System.out.flush();
        engine.shutdownNow();
    }
}
