package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMapRun.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// Size: all that is known of a Map Run, and its form in a store.

/** A Map Run as its execution keeps it: limits, counts, where it stands. Of the driver, on its turns. */
final class MapRun {
    static final String EXECUTION = "execution";
    static final String PLACE = "place";
    static final String MAX_CONCURRENCY = "maxConcurrency";
    static final String TOLERATED_COUNT = "toleratedFailureCount";
    static final String TOLERATED_PERCENTAGE = "toleratedFailurePercentage";
    static final String REDRIVE_COUNT = "redriveCount";
    static final String REDRIVEN = "redriven";
    static final String ITEMS = "items";
    static final String EXECUTIONS = "executions";
    static final String FAILED = "failed";
    private static final String ERROR = "error";
    private static final String CAUSE = "cause";

    /** So many child executions run at the same time if there is no limit. */
    private static final int MOST_AT_ONCE = 10_000;

    private final String arn;
    private final String executionArn;
    private final String place;
    private long visit;
    private final Instant start;
    private final MapRunCounts items;
    private final MapRunCounts executions;
    private @Nullable MapRunCounts itemsBefore; // while they are counted anew, as the next one
    private @Nullable MapRunCounts executionsBefore;
    private Distribution distribution;
    private Status status = Status.RUNNING;
    private @Nullable Instant stop;
    private @Nullable Failure failure;
    private int redriveCount;
    private @Nullable Instant redriven;

    /**
     * One that is to be started.
     *
     * @param place of the Map state in the definition of its execution
     */
    MapRun(String arn, String executionArn, String place, Distribution distribution, Instant start) {
        this.arn = arn;
        this.executionArn = executionArn;
        this.place = place;
        this.distribution = distribution;
        this.start = start;
        items = new MapRunCounts();
        executions = new MapRunCounts();
    }

    /**
     * One that is taken up again; with the limits as they were updated last.
     *
     * @param distribution as the state says it
     */
    MapRun(StoredMapRun stored, Distribution distribution) {
        JsonNode detail = stored.detail();
        arn = stored.arn();
        executionArn = detail.path(EXECUTION).asText();
        place = detail.path(PLACE).asText();
        visit = stored.visit();
        start = stored.start();
        status = stored.status();
        stop = stored.stop();
        items = MapRunCounts.of(detail.path(ITEMS));
        executions = MapRunCounts.of(detail.path(EXECUTIONS));
        if (detail.has(FAILED)) {
            failure = Failure.of(
                    detail.path(ERROR).textValue(), detail.path(CAUSE).textValue());
        }
        redriveCount = detail.path(REDRIVE_COUNT).asInt();
        redriven = instant(detail.get(REDRIVEN));
        this.distribution = limited(distribution, detail);
    }

    String arn() {
        return arn;
    }

    /** Id of the event by which it started. */
    long visit() {
        return visit;
    }

    void visit(long event) {
        visit = event;
    }

    /** What is asked for, with the limits as they are now. */
    Distribution distribution() {
        return distribution;
    }

    Status status() {
        return status;
    }

    MapRunCounts items() {
        return items;
    }

    MapRunCounts executions() {
        return executions;
    }

    /** How often it was redriven. */
    int redriveCount() {
        return redriveCount;
    }

    /** Why it fails, or has failed; null if it does not. */
    @Nullable
    Failure failure() {
        return failure;
    }

    void failure(Failure why) {
        failure = why;
    }

    /** How many child executions may run at the same time. */
    int atOnce() {
        return atOnce(distribution.maxConcurrency());
    }

    static int atOnce(int maxConcurrency) {
        return maxConcurrency == 0 ? MOST_AT_ONCE : Math.min(maxConcurrency, MOST_AT_ONCE);
    }

    /** Gets other limits, as {@code UpdateMapRun} takes them; those that are not named stay. */
    void update(JsonNode limits) {
        distribution = limited(distribution, limits);
    }

    // ---- a child, and the items it stands for

    void started(int itemCount) {
        items.started(itemCount);
        executions.started(1);
    }

    void ended(int itemCount, Ending ending) {
        items.ended(itemCount, ending);
        executions.ended(1, ending);
    }

    void toBeRedriven(int itemCount) {
        items.toBeRedriven(itemCount);
        executions.toBeRedriven(1);
    }

    void redriven(int itemCount) {
        items.redriven(itemCount);
        executions.redriven(1);
    }

