package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.dataset.Batch;
import dev.asl4j.runtime.dataset.ExecutionRecord;
import dev.asl4j.runtime.spi.ExecutionType;
import org.jspecify.annotations.Nullable;

/** One item or batch of a Map Run, as the parent sees it. */
final class ChildExecution {
    private final Identity identity;
    private final Batch batch;
    private final int position;
    private final int size;
    private Host.@Nullable Running running;
    private boolean unwanted;

    /**
     * A child that is to be started.
     *
     * @param position its place among the results, from 0
     * @param size of its input, in bytes
     */
    ChildExecution(Identity identity, Batch batch, int position, int size) {
        this.identity = identity;
        this.batch = batch;
        this.position = position;
        this.size = size;
    }

    Identity identity() {
        return identity;
    }

    /** How many items it stands for. */
    int items() {
        return batch.items();
    }

    int position() {
        return position;
    }

    int size() {
        return size;
    }

    /** It runs; if it is not wanted any more, it is stopped at once. */
    void started(Host.Running running) {
        this.running = running;
        if (unwanted) {
            running.stop();
        }
    }

    void stop() {
        unwanted = true;
        if (running != null) {
            running.stop();
        }
    }

    /** What is kept of it. */
    ExecutionRecord record(Outcome outcome) {
        @Nullable Failure failure = outcome.failure();
        @Nullable JsonNode output = outcome.output();
        return new ExecutionRecord(
                identity.id(),
                identity.machineId(),
                identity.name(),
                identity.type() == ExecutionType.EXPRESS,
                outcome.ending().name(),
                identity.input(),
                output,
                failure == null ? null : failure.error(),
                failure == null ? null : failure.cause(),
                identity.start(),
                outcome.time());
    }
}
