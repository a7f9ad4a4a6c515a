package dev.asl4j.benchmarks.durable;

import dev.asl4j.jdbc.JdbcExecutionStore;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.store.ExecutionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** Starts executions that are due at one and the same time, among others that wait, and sees them end: URL, count, seconds until then. */
public final class Waking {
    private Waking() {}

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        Alarm workflow = new Alarm();
        long begin = System.nanoTime();
        try (ExecutionStore store = JdbcExecutionStore.open(arguments[0]);
                Engine engine = Engine.builder()
                        .store(store)
                        .register(workflow)
                        .register(new Reminder())
                        .build()) {
            Reports.seconds("joined", begin);
            Instant due =
                    Instant.now().plusSeconds(Long.parseLong(arguments[2])).truncatedTo(ChronoUnit.SECONDS);
            begin = System.nanoTime();
            Starting.start(engine, workflow, "alarm-", count, Waiting.input(due));
            Reports.seconds("started", begin);
            Duration left = Duration.between(Instant.now(), due);
            if (left.isNegative()) {
                throw new IllegalStateException("They were due before all were started.");
            }
            TimeUnit.NANOSECONDS.sleep(left.toNanos());
            begin = System.nanoTime();
            Ends.await(store, workflow.name());
            Reports.seconds("woken", begin);
        }
    }
}
