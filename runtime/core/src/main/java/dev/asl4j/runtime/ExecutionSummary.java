package dev.asl4j.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution in a list.
 *
 * @param id its ARN
 * @param name unique among the executions of its state machine
 * @param stateMachine the state machine's name; of a child of a Map Run {@code <machine>/<label>}
 * @param stopTime null while it runs
 * @param redriveCount how often it was redriven
 * @param redriveDate when it was redriven last; null if it never was
 * @param parkedReason why it cannot go on with the definitions there are; null if it can
 * @param mapRunArn the Map Run whose child it is; null if it is none
 * @param itemCount how many items it stands for, as a child of a Map Run; 0 otherwise
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ExecutionListItem.html">ExecutionListItem</a>
 * @since 0.1.0
 */
public record ExecutionSummary(
        String id,
        String name,
        String stateMachine,
        ExecutionStatus status,
        Instant startTime,
        @Nullable Instant stopTime,
        int redriveCount,
        @Nullable Instant redriveDate,
        @Nullable String parkedReason,
        @Nullable String mapRunArn,
        int itemCount) {}
