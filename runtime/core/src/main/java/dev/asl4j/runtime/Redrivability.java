package dev.asl4j.runtime;

import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * AWS's rules about redriving, and its words for them.
 *
 * @param reason only if it is not redrivable
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html">RedriveExecution</a>
 */
record Redrivability(RedriveStatus status, @Nullable String reason) {
    /** Since the execution ended. */
    private static final Duration PERIOD = Duration.ofDays(14);

    /** Since the execution started. */
    private static final Duration LIFETIME = Duration.ofDays(365);

    /** From so many events on there is no room for {@code ExecutionRedriven} and one more. */
    private static final long EVENTS = 24_999;

    private static final String RUNNING = "Execution is RUNNING and cannot be redriven";
    private static final Redrivability YES = new Redrivability(RedriveStatus.REDRIVABLE, null);
    private static final Redrivability BY_MAP_RUN = new Redrivability(RedriveStatus.REDRIVABLE_BY_MAP_RUN, null);

    static Redrivability of(StoredExecution execution, Instant now) {
        return switch (execution.progress().status()) {
            case RUNNING -> no(RUNNING);
            case SUCCEEDED -> no("Execution is SUCCEEDED and cannot be redriven");
            case FAILED, TIMED_OUT, ABORTED -> ofUnsuccessful(execution.head(), execution.progress(), now);
        };
    }

    private static Redrivability ofUnsuccessful(Head head, Progress progress, Instant now) {
        boolean isMapRuns = head.parent() != null && head.parent().mapRun() != null;
        if (head.type() == ExecutionType.EXPRESS) { // those of a Map Run are started anew, whatever they were
            return isMapRuns ? BY_MAP_RUN : no("Execution is of type EXPRESS and cannot be redriven");
        }
        if (progress.lastEvent() >= EVENTS) {
            return no("Execution history event limit exceeded");
        }
        if (!now.isBefore(head.start().plus(LIFETIME))) {
            return no("Execution has exceeded the max execution time");
        }
        Instant end = Objects.requireNonNullElse(progress.stop(), now);
        if (!now.isBefore(end.plus(PERIOD))) {
            return no("Execution redrivable period exceeded");
        }
        return isMapRuns ? BY_MAP_RUN : YES;
    }

    /** @throws ExecutionNotRedrivableException unless it is redrivable */
    void check(String name) {
        switch (status) {
            case REDRIVABLE -> {}
            case NOT_REDRIVABLE ->
                throw new ExecutionNotRedrivableException(name, status, Objects.requireNonNullElse(reason, ""));
            case REDRIVABLE_BY_MAP_RUN ->
                throw new ExecutionNotRedrivableException(
                        name, status, "Execution is a child of a Map Run and can only be redriven by it");
        }
    }

    /** Of one that runs again. */
    static ExecutionNotRedrivableException running(String name) {
        return new ExecutionNotRedrivableException(name, RedriveStatus.NOT_REDRIVABLE, RUNNING);
    }

    private static Redrivability no(String reason) {
        return new Redrivability(RedriveStatus.NOT_REDRIVABLE, reason);
    }
}