    void notRedriven(int itemCount, Ending ending) {
        items.notRedriven(itemCount, ending);
        executions.notRedriven(1, ending);
    }

    void notRedrivable(int itemCount) {
        items.notRedrivable(itemCount);
        executions.notRedrivable(1);
    }

    /** Forgets what became of the items and executions, to find it out again; until then others are shown what was known before. */
    void recount() {
        itemsBefore = itemsBefore == null ? items.copy() : itemsBefore;
        executionsBefore = executionsBefore == null ? executions.copy() : executionsBefore;
        items.recount(items.total());
        executions.recount(0);
    }

    /** It is known again what became of them. */
    void recounted() {
        itemsBefore = null;
        executionsBefore = null;
    }

    /** Results of children are where they belong. */
    void resultsWritten(int itemCount, int executionCount) {
        items.resultsWritten(itemCount);
        executions.resultsWritten(executionCount);
    }

    /**
     * Whether too many items have failed.
     *
     * @param allRead whether the number of items is known; a percentage does not count before
     */
    boolean exceeded(boolean allRead) {
        return distribution.exceeded(items.failures(), allRead ? items.total() : Long.MAX_VALUE);
    }

    void end(Status how, Instant when) {
        if (status == Status.RUNNING) {
            status = how;
            stop = when;
            if (how == Status.ABORTED) {
                shown(itemsBefore, items).abort();
                shown(executionsBefore, executions).abort();
            }
        }
    }

    /** It goes on after it has ended. */
    void redrive(Instant now) {
        status = Status.RUNNING;
        stop = null;
        failure = null;
        redriveCount++;
        redriven = now;
    }

    // ---- as a store keeps it

    /**
     * As it stands.
     *
     * @param execution key of the execution
     * @param frame id of the frame at the Map state
     * @param progress adds how far it got
     */
    StoredMapRun stored(long execution, int frame, Progress progress) {
        ObjectBuilder detail = Json.object()
                .set(EXECUTION, TextNode.valueOf(executionArn))
                .set(PLACE, TextNode.valueOf(place))
                .set(MAX_CONCURRENCY, IntNode.valueOf(distribution.maxConcurrency()));
        if (distribution.isCountGiven()) {
            detail.set(TOLERATED_COUNT, LongNode.valueOf(distribution.toleratedFailureCount()));
        }
        if (distribution.isPercentageGiven()) {
            detail.set(TOLERATED_PERCENTAGE, DoubleNode.valueOf(distribution.toleratedFailurePercentage()));
        }
        detail.set(ITEMS, shown(itemsBefore, items).json())
                .set(EXECUTIONS, shown(executionsBefore, executions).json());
        if (redriven != null) {
            detail.set(REDRIVE_COUNT, IntNode.valueOf(redriveCount))
                    .set(REDRIVEN, TextNode.valueOf(redriven.toString()));
        }
        if (failure != null) {
            detail.set(FAILED, BooleanNode.TRUE);
            text(detail, ERROR, failure.error());
            text(detail, CAUSE, failure.cause());
        }
        progress.note(detail);
        return new StoredMapRun(arn, execution, frame, visit, status, start, stop, detail.build());
    }

    private static MapRunCounts shown(@Nullable MapRunCounts before, MapRunCounts counted) {
        return before == null ? counted : before;
    }

    /** Something that is kept with it. */
    @FunctionalInterface
    interface Progress {
        void note(ObjectBuilder detail);
    }

    static @Nullable Instant instant(@Nullable JsonNode text) {
        return text == null || !text.isTextual() ? null : Instant.parse(text.textValue());
    }

    private static Distribution limited(Distribution distribution, JsonNode limits) {
        Distribution changed = distribution;
        if (limits.has(MAX_CONCURRENCY)) {
            changed = changed.maxConcurrency(limits.path(MAX_CONCURRENCY).asInt());
        }
        if (limits.has(TOLERATED_COUNT)) {
            changed = changed.toleratedFailureCount(limits.path(TOLERATED_COUNT).asLong());
        }
        if (limits.has(TOLERATED_PERCENTAGE)) {
            changed = changed.toleratedFailurePercentage(
                    limits.path(TOLERATED_PERCENTAGE).asDouble());
        }
        return changed;
    }

    private static void text(ObjectBuilder detail, String name, @Nullable String text) {
        if (text != null) {
            detail.set(name, TextNode.valueOf(text));
        }
    }

    @Override
    public String toString() {
        return "MapRun[" + arn + "]";
    }
}
