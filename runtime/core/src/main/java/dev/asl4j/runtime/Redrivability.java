package dev.asl4j.runtime;

import dev.asl4j.runtime.internal.RedriveRules;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether an execution can be redriven, by AWS's rules and in its words.
 *
 * @param reason only if it is not redrivable
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html">RedriveExecution</a>
 */
record Redrivability(RedriveStatus status, @Nullable String reason) {
    private static final String RUNNING = "Execution is RUNNING and cannot be redriven";
    private static final Redrivability YES = new Redrivability(RedriveStatus.REDRIVABLE, null);
    private static final Redrivability BY_MAP_RUN = new Redrivability(RedriveStatus.REDRIVABLE_BY_MAP_RUN, null);

    static Redrivability of(StoredExecution execution, Instant now, Limits limits) {
        return switch (execution.progress().status()) {
            case RUNNING -> no(RUNNING);
            case SUCCEEDED -> no("Execution is SUCCEEDED and cannot be redriven");
            case FAILED, TIMED_OUT, ABORTED -> ofUnsuccessful(execution, now, limits);
        };
    }

    private static Redrivability ofUnsuccessful(StoredExecution execution, Instant now, Limits limits) {
        @Nullable String refusal = RedriveRules.refusal(execution.head(), execution.progress(), limits, now);
        if (refusal != null) {
            return no(refusal);
        }
        return RedriveRules.isOfMapRun(execution.head()) ? BY_MAP_RUN : YES;
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
