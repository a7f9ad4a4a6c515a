package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.store.StoredMapRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stored Map Run says of itself.
 *
 * @param executionArn of the execution whose Map it is
 * @param maxConcurrency how many children may run at the same time
 * @param toleratedFailureCount 0 if none is given
 * @param toleratedFailurePercentage 0 if none is given
 * @param redriven when it was redriven last; null if it never was
 */
public record MapRunView(
        String arn,
        String executionArn,
        StoredMapRun.Status status,
        Instant start,
        @Nullable Instant stop,
        int maxConcurrency,
        long toleratedFailureCount,
        double toleratedFailurePercentage,
        int redriveCount,
        @Nullable Instant redriven,
        Tally items,
        Tally executions) {

    /** Reads it. */
    public static MapRunView of(StoredMapRun run) {
        JsonNode detail = run.detail();
        return new MapRunView(
                run.arn(),
                detail.path(MapRun.EXECUTION).asText(),
                run.status(),
                run.start(),
                run.stop(),
                MapRun.atOnce(detail.path(MapRun.MAX_CONCURRENCY).asInt()),
                detail.path(MapRun.TOLERATED_COUNT).asLong(),
                detail.path(MapRun.TOLERATED_PERCENTAGE).asDouble(),
                detail.path(MapRun.REDRIVE_COUNT).asInt(),
                MapRun.instant(detail.get(MapRun.REDRIVEN)),
                Tally.of(detail.path(MapRun.ITEMS)),
                Tally.of(detail.path(MapRun.EXECUTIONS)));
    }

    /** How many of the items or executions are where. */
    public record Tally(
            long pending,
            long running,
            long succeeded,
            long failed,
            long timedOut,
            long aborted,
            long resultsWritten,
            long failuresNotRedrivable,
            long pendingRedrive) {

        static Tally of(JsonNode counts) {
            long[] values = new long[9];
            for (int i = 0; i < values.length; i++) {
                values[i] = counts.path(i).asLong();
            }
            return new Tally(
                    values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8]);
        }

        /** All of them, as far as they are known. */
        public long total() {
            return pending + running + succeeded + failed + timedOut + aborted + pendingRedrive;
        }
    }
}
