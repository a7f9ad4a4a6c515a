package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.ExecutionListener;
import dev.asl4j.runtime.spi.StateType;
import org.jspecify.annotations.Nullable;

/**
 * Counts the history events Step Functions would write for an execution, so that "entered at the event id" names the
 * number AWS names. The calls are the places where a journal would write them.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">HistoryEvent</a>
 */
final class HistoryEvents {
    private static final System.Logger LOG = System.getLogger(HistoryEvents.class.getName());

    private final Identity identity;
    private final @Nullable ExecutionListener listener;
    private long last;

    /**
     * None so far.
     *
     * @param identity of the execution
     * @param listener who wants to hear of the states; usually nobody
     */
    HistoryEvents(Identity identity, @Nullable ExecutionListener listener) {
        this.identity = identity;
        this.listener = listener;
    }

    /** {@code ExecutionStarted}. */
    void executionStarted() {
        last++;
    }

    /** {@code <Type>StateEntered}; gives the event's id. */
    long stateEntered(String state, JsonNode input) {
        if (listener != null) {
            try {
                listener.stateEntered(identity.name(), state, input);
            } catch (RuntimeException e) {
                logFault(e);
            }
        }
        return ++last;
    }

    /** {@code <Type>StateExited}. */
    void stateExited(String state, JsonNode output) {
        if (listener != null) {
            try {
                listener.stateExited(identity.name(), state, output);
            } catch (RuntimeException e) {
                logFault(e);
            }
        }
        last++;
    }

    /**
     * {@code TaskScheduled}, {@code TaskStarted}, or those of a Lambda function or an activity; {@code TaskSubmitted}
     * too if the integration waits for a job or a token.
     */
    void taskScheduled(String resource) {
        last += waitsForAnswer(resource) ? 3 : 2;
    }

    /** {@code TaskSucceeded}, {@code TaskFailed} or {@code TaskTimedOut}. */
    void taskEnded() {
        last++;
    }

    /** {@code ParallelStateStarted} or {@code MapStateStarted}. */
    void childrenStarted() {
        last++;
    }

    /** {@code ParallelStateSucceeded} or {@code MapStateSucceeded}. */
    void childrenSucceeded() {
        last++;
    }

    /** {@code ParallelStateFailed} or {@code MapStateFailed}: not written when the state is retried. */
    void childrenFailed() {
        last++;
    }

    /** {@code MapIterationStarted}. */
    void iterationStarted() {
        last++;
    }

    /** {@code MapIterationSucceeded}, {@code MapIterationFailed} or {@code MapIterationAborted}. */
    void iterationEnded() {
        last++;
    }

    /** {@code TaskStateAborted} and its like: a sibling failed. Other types than the four have none. */
    void stateAborted(StateType type) {
        last += switch (type) {
            case TASK, WAIT, PARALLEL, MAP -> 1;
            case PASS, CHOICE, SUCCEED, FAIL -> 0;
        };
    }

    private static void logFault(RuntimeException fault) {
        LOG.log(System.Logger.Level.WARNING, "A listener of executions failed.", fault);
    }

    private static boolean waitsForAnswer(String resource) {
        return resource.endsWith(".waitForTaskToken") || resource.endsWith(".sync") || resource.endsWith(".sync:2");
    }
}
