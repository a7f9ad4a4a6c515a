package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.spi.HistoryListener;
import dev.asl4j.runtime.spi.StateType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the history events of one execution, in AWS's shape, for the listener and the store.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">GetExecutionHistory</a>
 */
final class EventWriter {
    private static final System.Logger LOG = System.getLogger(EventWriter.class.getName());
    private static final JsonNode WHOLE =
            Json.object().set("truncated", BooleanNode.FALSE).build();

    private final Identity identity;
    private final Environment environment;
    private final @Nullable HistoryListener listener;
    private final @Nullable Recorder recorder;
    private Instant latest;
    private JsonNode last = MissingNode.getInstance();
    private JsonNode lastText = last;

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
        tell(
                id,
                previous,
                HistoryEventType.EXECUTION_REDRIVEN,
                Json.object().set("redriveCount", IntNode.valueOf(count)));
    }

    void executionStarted(long id) {
        var details = data("input", identity.input()).set("roleArn", text(identity.role()));
        tell(id, 0, HistoryEventType.EXECUTION_STARTED, details);
    }

    void executionEnded(long id, long previous, Outcome outcome) {
        switch (outcome.ending()) {
            case SUCCEEDED -> {
                JsonNode output = outcome.output();
                tell(
                        id,
                        previous,
                        HistoryEventType.EXECUTION_SUCCEEDED,
                        output == null ? Json.object() : data("output", output));
            }
            case FAILED -> tell(id, previous, HistoryEventType.EXECUTION_FAILED, error(outcome.failure()));
            case TIMED_OUT -> tell(id, 0, HistoryEventType.EXECUTION_TIMED_OUT, error(outcome.failure()));
            case ABORTED -> tell(id, 0, HistoryEventType.EXECUTION_ABORTED, error(outcome.failure()));
        }
    }

    void stateEntered(long id, long previous, RunningFrame frame) {
        var details = data("input", frame.view().input()).set("name", text(frame.stateName()));
        tell(id, previous, StateEvents.entered(frame.type()), details);
    }

    void stateExited(long id, long previous, RunningFrame frame, JsonNode output) {
        var details = data("output", output).set("name", text(frame.stateName()));
        Map<String, JsonNode> assigned = frame.variables().takeAssigned();
        if (!assigned.isEmpty()) {
            var variables = Json.object();
            assigned.forEach((name, value) -> variables.set(name, text(Json.write(value))));
            details.set("assignedVariables", variables.build()).set("assignedVariablesDetails", WHOLE);
        }
        tell(id, previous, StateEvents.exited(frame.type()), details);
    }

    void evaluationFailed(long id, long previous, RunningFrame frame, Failure failure, @Nullable String location) {
        var details = error(failure).set("state", text(frame.stateName()));
        if (location != null) {
            details.set("location", text(location));
        }
        tell(id, previous, HistoryEventType.EVALUATION_FAILED, details);
    }

    void taskScheduled(long id, long previous, Effect.Call call) {
        Integration integration = call.integration();
        var details = switch (integration.kind()) {
            case FUNCTION, ACTIVITY -> data("input", call.input()).set("resource", text(integration.action()));
            case SERVICE ->
                service(integration).set("region", text(identity.region())).set("parameters", written(call.input()));
        };
        if (call.timeoutSeconds() > 0) {
            details.set("timeoutInSeconds", LongNode.valueOf(call.timeoutSeconds()));
        }
        if (call.heartbeatSeconds() > 0 && integration.kind() != Integration.Kind.FUNCTION) {
            details.set("heartbeatInSeconds", LongNode.valueOf(call.heartbeatSeconds()));
        }
        @Nullable
        JsonNode role = call.credentials() == null ? null : call.credentials().get("RoleArn");
        if (role != null) {
            details.set("taskCredentials", Json.object().set("roleArn", role).build());
        }
        tell(id, previous, integration.kind().scheduled(), details);
    }

    void taskStarted(long id, long previous, Effect.Call call, @Nullable String workerName) {
        Integration integration = call.integration();
        var details = service(integration);
        if (integration.kind() == Integration.Kind.ACTIVITY && workerName != null) {
            details.set("workerName", text(workerName));
        }
        tell(id, previous, integration.kind().started(), details);
    }

    void taskSubmitted(long id, long previous, Effect.Call call, @Nullable JsonNode response) {
        var details = service(call.integration());
        tell(
                id,
                previous,
                HistoryEventType.TASK_SUBMITTED,
                response == null ? details : data(details, "output", response));
    }

    void taskSucceeded(long id, long previous, Effect.Call call, JsonNode result) {
        Integration integration = call.integration();
        tell(id, previous, integration.kind().succeeded(), data(service(integration), "output", result));
    }

    void taskFailed(long id, long previous, Effect.Call call, Failure failure) {
        Integration integration = call.integration();
        HistoryEventType type = failure.isTimeout()
                ? integration.kind().timedOut()
                : integration.kind().failed();
        tell(id, previous, type, error(service(integration), failure));
    }

    void childrenStarted(long id, long previous, RunningFrame frame, long length) {
        if (frame.type() == StateType.MAP) {
            var details = Json.object().set("length", LongNode.valueOf(length));
            tell(id, previous, HistoryEventType.MAP_STATE_STARTED, details);
        } else {
            plain(id, previous, HistoryEventType.PARALLEL_STATE_STARTED);
        }
    }

    void mapRunStarted(long id, long previous, String arn) {
        tell(id, previous, HistoryEventType.MAP_RUN_STARTED, Json.object().set("mapRunArn", text(arn)));
    }

    void mapRunRedriven(long id, long previous, String arn, int redriveCount) {
        var details = Json.object().set("mapRunArn", text(arn)).set("redriveCount", IntNode.valueOf(redriveCount));
        tell(id, previous, HistoryEventType.MAP_RUN_REDRIVEN, details);
    }

    void mapRunFailed(long id, long previous, Failure failure) {
        tell(id, previous, HistoryEventType.MAP_RUN_FAILED, error(failure));
    }

    void iteration(long id, long previous, HistoryEventType type, RunningFrame map, int index) {
        var details = Json.object().set("name", text(map.stateName())).set("index", IntNode.valueOf(index));
        tell(id, previous, type, details);
    }

    /** An event that says no more than its name. */
    void plain(long id, long previous, HistoryEventType type) {
        tell(id, previous, type, Json.object());
    }

    /** Any other event. Its time is not before that of the one before, also if somebody sets the clock back. */
    void tell(long id, long previous, HistoryEventType type, ObjectBuilder details) {
        notBefore(environment.now());
        var event = new HistoryEvent(id, previous, latest, type, details.build());
        if (recorder != null) {
            recorder.event(event);
        }
        if (listener == null) {
            return;
        }
        try {
            listener.event(identity.id(), event);
        } catch (Throwable fault) { // an assertion of a test, say
            LOG.log(System.Logger.Level.WARNING, "A listener of the history failed.", fault);
        }
    }

    /** {@code resourceType} and {@code resource}, which events of functions and activities do without. */
    private static ObjectBuilder service(Integration integration) {
        var details = Json.object();
        return switch (integration.kind()) {
            case FUNCTION, ACTIVITY -> details;
            case SERVICE ->
                details.set("resourceType", text(integration.type())).set("resource", text(integration.action()));
        };
    }

    private ObjectBuilder data(String name, JsonNode value) {
        return data(Json.object(), name, value);
    }

    private ObjectBuilder data(ObjectBuilder details, String name, JsonNode value) {
        return details.set(name, written(value)).set(name + "Details", WHOLE);
    }

    /** The value as text. Events that follow each other mostly tell of the same one, as what a state gives is what the next one takes. */
    @SuppressWarnings("ReferenceEquality") // comparing the values would take as long as writing one
    private JsonNode written(JsonNode value) {
        if (value != last) {
            last = value;
            lastText = text(Json.write(value));
        }
        return lastText;
    }

    private static ObjectBuilder error(@Nullable Failure failure) {
        return failure == null ? Json.object() : error(Json.object(), failure);
    }

    private static ObjectBuilder error(ObjectBuilder details, Failure failure) {
        if (failure.error() != null) {
            details.set("error", text(failure.error()));
        }
        if (failure.cause() != null) {
            details.set("cause", text(failure.cause()));
        }
        return details;
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}
