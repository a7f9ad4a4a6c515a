package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Distribution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What there is to know of a Map Run from outside. Written on turns of its execution, read by any thread. */
public final class MapRun {
    /** Where it stands. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        ABORTED
    }

    /** So many child executions run at the same time if there is no limit. */
    static final int MOST_AT_ONCE = 10_000;

    private final String arn;
    private final String executionArn;
    private final Distribution distribution;
    private final Instant start;
    private final Counts items = new Counts(); // guarded by this, as all below
    private final Counts executions = new Counts();
    private Status status = Status.RUNNING;
    private @Nullable Instant stop;

    MapRun(String arn, String executionArn, Distribution distribution, Instant start) {
        this.arn = arn;
        this.executionArn = executionArn;
        this.distribution = distribution;
        this.start = start;
    }

    /** Its ARN. */
    public String arn() {
        return arn;
    }

    /** ARN of the execution whose Map it is. */
    public String executionArn() {
        return executionArn;
    }

    /** What was asked for. */
    public Distribution distribution() {
        return distribution;
    }

    /** When it started. */
    public Instant start() {
        return start;
    }

    /** How many child executions may run at the same time. */
    public int maxConcurrency() {
        int limit = distribution.maxConcurrency();
        return limit == 0 ? MOST_AT_ONCE : Math.min(limit, MOST_AT_ONCE);
    }

    /** How it stands at this moment. */
    public synchronized View view() {
        return new View(status, stop, items.view(), executions.view());
    }

    synchronized void itemsRead(long count) {
        items.pending += count;
    }

    synchronized void executionBuilt() {
        executions.pending++;
    }

    synchronized void executionStarted(int itemCount) {
        items.started(itemCount);
        executions.started(1);
    }

    synchronized void executionEnded(int itemCount, Ending ending) {
        items.ended(itemCount, ending);
        executions.ended(1, ending);
    }

    synchronized void resultsWritten(long itemCount, long executionCount) {
        items.resultsWritten += itemCount;
        executions.resultsWritten += executionCount;
    }

    /**
     * Whether too many items have failed.
     *
     * @param allRead whether the number of items is known; a percentage does not count before
     */
    synchronized boolean exceeded(boolean allRead) {
        return distribution.exceeded(items.failed + items.timedOut, allRead ? items.total() : Long.MAX_VALUE);
    }

    synchronized void end(Status status, Instant stop) {
        if (this.status == Status.RUNNING) {
            this.status = status;
            this.stop = stop;
        }
    }

    @Override
    public String toString() {
        return "MapRun[" + arn + "]";
    }

    /** A Map Run at one moment. */
    public record View(Status status, @Nullable Instant stop, Tally items, Tally executions) {}

    /** How many of the items or executions are where. */
    public record Tally(
            long pending, long running, long succeeded, long failed, long timedOut, long aborted, long resultsWritten) {
        /** All of them, as far as they are known. */
        public long total() {
            return pending + running + succeeded + failed + timedOut + aborted;
        }
    }

    private static final class Counts {
        private long pending;
        private long running;
        private long succeeded;
        private long failed;
        private long timedOut;
        private long aborted;
        private long resultsWritten;

        void started(long count) {
            pending -= count;
            running += count;
        }

        void ended(long count, Ending ending) {
            running -= count;
            switch (ending) {
                case SUCCEEDED -> succeeded += count;
                case FAILED -> failed += count;
                case TIMED_OUT -> timedOut += count;
                case ABORTED -> aborted += count;
            }
        }

        long total() {
            return view().total();
        }

        Tally view() {
            return new Tally(pending, running, succeeded, failed, timedOut, aborted, resultsWritten);
        }
    }
}
