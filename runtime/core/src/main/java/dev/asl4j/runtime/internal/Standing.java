package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

// Size: the turns that there are, which share what the store knows.

/** What the store knows of an execution that is in memory, and the turns that tell it more. Of whoever works on the execution. */
final class Standing {
    private static final System.Logger LOG = System.getLogger(Standing.class.getName());
    private static final Checkpoint NOTHING = new Checkpoint(List.of(), List.of(), List.of(), List.of(), List.of());

    private final long key;
    private final boolean pinned;
    private final boolean deferred;
    private final @Nullable Parent parent;
    private String fingerprint;
    private @Nullable Head head;
    private @Nullable Progress progress;
    private @Nullable Loading loading;
    private boolean changed;
    private boolean refused;

    /**
     * Of an execution that is to be started.
     *
     * @param deferred whether its first turn only puts it into the store, due at once, since there is no room for it in memory
     */
    Standing(long key, Head head, String fingerprint, boolean pinned, boolean deferred) {
        this.key = key;
        this.head = head;
        parent = head.parent();
        this.fingerprint = fingerprint;
        this.pinned = pinned;
        this.deferred = deferred;
    }

    /** Of one that was taken up. */
    Standing(Loading loading) {
        this.loading = loading;
        key = loading.execution().key();
        parent = loading.execution().head().parent();
        progress = loading.execution().progress();
        fingerprint = progress.fingerprint();
        pinned = progress.pinned();
        deferred = false;
    }

    long key() {
        return key;
    }

    /** What has started it; null if nobody inside did. */
    @Nullable
    Parent parent() {
        return parent;
    }

    /** Whether it can be found by its name: no child of a Map Run can. */
    boolean isNamed() {
        return parent == null || parent.mapRun() == null;
    }

    /** Whether the store does not have it yet. */
    boolean isNew() {
        return head != null;
    }

    /** Whether it was started when there was no room for it in memory. */
    boolean isDeferred() {
        return deferred;
    }

    /** Whether the next turn is to do nothing but put it into the store. */
    boolean isOnlyStored() {
        return deferred && head != null;
    }

    /** Whether the store has refused what it was to keep. */
    boolean isRefused() {
        return refused;
    }

    void refused() {
        refused = true;
    }

    /** It goes by that definition now. */
    void goesBy(String fingerprint) {
        changed |= !this.fingerprint.equals(fingerprint);
        this.fingerprint = fingerprint;
    }

    /** How it is to be taken up; null once it has been, and for one that was started here. */
    @Nullable
    Loading loading() {
        return loading;
    }

    void loaded() {
        loading = null;
    }

    // ---- turns

    /**
     * The turn that a driver has taken.
     *
     * @param wakeups null if the execution must stay in memory
     * @return null if there is nothing to commit
     */
    @Nullable
    Turn turn(Driver driver, List<Mail> taken, @Nullable Wakeups wakeups) {
        Checkpoint checkpoint = driver.checkpoint();
        @Nullable Outcome outcome = driver.outcome();
        @Nullable Instant wake = null;
        @Nullable Head starting = head;
        boolean hold = outcome == null;
        if (hold && wakeups != null && starting != null && deferred) {
            hold = false;
            wake = starting.start(); // those that wait are taken up in the order in which they were started
        } else if (hold && wakeups != null && driver.canLeaveMemory()) {
            wake = driver.wake();
            hold = wakeups.isNear(wake);
            wake = hold ? null : wake;
        }
        StoredMail mail = StoredMail.of(taken);
        if (hold && head == null && !changed && mail.isEmpty() && isEmpty(checkpoint)) {
            return null;
        }
        return turn(progress(driver, outcome), outcome != null, hold, wake, checkpoint, mail);
    }

    /** The turn that ends it after a fault: with what the driver can still tell. */
    Turn lastTurn(@Nullable Driver driver, Outcome outcome, List<Mail> taken) {
        @Nullable Checkpoint checkpoint = null;
        if (driver != null) {
            try {
                checkpoint = driver.checkpoint();
            } catch (Throwable another) { // then the store keeps the execution as it stood before
                LOG.log(
                        System.Logger.Level.WARNING,
                        "What an execution did before it broke off is not known.",
                        another);
            }
        }
        return turn(
                progress(checkpoint == null ? null : driver, outcome),
                true,
                false,
                null,
                checkpoint == null ? NOTHING : checkpoint,
                StoredMail.of(taken));
    }

    /** Gives it back as it was, or with a word on why it cannot go on. */
    Turn release(@Nullable String parked, StoredMail mail) {
        return release(parked, mail, null);
    }

    /** {@link #release}, to be taken up again at that time. */
    Turn release(@Nullable String parked, StoredMail mail, @Nullable Instant wake) {
        Progress now = committed();
        return turn(
                new Progress(
                        now.fingerprint(),
                        now.status(),
                        now.output(),
                        now.error(),
                        now.cause(),
                        now.stop(),
                        now.lastEvent(),
                        now.lastFrame(),
                        now.deadline(),
                        now.redriveCount(),
                        now.redriven(),
                        now.pinned(),
                        parked),
                false,
                false,
                wake,
                NOTHING,
                mail);
    }

