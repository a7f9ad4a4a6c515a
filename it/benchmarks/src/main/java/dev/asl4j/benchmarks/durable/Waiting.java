package dev.asl4j.benchmarks.durable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.asl4j.jdbc.JdbcExecutionStore;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.store.ExecutionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Starts executions that wait a day: URL, count. */
public final class Waiting {
    private static final Duration DAY = Duration.ofDays(1);

    private Waiting() {}

    /** What reminders and alarms are given. */
    static JsonNode input(Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("order", "o-4711")
                .put("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        Reminder workflow = new Reminder();
        try (ExecutionStore store = JdbcExecutionStore.open(arguments[0])) {
            try (Engine engine =
                    Engine.builder().store(store).register(workflow).build()) {
                long begin = System.nanoTime();
                Starting.start(
                        engine,
                        workflow,
                        "reminder-",
                        count,
                        input(Instant.now().plus(DAY)));
                Reports.seconds("seconds", begin);
            }
            long counted = store.census(workflow.name()).stream()
                    .mapToLong(ExecutionStore.Census::executions)
                    .sum();
            if (counted != count) {
                throw new IllegalStateException(counted + " executions wait, not " + count + ".");
            }
            System.out.println("counted=" + counted);
        }
    }
}
