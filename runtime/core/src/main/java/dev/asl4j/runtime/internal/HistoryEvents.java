package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.StateType;

/**
 * Counts the history events Step Functions would write for an execution, so that "entered at the event id" names the
 * number AWS names. The calls are the places where a journal would write them.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">HistoryEvent</a>
 */
final class HistoryEvents {
    private int last;

    /** {@code ExecutionStarted}. */
    void executionStarted() {
        last++;
    }

    /** {@code <Type>StateEntered}; gives the event's id. */
    int stateEntered() {
        return ++last;
    }

    /** {@code <Type>StateExited}. */
    void stateExited() {
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

    private static boolean waitsForAnswer(String resource) {
        return resource.endsWith(".waitForTaskToken") || resource.endsWith(".sync") || resource.endsWith(".sync:2");
    }
}
