package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.ExecutionListener;
import dev.asl4j.runtime.spi.HistoryEventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// Size: a method for each kind of event.

/**
 * Counts and chains the history events of an execution: each scope that runs has a chain of its own, whose last link is {@link
 * RunningFrame#event}. The ids are those AWS gives, also when nobody listens, for "entered at the event id"; the events themselves
 * are then not built.
 *
 * <p>Not links of a chain, as observed: {@code ...StateSucceeded} of a Parallel or Map, {@code MapRunSucceeded} (since late in 2024;
 * before, it was one), {@code MapIterationSucceeded} (but what
 * follows the last one of a Map follows upon it), {@code MapIterationFailed}, and whatever says {@code Aborted}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">HistoryEvent</a>
 */
final class History {
    private final Identity identity;
    private final Quotas quotas;
    private final @Nullable ExecutionListener listener;
    private final @Nullable EventWriter ending;
    private final @Nullable LifecycleNews endNews;
    private @Nullable LifecycleNews news;
    private @Nullable EventWriter writer;
    private final boolean silent;
    private long last;

    /**
     * None so far.
     *
     * @param listener who wants to hear of the states; usually nobody
     * @param writer tells of the events; null if nobody listens
     * @param news is told the same for the time after the commit; null if nobody listens
     */
    History(
            Identity identity,
            Quotas quotas,
            @Nullable ExecutionListener listener,
            @Nullable EventWriter writer,
            @Nullable LifecycleNews news) {
        this.identity = identity;
        this.quotas = quotas;
        this.listener = listener;
        this.writer = writer;
        this.news = news;
        endNews = news;
        ending = writer;
        silent = listener == null && writer == null && news == null;
    }

    /** Whether nobody wants to hear of anything, so that only events are counted. */
    boolean isSilent() {
        return silent;
    }

    /** Whether events are built, so that what they show must be kept. */
    boolean isWritten() {
        return writer != null;
    }

    // ---- the execution

    /**
     * Goes on behind the events that there are.
     *
     * @param time of one of the last, as far as that is known
     */
    void restore(long last, @Nullable Instant time) {
        this.last = last;
        if (writer != null && time != null) {
            writer.notBefore(time);
        }
    }

    /** Id of the last event. */
    long last() {
        return last;
    }

    /** {@code ExecutionRedriven}, upon the last event that there is. */
    void executionRedriven(int count, Instant now) {
        long previous = last;
        long id = next();
        if (writer != null) {
            writer.executionRedriven(id, previous, count);
        }
        if (news != null) {
            news.executionRedriven(count, now);
        }
    }

    void executionStarted() {
        long id = next();
        if (writer != null) {
            writer.executionStarted(id);
        }
        if (news != null) {
            news.executionStarted();
        }
    }

    /**
     * How it ended. A failure follows upon the frame that failed; an end from outside upon nothing.
     *
     * @param frame that failed, or the outermost one
     */
    void executionEnded(RunningFrame frame, Outcome outcome) {
        last++;
        if (ending != null) {
            ending.executionEnded(last, frame.event(), outcome);
        }
        if (endNews != null) {
            endNews.executionEnded(outcome);
        }
    }

    // ---- states

    /** {@code <Type>StateEntered}. */
    void stateEntered(RunningFrame frame) {
        if (listener != null) {
            try {
                listener.stateEntered(
                        identity.name(), frame.stateName(), frame.view().input());
            } catch (Throwable e) { // an assertion of a test, say
                logFault(e);
            }
        }
        long previous = frame.event();
        long id = link(frame);
        frame.visit().entered(id, previous);
        if (writer != null) {
            writer.stateEntered(id, previous, frame);
        }
        if (news != null) {
            news.stateEntered(frame);
        }
    }

    /**
     * So much has happened at a frame, and nobody wanted to hear of it.
     *
     * @param here how many of the events came after that of the entry into the state where it is; negative if it has entered none
     */
    void happened(RunningFrame frame, int events, int here) {
        last += events;
        frame.event(last);
        if (here >= 0) {
            frame.visit().entered(last - here, last - here - 1);
        }
    }

    /** {@code <Type>StateExited}. */
    void stateExited(RunningFrame frame, JsonNode output) {
        if (listener != null) {
            try {
                listener.stateExited(identity.name(), frame.stateName(), output);
            } catch (Throwable e) { // an assertion of a test, say
                logFault(e);
            }
        }
        long previous = frame.event();
        long id = link(frame);
        if (writer != null) {
            writer.stateExited(id, previous, frame, output);
        }
        if (news != null) {
            news.stateExited(frame);
        }
    }

    /** {@code TaskStateAborted} and its like: what runs there does not count any more. Other types than the four have none. */
    void stateAborted(RunningFrame frame) {
        @Nullable HistoryEventType type = StateEvents.aborted(frame.type());
        if (type != null) {
            aside(frame, type);
        }
    }

    /** {@code EvaluationFailed}: an expression of the state failed. */
    void evaluationFailed(RunningFrame frame, Failure failure, @Nullable String location, boolean underWay) {
        Visit visit = frame.visit();
        boolean first = frame.event() == visit.enteredEvent() && !underWay;
        long previous =
                first ? visit.eventBefore() : frame.event(); // an expression is evaluated together with the entry
        long id = link(frame);
        if (writer != null) {
            writer.evaluationFailed(id, previous, frame, failure, location);
        }
    }

    // ---- tasks

    /** {@code TaskScheduled}, or that of a Lambda function or an activity; gives its id. */
    long taskScheduled(RunningFrame frame, Effect.Call call) {
        long previous = frame.event();
        long id = link(frame);
        if (writer != null) {
            writer.taskScheduled(id, previous, call);
        }
        if (news != null) {
            news.taskScheduled(frame, call);
        }
        return id;
    }

