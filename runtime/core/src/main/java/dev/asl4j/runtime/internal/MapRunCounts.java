package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.internal.Outcome.Ending;

/** How many of the items, or of the child executions, of a Map Run are where. */
final class MapRunCounts {
    private long pending;
    private long running;
    private long succeeded;
    private long failed;
    private long timedOut;
    private long aborted;
    private long resultsWritten;
    private long failuresNotRedrivable;
    private long pendingRedrive;

    /** So many there are at least, started or not. */
    void known(long total) {
        pending = Math.max(pending, total - (total() - pending));
    }

    void pending(long count) {
        pending += count;
    }

    long pending() {
        return pending;
    }

    /** They are started, or found running. */
    void started(long count) {
        pending = Math.max(0, pending - count);
        running += count;
    }

    void ended(long count, Ending ending) {
        running -= count;
        add(count, ending);
    }

    /** They have ended, and wait to be redriven. */
    void toBeRedriven(long count) {
        running -= count;
        pendingRedrive += count;
    }

    /** They go on. */
    void redriven(long count) {
        pendingRedrive -= count;
        running += count;
    }

    /** They are not redriven after all. */
    void notRedriven(long count, Ending ending) {
        pendingRedrive -= count;
        add(count, ending);
    }

    /** Of those that have ended, they cannot be redriven. */
    void notRedrivable(long count) {
        failuresNotRedrivable += count;
    }

    /** What runs is ended with the Map Run. */
    void abort() {
        aborted += running;
        running = 0;
    }

    void resultsWritten(long count) {
        resultsWritten += count;
    }

    /** Forgets what became of them; so many are not started. */
    void recount(long total) {
        pending = total;
        running = 0;
        succeeded = 0;
        failed = 0;
        timedOut = 0;
        aborted = 0;
        resultsWritten = 0;
        failuresNotRedrivable = 0;
        pendingRedrive = 0;
    }

    MapRunCounts copy() {
        return of(json());
    }

    /** Those that have ended, however. */
    long ended() {
        return succeeded + failed + timedOut + aborted;
    }

    /** Those that count against the tolerated failures. */
    long failures() {
        return failed + timedOut;
    }

    long total() {
        return pending + running + ended() + pendingRedrive;
    }

    private void add(long count, Ending ending) {
        switch (ending) {
            case SUCCEEDED -> succeeded += count;
            case FAILED -> failed += count;
            case TIMED_OUT -> timedOut += count;
            case ABORTED -> aborted += count;
        }
    }

    // ---- as a store keeps them

    JsonNode json() {
        long[] counts = {
            pending,
            running,
            succeeded,
            failed,
            timedOut,
            aborted,
            resultsWritten,
            failuresNotRedrivable,
            pendingRedrive
        };
        JsonNode[] elements = new JsonNode[counts.length];
        for (int i = 0; i < counts.length; i++) {
            elements[i] = LongNode.valueOf(counts[i]);
        }
        return Json.array(elements);
    }

    static MapRunCounts of(JsonNode json) {
        MapRunCounts counts = new MapRunCounts();
        MapRunView.Tally tally = MapRunView.Tally.of(json);
        counts.pending = tally.pending();
        counts.running = tally.running();
        counts.succeeded = tally.succeeded();
        counts.failed = tally.failed();
        counts.timedOut = tally.timedOut();
        counts.aborted = tally.aborted();
        counts.resultsWritten = tally.resultsWritten();
        counts.failuresNotRedrivable = tally.failuresNotRedrivable();
        counts.pendingRedrive = tally.pendingRedrive();
        return counts;
    }
}
