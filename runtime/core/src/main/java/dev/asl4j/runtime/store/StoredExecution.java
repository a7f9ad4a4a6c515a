package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.ExecutionType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution as a store keeps it.
 *
 * @param head what stays the same
 * @param progress what changes from turn to turn
 */
public record StoredExecution(long key, Head head, Progress progress) {
    /** How it stands, with AWS's words. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED
    }

    /**
     * What stays the same through an execution.
     *
     * @param machine name of its state machine; of a child of a Map Run {@code <machine>/<label>}
     * @param serial at the end of the ARN of an Express execution; null for a Standard one
     * @param parent what started it, if another execution did
     */
    public record Head(
            String machine,
            String name,
            ExecutionType type,
            @Nullable String serial,
            JsonNode input,
            Instant start,
            @Nullable Parent parent) {
        /** Shows no data. */
        @Override
        public String toString() {
            return "Head[" + machine + ", " + name + "]";
        }
    }

    /**
     * The execution that started this one.
     *
     * @param key of that execution
     * @param visit id of the event by which the task was scheduled, or the Map Run started
     * @param mapRun ARN of the Map Run; null if a task started it
     * @param position among the children of the Map Run, from 0, which an Express child that did not succeed leaves to the one that is
     *     started in its stead; 0 if a task started it
     * @param items how many items it stands for; 0 if a task started it
     */
    public record Parent(long key, long visit, @Nullable String mapRun, int position, int items) {}

    /**
     * What changes.
     *
     * @param fingerprint of the definition it goes by
     * @param stop when it ended; null while it runs
     * @param lastEvent id of its last event
     * @param lastFrame highest id that a frame has had
     * @param deadline when it times out; null means never
     * @param redriven when it was redriven last; null if it never was
     * @param pinned whether it may only go on with the definition it started with
     * @param parked why it cannot go on with the definitions there are; null if it can
     */
    public record Progress(
            String fingerprint,
            Status status,
            @Nullable JsonNode output,
            @Nullable String error,
            @Nullable String cause,
            @Nullable Instant stop,
            long lastEvent,
            int lastFrame,
            @Nullable Instant deadline,
            int redriveCount,
            @Nullable Instant redriven,
            boolean pinned,
            @Nullable String parked) {
        /** Shows no data. */
        @Override
        public String toString() {
            return "Progress[" + status + ", " + lastEvent + "]";
        }
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "StoredExecution[" + key + ", " + head.machine() + ", " + head.name() + ", " + progress.status() + "]";
    }
}
