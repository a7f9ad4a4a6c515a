package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Builds the context object {@code $$}; what stays the same through an execution is built once.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">Context object</a>
 */
final class ContextObject {
    private final Driver driver;
    private final Identity identity;
    private @Nullable JsonNode execution;
    private @Nullable JsonNode machine;

    ContextObject(Driver driver, Identity identity) {
        this.driver = driver;
        this.identity = identity;
    }

    /** The execution was redriven: it shows. */
    void redriven() {
        execution = null;
    }

    /**
     * The whole object.
     *
     * @param item of the iteration around, null outside of any
     */
    JsonNode at(RunningFrame frame, @Nullable Item item) {
        var context = Json.object()
                .set("Execution", execution())
                .set("StateMachine", machine())
                .set("State", state(frame));
        if (frame.hasToken()) {
            context.set(
                    "Task",
                    Json.object().set("Token", text(frame.view().taskToken())).build());
        }
        if (item != null) {
            context.set("Map", Json.object().set("Item", item.context()).build());
        }
        return context.build();
    }

    /** ISO-8601 in UTC, at most milliseconds, without trailing zeros. */
    static String time(Instant instant) {
        String text = instant.truncatedTo(ChronoUnit.MILLIS).toString();
        if (text.indexOf('.') < 0) {
            return text;
        }
        int end = text.length() - 1; // the Z
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, end) + "Z";
    }

    private JsonNode execution() {
        if (execution == null) {
            var built = Json.object()
                    .set("Id", text(identity.id()))
                    .set("Input", identity.input())
                    .set("StartTime", text(time(identity.start())))
                    .set("Name", text(identity.name()))
                    .set("RoleArn", text(identity.role()));
            switch (identity.type()) {
                case STANDARD ->
                    built.set("RedriveCount", IntNode.valueOf(driver.redrives().count()));
                case EXPRESS -> {}
            }
            @Nullable Instant redriven = driver.redrives().last();
            if (redriven != null) {
                built.set("RedriveTime", text(time(redriven)));
            }
            execution = built.build();
        }
        return execution;
    }

    private JsonNode machine() {
        if (machine == null) {
            machine = Json.object()
                    .set("Id", text(identity.machineId()))
                    .set("Name", text(identity.machine()))
                    .build();
        }
        return machine;
    }

    private static JsonNode state(RunningFrame frame) {
        var state = Json.object().set("Name", text(frame.stateName())).set("EnteredTime", text(time(frame.since())));
        boolean retried = switch (frame.type()) {
            case TASK, PARALLEL, MAP -> true;
            case PASS, CHOICE, WAIT, SUCCEED, FAIL -> false;
        };
        if (retried) {
            state.set("RetryCount", IntNode.valueOf(frame.visit().retryCount()));
        }
        return state.build();
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}
