package dev.asl4j.runtime;

import dev.asl4j.runtime.internal.MapRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Map Run at one moment, as {@code DescribeMapRun} shows it.
 *
 * @param executionArn of the execution whose Map state it is
 * @param stopDate when it ended; null while it runs
 * @param maxConcurrency how many child executions may run at the same time
 * @param toleratedFailureCount as given; 0 if it is not
 * @param toleratedFailurePercentage as given; 0 if it is not
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
     */
    public record Counts(
            long pending,
            long running,
            long succeeded,
            long failed,
            long timedOut,
            long aborted,
            long total,
            long resultsWritten) {
        private static Counts of(MapRun.Tally tally) {
            return new Counts(
                    tally.pending(),
                    tally.running(),
                    tally.succeeded(),
                    tally.failed(),
                    tally.timedOut(),
                    tally.aborted(),
                    tally.total(),
                    tally.resultsWritten());
        }
    }

    static MapRunDescription of(MapRun run) {
        MapRun.View view = run.view();
        return new MapRunDescription(
                run.arn(),
                run.executionArn(),
                switch (view.status()) {
                    case RUNNING -> Status.RUNNING;
                    case SUCCEEDED -> Status.SUCCEEDED;
                    case FAILED -> Status.FAILED;
                    case ABORTED -> Status.ABORTED;
                },
                run.start(),
                view.stop(),
                run.maxConcurrency(),
                run.distribution().toleratedFailureCount(),
                run.distribution().toleratedFailurePercentage(),
                Counts.of(view.items()),
                Counts.of(view.executions()));
    }
}
