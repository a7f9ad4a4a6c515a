package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.StoreException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The starts that nobody waits for and that are not durable yet. They are in memory, inputs and all: so there is a bound, and whoever
 * starts more than the store keeps up with waits for that.
 */
final class StartsUnderWay {
    /** So many at a time, if their inputs are small: four commits of a database. */
    private static final int MOST = 2_048;

    /** So many bytes of an input, as JSON text, count as another start. */
    private static final int BYTES = 8 * 1024;

    private final Semaphore room = new Semaphore(MOST);
    private final Duration patience;

    StartsUnderWay(Duration patience) {
        this.patience = patience;
    }

    /**
     * One begins. A listener that is told of a turn does not wait, as its thread may be the one that is waited for.
     *
     * @return for {@link #end}
     * @throws StoreException if the store does not keep up for too long: nothing was started
     */
    int begin(JsonNode input) {
        int weight = Math.min(MOST, 1 + Json.size(input) / BYTES);
        if (room.tryAcquire(weight)) {
            return weight;
        }
        if (TurnThread.isTaking()) {
            return 0;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (room.tryAcquire(weight, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                        return weight;
                    }
                    throw new StoreException("the store does not keep up with the executions that are started", null);
                } catch (InterruptedException later) { // its turn is near
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** It is durable, or never will be. */
    void end(int weight) {
        room.release(weight);
    }
}
