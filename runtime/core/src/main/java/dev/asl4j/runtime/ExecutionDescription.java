package dev.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution at one moment.
 *
 * <p>Where it was asked for {@link IncludedData#METADATA_ONLY}, input and inputs of states are missing nodes, and the output is null.
 *
 * @param id its ARN
 * @param name unique among the executions of its state machine
 * @param stateMachine the state machine's name
 * @param currentStates where it stands, outer states before the ones inside them; empty once it has ended
 * @param output only if it succeeded
 * @param error only if it failed or was aborted, and there is a name; not if it timed out
 * @param cause only if it failed or was aborted, and there is something to say; not if it timed out
 * @param stopTime null while it runs
 * @param redriveCount how often it was redriven
 * @param redriveDate when it was redriven last; null if it never was
 * @param redriveStatus whether it can be redriven now
 * @param redriveStatusReason why it cannot, in AWS's words: {@code Execution is RUNNING and cannot be redriven}; null unless {@code
 *     redriveStatus} is {@code NOT_REDRIVABLE}
 * @param parkedReason why it cannot go on with the definitions there are: what it stands at and they lack; null if it can
 * @param mapRunArn the Map Run whose child it is; null if it is none
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">DescribeExecution</a>
 */
public record ExecutionDescription(
        String id,
        String name,
        String stateMachine,
        ExecutionStatus status,
        List<CurrentState> currentStates,
        JsonNode input,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause,
        Instant startTime,
        @Nullable Instant stopTime,
        int redriveCount,
        @Nullable Instant redriveDate,
        RedriveStatus redriveStatus,
        @Nullable String redriveStatusReason,
        @Nullable String parkedReason,
        @Nullable String mapRunArn) {

    /** Copies the list. */
    public ExecutionDescription {
        currentStates = List.copyOf(currentStates);
    }

    /** Without input, output and the inputs of states. */
    ExecutionDescription withoutData() {
        JsonNode missing = MissingNode.getInstance();
        List<CurrentState> states = currentStates.stream()
                .map(state -> new CurrentState(state.name(), missing, state.since()))
                .toList();
        return new ExecutionDescription(
                id,
                name,
                stateMachine,
                status,
                states,
                missing,
                null,
                error,
                cause,
                startTime,
                stopTime,
                redriveCount,
                redriveDate,
                redriveStatus,
                redriveStatusReason,
                parkedReason,
                mapRunArn);
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "ExecutionDescription[" + name + ", " + status + "]";
    }

    /**
     * A state that is being executed.
     *
     * @param name as in the definition
     * @param input raw input of the state
     * @param since when the state was entered
     */
    public record CurrentState(String name, JsonNode input, Instant since) {
        /** Shows no data. */
        @Override
        public String toString() {
            return "CurrentState[" + name + "]";
        }
    }
}
