package dev.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution at one moment.
 *
 * @param id its ARN
 * @param name unique among the executions of its state machine
 * @param stateMachine the state machine's name
 * @param currentStates where it stands, outer states before the ones inside them; empty once it has ended
 * @param output only if it succeeded
 * @param error only if it failed or was aborted, and there is a name; not if it timed out
 * @param cause only if it failed or was aborted, and there is something to say; not if it timed out
 * @param stopTime null while it runs
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
        @Nullable Instant stopTime) {

    /** Copies the list. */
    public ExecutionDescription {
        currentStates = List.copyOf(currentStates);
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
