package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.spi.HistoryListener;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.EventField;
import dev.asl4j.runtime.store.EventPacker;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

// Size: a method for each kind of event.

/**
 * Tells of the history events of one execution, for the listener and the store. {@link EventPacker} packs them, and knows how AWS shows them.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">GetExecutionHistory</a>
 */
final class EventWriter {
    private static final System.Logger LOG = System.getLogger(EventWriter.class.getName());

    private final Identity identity;
    private final Environment environment;
    private final @Nullable HistoryListener listener;
    private final @Nullable Recorder recorder;
    private Instant latest;

    /** Of the task of the last event about one, as the next is mostly about the same. */
    private @Nullable Integration integration;

    private @Nullable Task task;

    /** Id of the last event, if what may follow upon it {@linkplain #beginAtOnce at once} has its time; 0 if it has not. */
    private long moment;

    EventWriter(
            Identity identity,
            Environment environment,
            @Nullable HistoryListener listener,
            @Nullable Recorder recorder) {
        this.identity = identity;
        this.environment = environment;
        this.listener = listener;
        this.recorder = recorder;
        latest = identity.start();
    }

    /** Something that was written before had this time. */
    void notBefore(Instant time) {
        latest = time.isAfter(latest) ? time : latest;
    }

    void executionRedriven(long id, long previous, int count) {
        EventPacker event = begin(id, previous, HistoryEventType.EXECUTION_REDRIVEN);
        event.number(EventField.REDRIVE_COUNT, count);
        end(event);
    }

    void executionStarted(long id) {
        EventPacker event = begin(id, 0, HistoryEventType.EXECUTION_STARTED, identity.start());
        event.value(EventField.INPUT, identity.input());
        event.text(EventField.ROLE_ARN, identity.role());
        end(event);
    }

    /** At the time at which it ended, as its description says it. */
    void executionEnded(long id, long previous, Outcome outcome) {
        switch (outcome.ending()) {
            case SUCCEEDED -> {
                EventPacker event = begin(id, previous, HistoryEventType.EXECUTION_SUCCEEDED, outcome.time());
                JsonNode output = outcome.output();
                if (output != null) {
                    event.value(EventField.OUTPUT, output);
                }
                end(event);
            }
            case FAILED -> executionFailed(id, previous, HistoryEventType.EXECUTION_FAILED, outcome);
            case TIMED_OUT -> executionFailed(id, 0, HistoryEventType.EXECUTION_TIMED_OUT, outcome);
            case ABORTED -> executionFailed(id, 0, HistoryEventType.EXECUTION_ABORTED, outcome);
        }
    }

    private void executionFailed(long id, long previous, HistoryEventType type, Outcome outcome) {
        EventPacker event = begin(id, previous, type, outcome.time());
        error(event, outcome.failure());
        end(event);
    }

    void stateEntered(long id, long previous, RunningFrame frame) {
        EventPacker event = beginAtOnce(id, previous, StateEvents.entered(frame.type()));
        event.value(EventField.INPUT, frame.view().input());
        event.text(EventField.NAME, frame.stateName());
        end(event);
    }

    void stateExited(long id, long previous, RunningFrame frame, JsonNode output) {
        EventPacker event = begin(id, previous, StateEvents.exited(frame.type()));
        moment = id;
        event.value(EventField.OUTPUT, output);
        event.text(EventField.NAME, frame.stateName());
        Map<String, JsonNode> assigned = frame.variables().takeAssigned();
        if (!assigned.isEmpty()) {
            event.variables(assigned);
        }
        end(event);
    }

    void evaluationFailed(long id, long previous, RunningFrame frame, Failure failure, @Nullable String location) {
        EventPacker event = begin(id, previous, HistoryEventType.EVALUATION_FAILED);
        error(event, failure);
        event.text(EventField.STATE, frame.stateName());
        if (location != null) {
            event.text(EventField.LOCATION, location);
        }
        end(event);
    }

    void taskScheduled(long id, long previous, Effect.Call call) {
        Integration integration = integration(call);
        EventPacker event = begin(id, previous, integration.kind().scheduled());
        moment = id;
        switch (integration.kind()) {
            case FUNCTION, ACTIVITY -> {
                event.value(EventField.INPUT, call.input());
                event.text(EventField.RESOURCE, integration.action());
            }
            case SERVICE -> {
                service(event, integration);
                event.text(EventField.REGION, identity.region());
                event.value(EventField.PARAMETERS, call.input());
            }
        }
        if (call.timeoutSeconds() > 0) {
            event.number(EventField.TIMEOUT, call.timeoutSeconds());
        }
        if (call.heartbeatSeconds() > 0 && integration.kind() != Integration.Kind.FUNCTION) {
            event.number(EventField.HEARTBEAT, call.heartbeatSeconds());
        }
        @Nullable
        JsonNode role = call.credentials() == null ? null : call.credentials().get("RoleArn");
        if (role != null) {
            event.value(EventField.TASK_CREDENTIALS, role);
        }
        end(event);
    }

