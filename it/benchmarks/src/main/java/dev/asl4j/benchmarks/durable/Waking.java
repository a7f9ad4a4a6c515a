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
            long lead = Long.parseLong(arguments[2]);
            Duration left = start(engine, workflow, count, lead);
            while (left.isNegative()) { // some were due before all were started: once more, with more time
                Ends.await(store, workflow.name());
                lead *= 2;
                left = start(engine, workflow, count, lead);
            }
            TimeUnit.NANOSECONDS.sleep(left.toNanos());
            begin = System.nanoTime();
            Ends.await(store, workflow.name());
            Reports.seconds("woken", begin);
        }
    }

    /** Gives how long it is until they are due. */
    private static Duration start(Engine engine, Alarm workflow, int count, long lead) throws Exception {
        Instant due = Instant.now().plusSeconds(lead).truncatedTo(ChronoUnit.SECONDS);
        long begin = System.nanoTime();
        Starting.start(engine, workflow, "alarm-" + lead + "-", count, Waiting.input(due));
        Reports.seconds("started", begin);
        return Duration.between(Instant.now(), due);
    }
}