    /**
     * {@code TaskStarted}, or that of a Lambda function or an activity.
     *
     * @param workerName who has taken the task of an activity, if he has a name
     */
    void taskStarted(RunningFrame frame, Effect.Call call, @Nullable String workerName) {
        long previous = frame.event();
        long id = link(frame);
        if (writer != null) {
            writer.taskStarted(id, previous, call, workerName);
        }
        if (news != null) {
            news.taskStarted(frame, call);
        }
    }

    /** {@code TaskSubmitted}, with the service's first answer if that is known. */
    void taskSubmitted(RunningFrame frame, Effect.Call call, @Nullable JsonNode response) {
        long previous = frame.event();
        long id = link(frame);
        if (writer != null) {
            writer.taskSubmitted(id, previous, call, response);
        }
    }

    /** {@code TaskSucceeded}. */
    void taskSucceeded(RunningFrame frame, Effect.Call call, JsonNode result) {
        long previous = frame.event();
        long id = link(frame);
        if (writer != null) {
            writer.taskSucceeded(id, previous, call, result);
        }
        if (news != null) {
            news.taskEnded(frame, call, null);
        }
    }

    /** {@code TaskFailed}, or {@code TaskTimedOut} if a limit of time was reached. */
    void taskFailed(RunningFrame frame, Effect.Call call, Failure failure) {
        long previous = frame.event();
        long id = link(frame);
        if (writer != null) {
            writer.taskFailed(id, previous, call, failure);
        }
        if (news != null) {
            news.taskEnded(frame, call, failure);
        }
    }

    // ---- branches and iterations

    /** {@code ParallelStateStarted}, or {@code MapStateStarted} with the number of items. */
    void childrenStarted(RunningFrame frame, long length) {
        long previous = frame.event();
        long id = link(frame);
        if (writer != null) {
            writer.childrenStarted(id, previous, frame, length);
        }
    }

    /** {@code ParallelStateSucceeded} or {@code MapStateSucceeded}. */
    void childrenSucceeded(RunningFrame frame) {
        long id = next();
        if (writer != null) {
            writer.childrenSucceeded(id, frame.event(), frame);
        }
    }

    /** {@code ParallelStateFailed} or {@code MapStateFailed}: not written when the state is retried. */
    void childrenFailed(RunningFrame frame) {
        long previous = frame.event();
        long id = link(frame);
        if (writer != null) {
            writer.plain(id, previous, StateEvents.failed(frame.type()));
        }
    }

    /** {@code MapRunStarted}. */
    void mapRunStarted(RunningFrame frame, String arn) {
        long previous = frame.event();
        long id = link(frame);
        if (writer != null) {
            writer.mapRunStarted(id, previous, arn);
        }
        if (news != null) {
            news.mapRunStarted(arn);
        }
    }

    /** {@code MapRunSucceeded}, and {@code MapStateSucceeded} upon it. */
    void mapRunSucceeded(RunningFrame frame) {
        long run = next();
        if (writer != null) {
            writer.plain(run, frame.event(), HistoryEventType.MAP_RUN_SUCCEEDED);
        }
        long state = next();
        if (writer != null) {
            writer.plain(state, run, HistoryEventType.MAP_STATE_SUCCEEDED);
        }
    }

    /** {@code MapRunAborted}: the scope around does not count any more. */
    void mapRunAborted(RunningFrame frame) {
        aside(frame, HistoryEventType.MAP_RUN_ABORTED);
    }

    /** {@code MapRunRedriven}. */
    void mapRunRedriven(RunningFrame frame, String arn, int redriveCount) {
        long previous = frame.event();
        long id = link(frame);
        if (writer != null) {
            writer.mapRunRedriven(id, previous, arn, redriveCount);
        }
        if (news != null) {
            news.mapRunRedriven(arn, redriveCount);
        }
    }

    /** {@code MapRunFailed}. */
    void mapRunFailed(RunningFrame frame, Failure failure) {
        long previous = frame.event();
        long id = link(frame);
        if (writer != null) {
            writer.mapRunFailed(id, previous, failure);
        }
    }

    /** {@code MapIterationStarted}. */
    void iterationStarted(RunningFrame map, RunningFrame iteration, int index) {
        long previous = iteration.event();
        long id = link(iteration);
        if (writer != null) {
            writer.iteration(id, previous, HistoryEventType.MAP_ITERATION_STARTED, map, index);
        }
    }

    /** {@code MapIterationSucceeded}, {@code MapIterationFailed} or {@code MapIterationAborted}; gives its id. */
    long iterationEnded(RunningFrame iteration, HistoryEventType type) {
        long id = next();
        @Nullable RunningFrame map = iteration.parent();
        if (writer != null && map != null) {
            writer.iteration(id, iteration.event(), type, map, iteration.index());
        }
        return id;
    }

    // ---- counting

    private void aside(RunningFrame frame, HistoryEventType type) {
        long id = next();
        if (writer != null) {
            writer.plain(id, frame.event(), type);
        }
    }

    /** The next id, as the last link of a frame's chain. */
    private long link(RunningFrame frame) {
        long id = next();
        frame.event(id);
        return id;
    }

    private long next() {
        if (quotas.isLastEvent(last + 1)) {
            writer = null; // that one is left for the end
            news = null;
            return last;
        }
        return ++last;
    }

    private static void logFault(Throwable fault) {
        System.getLogger(History.class.getName())
                .log(System.Logger.Level.WARNING, "A listener of executions failed.", fault);
    }
}