    /** Ends it as it stood, without its frames: for one that cannot go on. */
    Turn end(Outcome outcome, boolean recorded, StoredMail mail) {
        Progress last = progress(null, outcome);
        HistoryEvent event = lastEvent(last, outcome);
        Progress next = new Progress(
                last.fingerprint(),
                last.status(),
                last.output(),
                last.error(),
                last.cause(),
                last.stop(),
                event.id(),
                last.lastFrame(),
                last.deadline(),
                last.redriveCount(),
                last.redriven(),
                last.pinned(),
                null);
        List<HistoryEvent> events = recorded ? List.of(event) : List.of();
        return turn(next, true, false, null, new Checkpoint(List.of(), List.of(), events, List.of(), List.of()), mail);
    }

    /** An end from outside follows upon nothing, a failure upon what was last. */
    private static HistoryEvent lastEvent(Progress last, Outcome outcome) {
        boolean stopped = outcome.ending() == Ending.ABORTED;
        ObjectBuilder details = Json.object();
        if (last.error() != null) {
            details.set("error", TextNode.valueOf(last.error()));
        }
        if (last.cause() != null) {
            details.set("cause", TextNode.valueOf(last.cause()));
        }
        return new HistoryEvent(
                last.lastEvent() + 1,
                stopped ? 0 : last.lastEvent(),
                outcome.time(),
                stopped ? HistoryEventType.EXECUTION_ABORTED : HistoryEventType.EXECUTION_FAILED,
                details.build());
    }

    private Turn turn(
            Progress next, boolean ends, boolean hold, @Nullable Instant wake, Checkpoint checkpoint, StoredMail mail) {
        return new Turn(
                key,
                head,
                next,
                hold,
                wake,
                checkpoint.changed(),
                checkpoint.removed(),
                checkpoint.events(),
                mail.taken(),
                checkpoint.mapRuns(),
                ends && parent != null ? and(checkpoint.sent(), Letters.ended(key, parent)) : checkpoint.sent(),
                mail.refused(),
                isSteady(next));
    }

    /** Whether it goes on as it did. Not by the first event, which tells those who look that there are events at all. */
    private boolean isSteady(Progress next) {
        @Nullable Progress last = progress;
        return last != null
                && last.lastEvent() > 0
                && last.status() == Status.RUNNING
                && next.status() == Status.RUNNING
                && last.parked() == null
                && next.parked() == null
                && last.pinned() == next.pinned()
                && last.redriveCount() == next.redriveCount()
                && Objects.equals(last.redriven(), next.redriven())
                && Objects.equals(last.deadline(), next.deadline())
                && last.fingerprint().equals(next.fingerprint());
    }

    private static List<Turn.Sent> and(List<Turn.Sent> some, Turn.Sent another) {
        List<Turn.Sent> all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    private Progress progress(@Nullable Driver driver, @Nullable Outcome outcome) {
        @Nullable Failure failure = outcome == null || outcome.ending() == Ending.TIMED_OUT ? null : outcome.failure();
        @Nullable JsonNode output = outcome == null ? null : outcome.output();
        @Nullable Progress last = progress;
        return new Progress(
                fingerprint,
                outcome == null ? Status.RUNNING : Outcome.status(outcome.ending()),
                output,
                failure == null ? null : failure.error(),
                failure == null ? null : failure.cause(),
                outcome == null ? null : outcome.time(),
                driver != null ? driver.history().last() : last == null ? 0 : last.lastEvent(),
                driver != null ? driver.tree().last() : last == null ? 0 : last.lastFrame(),
                driver != null ? driver.deadline() : last == null ? null : last.deadline(),
                driver != null ? driver.redrives().count() : last == null ? 0 : last.redriveCount(),
                driver != null ? driver.redrives().last() : last == null ? null : last.redriven(),
                pinned,
                null);
    }

    /** Whether it runs, and is not parked, as far as the store knows; or is about to be started. */
    boolean isGoingOn() {
        @Nullable Progress last = progress;
        return last == null || (last.status() == Status.RUNNING && last.parked() == null);
    }

    /** Whether it has not ended, as far as the store knows. */
    boolean isRunning() {
        return committed().status() == Status.RUNNING;
    }

    /** How the store has it. */
    Progress committed() {
        @Nullable Progress known = progress;
        if (known == null) {
            throw new IllegalStateException("not stored yet");
        }
        return known;
    }

    /** The turn is durable. */
    void committed(Turn turn) {
        head = null;
        changed = false;
        progress = turn.progress();
    }

    static Outcome brokenOff(@Nullable Throwable thrown, Environment environment) {
        Failure failure = new Failure(ErrorNames.RUNTIME, "The execution broke off: " + thrown, false, thrown);
        return new Outcome(Ending.FAILED, null, failure, environment.now());
    }

    /** How an execution ends that cannot go on: as its history says, if it had ended. */
    Outcome brokenOff(@Nullable Driver driver, @Nullable Throwable thrown, Environment environment) {
        Outcome broken = brokenOff(thrown, environment);
        if (driver == null) {
            return broken;
        }
        try {
            driver.end(driver.tree().root(), broken);
        } catch (Throwable another) { // one fault is enough to tell of
            LOG.log(System.Logger.Level.WARNING, "The history of an execution that broke off lacks its end.", another);
        }
        driver.breakOff();
        @Nullable Outcome ended = driver.outcome();
        return ended == null ? broken : ended;
    }

    private static boolean isEmpty(Checkpoint checkpoint) {
        return checkpoint.changed().isEmpty()
                && checkpoint.removed().isEmpty()
                && checkpoint.events().isEmpty()
                && checkpoint.mapRuns().isEmpty()
                && checkpoint.sent().isEmpty();
    }
}
