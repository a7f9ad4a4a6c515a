package dev.asl4j.runtime;

import dev.asl4j.runtime.internal.MapRunView;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredMapRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Map Run at one moment, as {@code DescribeMapRun} shows it.
 *
 * @param executionArn of the execution whose Map state it is
 * @param stopDate when it ended; null while it runs
 * @param maxConcurrency how many child executions may run at the same time
 * @param toleratedFailureCount as given, or updated last; 0 if it is not
 * @param toleratedFailurePercentage as given, or updated last; 0 if it is not
 * @param redriveCount how often it was redriven
 * @param redriveDate when it was redriven last; null if it never was
 * @param itemCounts how many items are where
 * @param executionCounts how many child executions are where
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeMapRun.html">DescribeMapRun</a>
 * @since 0.1.0
 */
public record MapRunDescription(
        String mapRunArn,
        String executionArn,
        Status status,
        Instant startDate,
        @Nullable Instant stopDate,
        int maxConcurrency,
        long toleratedFailureCount,
        double toleratedFailurePercentage,
        int redriveCount,
        @Nullable Instant redriveDate,
        Counts itemCounts,
        Counts executionCounts) {

    /** Where a Map Run stands. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        /** Its execution ended first. */
        ABORTED
    }

    /**
     * Numbers of items or of executions.
     *
     * @param pending not started; of items: those that were read so far
     * @param total all of them, as far as they are known
     * @param resultsWritten whose results are in the Map's result, or in the files of the result writer
     * @param failuresNotRedrivable of those that did not succeed, the ones that cannot be redriven
     * @param pendingRedrive that did not succeed and wait to be redriven: not among {@code failed}, {@code timedOut} and {@code aborted}
     */
    public record Counts(
            long pending,
            long running,
            long succeeded,
            long failed,
            long timedOut,
            long aborted,
            long total,
            long resultsWritten,
            long failuresNotRedrivable,
            long pendingRedrive) {
        /** Of a Map Run that is not redriven. */
        public Counts(
                long pending,
                long running,
                long succeeded,
                long failed,
                long timedOut,
                long aborted,
                long total,
                long resultsWritten) {
            this(pending, running, succeeded, failed, timedOut, aborted, total, resultsWritten, 0, 0);
        }

        private static Counts of(MapRunView.Tally tally) {
            return new Counts(
                    tally.pending(),
                    tally.running(),
                    tally.succeeded(),
                    tally.failed(),
                    tally.timedOut(),
                    tally.aborted(),
                    tally.total(),
                    tally.resultsWritten(),
                    tally.failuresNotRedrivable(),
                    tally.pendingRedrive());
        }
    }

    static MapRunDescription of(StoredMapRun stored, ExecutionStore store) {
        MapRunView run = MapRunView.of(stored);
        @Nullable
        Instant end = stored.status() == StoredMapRun.Status.RUNNING
                ? store.get(stored.execution())
                        .map(execution -> execution.progress().stop())
                        .orElse(null)
                : null; // of one that was aborted without a definition, which could not tell its Map Runs
        return new MapRunDescription(
                run.arn(),
                run.executionArn(),
                switch (run.status()) {
                    case RUNNING -> end == null ? Status.RUNNING : Status.ABORTED;
                    case SUCCEEDED -> Status.SUCCEEDED;
                    case FAILED -> Status.FAILED;
                    case ABORTED -> Status.ABORTED;
                },
                run.start(),
                end == null ? run.stop() : end,
                run.maxConcurrency(),
                run.toleratedFailureCount(),
                run.toleratedFailurePercentage(),
                run.redriveCount(),
                run.redriven(),
                Counts.of(run.items()),
                Counts.of(run.executions()));
    }
}
