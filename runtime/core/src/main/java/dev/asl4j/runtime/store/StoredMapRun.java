package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Map Run as a store keeps it. What it has done so far is in its child executions.
 *
 * @param execution key of the execution whose Map it is
 * @param frame id of the frame at the Map state
 * @param visit id of the event {@code MapRunStarted}
 * @param detail limits, counts and how far the items were read: the driver's
 */
public record StoredMapRun(
        String arn,
        long execution,
        int frame,
        long visit,
        Status status,
        Instant start,
        @Nullable Instant stop,
        JsonNode detail) {
    /** Where it stands. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        ABORTED
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "StoredMapRun[" + arn + ", " + status + "]";
    }
}
