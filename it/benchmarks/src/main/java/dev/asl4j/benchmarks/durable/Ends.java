package dev.asl4j.benchmarks.durable;

import dev.asl4j.runtime.store.ExecutionQuery;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.util.concurrent.TimeUnit;

/** Waits for the end of all executions of a machine, looking in the store. */
final class Ends {
    private static final int MILLIS = 50;

    private Ends() {}

    static void await(ExecutionStore store, String machine) throws InterruptedException {
        ExecutionQuery running = new ExecutionQuery(machine, Status.RUNNING, null, null, null, false, null, 1);
        while (!store.list(running).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
        }
    }
}
