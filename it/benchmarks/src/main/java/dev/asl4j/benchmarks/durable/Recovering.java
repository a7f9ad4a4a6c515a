package dev.asl4j.benchmarks.durable;

import dev.asl4j.jdbc.JdbcExecutionStore;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.store.ExecutionStore;
import java.util.concurrent.atomic.LongAdder;

/** Takes up what another process had in flight when it was killed: URL, count. */
public final class Recovering {
    private Recovering() {}

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        LongAdder calls = new LongAdder();
        Charge workflow = new Charge((input, task) -> {
            calls.increment();
            return input;
        });
        long begin = System.nanoTime();
        try (ExecutionStore store = JdbcExecutionStore.open(arguments[0]);
                Engine engine = Engine.builder().store(store).register(workflow).build()) {
            Reports.seconds("joined", begin);
            System.out.println("engine=" + engine);
            Ends.await(store, workflow.name());
            if (calls.sum() != count) {
                throw new IllegalStateException(calls.sum() + " tasks were called again, not " + count + ".");
            }
            Reports.seconds("ended", begin);
        }
    }
}
