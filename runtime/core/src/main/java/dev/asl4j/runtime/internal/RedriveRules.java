package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * AWS's rules about which executions that did not succeed can be redriven, and its words for them.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html">RedriveExecution</a>
 */
public final class RedriveRules {
    /** Since the execution ended. */
    private static final Duration PERIOD = Duration.ofDays(14);

    /** Since the execution started. */
    private static final Duration LIFETIME = Duration.ofDays(365);

    private RedriveRules() {}

    /** Why it cannot be redriven, be it by itself or by its Map Run; null if it can. */
    public static @Nullable String refusal(Head head, Progress progress, Limits limits, Instant now) {
        if (head.type() == ExecutionType.EXPRESS) { // those of a Map Run are started anew, whatever they were
            return isOfMapRun(head) ? null : "Execution is of type EXPRESS and cannot be redriven";
        }
        if (limits == Limits.AWS && !Quotas.hasRoomForRedrive(progress.lastEvent())) {
            return "Execution history event limit exceeded";
        }
        if (!now.isBefore(head.start().plus(LIFETIME))) {
            return "Execution has exceeded the max execution time";
        }
        Instant end = Objects.requireNonNullElse(progress.stop(), now);
        return now.isBefore(end.plus(PERIOD)) ? null : "Execution redrivable period exceeded";
    }

    /** Whether it is a child of a Map Run. */
    public static boolean isOfMapRun(Head head) {
        return head.parent() != null && head.parent().mapRun() != null;
    }
}
