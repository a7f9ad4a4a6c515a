package dev.asl4j.benchmarks.durable;

import dev.asl4j.jdbc.JdbcExecutionStore;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.store.ExecutionStore;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Starts executions whose task never returns, and waits to be killed: URL, count. */
public final class InFlight {
    private InFlight() {}

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        CountDownLatch never = new CountDownLatch(1);
        Charge workflow = new Charge((input, task) -> {
            never.await();
            return input;
        });
        try (ExecutionStore store = JdbcExecutionStore.open(arguments[0]);
                Engine engine = Engine.builder()
                        .store(store)
                        .register(workflow)
                        .maxInMemory(count)
                        .build()) {
            long begin = System.nanoTime();
            Starting.start(engine, workflow, "charge-", count, Waiting.input(Instant.EPOCH));
            Reports.seconds("seconds", begin);
            never.await();
        }
    }
}
