package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.internal.Redriving.Unsuccessful;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.ResultWriter;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredMapRun;
import org.jspecify.annotations.Nullable;

/** What a Map Run has to do and has done: its items, its children and their results, with the counts of all. Of the driver, on turns. */
final class MapRunWork {
    private static final String ALL_READ = "allRead";

    private final Driver driver;
    private final RunningFrame frame;
    private final int frameId;
    private final boolean allReadBefore;
    final MapRun run;
    final ItemFeed feed;
    final ChildInputs inputs;
    final MapResults results;
    final Redriving redriving;
    final Starting starting;
    final RunningChildren running;

    /** @param detail of the stored Map Run; empty if it begins */
    MapRunWork(Driver driver, RunningFrame frame, Distribution distribution, MapRun run, JsonNode detail) {
        this.driver = driver;
        this.frame = frame;
        this.run = run;
        frameId = frame.id();
        feed = new ItemFeed(distribution, driver.settings().objectStore());
        inputs = new ChildInputs(driver, frame, distribution, feed, run);
        @Nullable ResultWriter writer = distribution.writer();
        results = writer != null && writer.arguments() != null
                ? new ExportedResults(writer, driver.settings().objectStore(), run)
                : new OutputResults((writer == null ? ResultWriter.inOutput() : writer).effectiveTransformation(), run);
        starting = Starting.of(detail);
        redriving = Redriving.of(detail);
        running = new RunningChildren(driver);
        allReadBefore = detail.path(ALL_READ).asBoolean();
    }

    // ---- children

    /** A child that ran has ended; gives whether it counts, instead of going on again. */
    boolean ended(ChildExecution child, Outcome outcome) {
        running.remove(child);
        boolean isToGoOn = redriving.ended(child.position()) || child.isLeftOver();
        if (isToGoOn && outcome.ending() != Ending.SUCCEEDED && run.failure() == null) {
            run.toBeRedriven(child.items());
            redriving.add(new Unsuccessful(child, outcome));
            return false;
        }
        count(child, outcome);
        return true;
    }

    /** It is this child that runs at its position, and is told to end; it was found only when another one was to be started there. */
    void replace(ChildExecution child) {
        child.leftOver();
        running.replace(child);
    }

    private void count(ChildExecution child, Outcome outcome) {
        run.ended(child.items(), outcome.ending());
        results.add(child, outcome);
    }

    /** Those that wait to be redriven stay as they are. */
    void giveUpRedriving() {
        for (Unsuccessful child = redriving.poll(); child != null; child = redriving.poll()) {
            run.notRedriven(child.execution().items(), child.ending());
            results.add(child.execution(), child.outcome());
        }
    }

    /** Whether children may be started now. */
    boolean mayStart() {
        return run.failure() == null
                && running.size() < run.atOnce()
                && (running.bytes() < ChildExecutions.MOST_BYTES || running.isEmpty())
                && !starting.isFull()
                && !redriving.isFull()
                && redriving.isReady()
                && !results.isCongested();
    }

    /** Whether nothing is left to be started. */
    boolean isExhausted() {
        return inputs.isExhausted() && redriving.isEmpty();
    }

    /** Whether too many items have failed, as far as that is known. */
    boolean isExceeded() {
        return run.failure() == null && redriving.isReady() && run.exceeded(isAllRead());
    }

    /** Whether all that is to come are the ends of children, and to find out again what they did costs no more than to look at them. */
    boolean isQuiet() {
        return run.failure() == null
                && !running.isEmpty()
                && (inputs.isExhausted() || feed.isAtHand())
                && starting.isQuiet()
                && redriving.isQuiet()
                && results.canBeginAnew();
    }

    /** How many were started. */
    long children() {
        return starting.next();
    }

    /** What is known of the inputs for which no child was started. */
    void addPending() {
        try {
            for (ChildInputs.Next next = inputs.poll(); next != null; next = inputs.poll()) {
                results.addPending(next.batch().input());
            }
        } catch (Throwable selectorFailed) {
            // then that is all that can be told of them
        }
    }

    // ---- as it is found again

    /** Nothing is known of what became of the children. */
    void forget() {
        run.recount();
    }

    /** A child was found in the store. */
    void found(StoredChildren.Found found) {
        ChildExecution child = ChildExecution.of(found.execution(), driver.settings(), driver.environment());
        @Nullable Outcome outcome = found.isTold() ? null : ChildExecution.outcome(found.execution());
        starting.stored(child.position());
        run.started(child.items());
        if (outcome == null) {
            redriving.running(child.position());
            running.add(child);
            if (found.execution().progress().parked() != null) {
                driver.afterCommit(() -> driver.host().takeUp(child.key()));
            }
        } else if (outcome.ending() == Ending.SUCCEEDED
                || run.failure() != null
                || !redriving.concerns(child.position(), child.key())) {
            count(child, outcome);
        } else if (isRedrivable(found.execution())) {
            run.toBeRedriven(child.items());
            redriving.add(new Unsuccessful(child, outcome));
        } else {
            run.notRedrivable(child.items());
            count(child, outcome);
        }
    }

    private boolean isRedrivable(StoredExecution child) {
        return RedriveRules.refusal(
                        child.head(),
                        child.progress(),
                        driver.settings().limits(),
                        driver.environment().now())
                == null;
    }

    /** All that are in the store were found: what is missing is started again, and reading goes on behind what was started. */
    void allFound(Reloading reloading) {
        if (reloading.isAnyForgotten()) {
            run.failure(
                    Failure.of(ErrorNames.RUNTIME, "Not all child executions of the Map Run are remembered any more."));
        }
        int missing = 0;
        int position = reloading.first();
        inputs.beginAt(position, reloading.itemsBefore());
        for (int items : reloading.sizes()) {
            boolean isMissing = !reloading.isFound(position++);
            missing += isMissing ? 1 : 0;
            inputs.startedBefore(items, isMissing);
        }
        run.executions().pending(missing);
        run.recounted();
        if (missing == 0 && allReadBefore && run.items().pending() == 0) {
            inputs.nothingLeft();
            feed.skipAll();
        } else {
            feed.skip(reloading.itemsBefore());
            run.items().known(feed.known());
        }
    }

    // ---- as a store keeps it

    StoredMapRun stored() {
        return run.stored(driver.host().key(), frameId, this::note);
    }

    private void note(ObjectBuilder detail) {
        starting.note(detail);
        redriving.note(detail);
        if (isAllRead()) {
            detail.set(ALL_READ, BooleanNode.TRUE);
        }
    }

    private boolean isAllRead() {
        return allReadBefore || feed.allRead();
    }

    @Override
    public String toString() {
        return run + " at " + frame.stateName();
    }
}