    void taskStarted(long id, long previous, Effect.Call call, @Nullable String workerName) {
        Integration integration = integration(call);
        EventPacker event = beginAtOnce(id, previous, integration.kind().started());
        service(event, integration);
        if (integration.kind() == Integration.Kind.ACTIVITY && workerName != null) {
            event.text(EventField.WORKER_NAME, workerName);
        }
        end(event);
    }

    void taskSubmitted(long id, long previous, Effect.Call call, @Nullable JsonNode response) {
        EventPacker event = begin(id, previous, HistoryEventType.TASK_SUBMITTED);
        service(event, integration(call));
        if (response != null) {
            event.value(EventField.OUTPUT, response);
        }
        end(event);
    }

    void taskSucceeded(long id, long previous, Effect.Call call, JsonNode result) {
        Integration integration = integration(call);
        EventPacker event = begin(id, previous, integration.kind().succeeded());
        service(event, integration);
        event.value(EventField.OUTPUT, result);
        end(event);
    }

    void taskFailed(long id, long previous, Effect.Call call, Failure failure) {
        Integration integration = integration(call);
        HistoryEventType type = failure.isTimeout()
                ? integration.kind().timedOut()
                : integration.kind().failed();
        EventPacker event = begin(id, previous, type);
        service(event, integration);
        error(event, failure);
        end(event);
    }

    void childrenStarted(long id, long previous, RunningFrame frame, long length) {
        if (frame.type() == StateType.MAP) {
            EventPacker event = begin(id, previous, HistoryEventType.MAP_STATE_STARTED);
            event.number(EventField.LENGTH, length);
            end(event);
        } else {
            plain(id, previous, HistoryEventType.PARALLEL_STATE_STARTED);
            moment = id;
        }
    }

    void mapRunStarted(long id, long previous, String arn) {
        EventPacker event = begin(id, previous, HistoryEventType.MAP_RUN_STARTED);
        event.text(EventField.MAP_RUN_ARN, arn);
        end(event);
    }

    void mapRunRedriven(long id, long previous, String arn, int redriveCount) {
        EventPacker event = begin(id, previous, HistoryEventType.MAP_RUN_REDRIVEN);
        event.text(EventField.MAP_RUN_ARN, arn);
        event.number(EventField.REDRIVE_COUNT, redriveCount);
        end(event);
    }

    void mapRunFailed(long id, long previous, Failure failure) {
        EventPacker event = begin(id, previous, HistoryEventType.MAP_RUN_FAILED);
        error(event, failure);
        end(event);
    }

    void iteration(long id, long previous, HistoryEventType type, RunningFrame map, int index) {
        EventPacker event = type == HistoryEventType.MAP_ITERATION_SUCCEEDED
                ? beginAtOnce(id, previous, type)
                : begin(id, previous, type);
        moment = id;
        event.text(EventField.NAME, map.stateName());
        event.number(EventField.INDEX, index);
        end(event);
    }

    /** {@code ParallelStateSucceeded} or {@code MapStateSucceeded}. */
    void childrenSucceeded(long id, long previous, RunningFrame frame) {
        end(beginAtOnce(id, previous, StateEvents.succeeded(frame.type())));
    }

    /** An event that says no more than its name. */
    void plain(long id, long previous, HistoryEventType type) {
        end(begin(id, previous, type));
    }

    private Integration integration(Effect.Call call) {
        @Nullable Integration known = integration;
        if (known == null || task != call.task()) {
            known = call.integration();
            integration = known;
            task = call.task();
        }
        return known;
    }

    /** {@code resourceType} and {@code resource}, which events of functions and activities do without. */
    private static void service(EventPacker event, Integration integration) {
        switch (integration.kind()) {
            case FUNCTION, ACTIVITY -> {}
            case SERVICE -> {
                event.text(EventField.RESOURCE_TYPE, integration.type());
                event.text(EventField.RESOURCE, integration.action());
            }
        }
    }

    private static void error(EventPacker event, @Nullable Failure failure) {
        if (failure != null && failure.error() != null) {
            event.text(EventField.ERROR, failure.error());
        }
        if (failure != null && failure.cause() != null) {
            event.text(EventField.CAUSE, failure.cause());
        }
    }

    // ---- the events

    private EventPacker events() {
        return recorder == null ? new EventPacker() : recorder.events();
    }

    /** An event of now. Its time is not before that of the one before, also if somebody sets the clock back. */
    private EventPacker begin(long id, long previous, HistoryEventType type) {
        return begin(id, previous, type, environment.now());
    }

    private EventPacker begin(long id, long previous, HistoryEventType type, Instant time) {
        moment = 0;
        notBefore(time);
        EventPacker event = events();
        event.begin(id, previous, type, latest);
        return event;
    }

    /** An event of the moment of the one before, if it follows upon that, or of now. */
    private EventPacker beginAtOnce(long id, long previous, HistoryEventType type) {
        boolean atOnce = moment > 0 && previous == moment && events().lastId() == moment;
        return begin(id, previous, type, atOnce ? latest : environment.now());
    }

    private void end(EventPacker event) {
        event.end();
        if (listener == null) {
            return;
        }
        try {
            listener.event(identity.id(), event.last());
        } catch (Throwable fault) { // an assertion of a test, say
            LOG.log(System.Logger.Level.WARNING, "A listener of the history failed.", fault);
        }
    }
}
