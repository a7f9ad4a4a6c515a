package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.ServiceResponse;
import java.time.Instant;

/** What {@code states:startExecution} gives, in the shapes that AWS was observed to give. */
final class NestedResult {
    private static final JsonNode INCLUDED =
            Json.object().set("Included", BooleanNode.TRUE).build();

    private NestedResult() {}

    /** The answer of {@code StartExecution}: by way of the SDK without its metadata, and with a date as text. */
    static JsonNode started(Identity child, boolean sdk, Environment environment) {
        var result = Json.object().set("ExecutionArn", text(child.id()));
        if (sdk) {
            return result.set("StartDate", text(ContextObject.time(child.start())))
                    .build();
        }
        String body = "{\"executionArn\":\"" + child.id() + "\",\"startDate\":"
                + child.start().toEpochMilli() / 1000.0 + "}";
        ServiceResponse.metadata(result, body.length(), environment);
        return result.set("StartDate", millis(child.start())).build();
    }

    /**
     * The description of an execution that has ended; of one that failed the cause of the task's failure.
     *
     * @param parsed {@code .sync:2}: input and output are JSON, not text
     */
    static JsonNode ended(Identity child, Outcome outcome, boolean parsed) {
        var result = Json.object();
        Failure failure = outcome.failure();
        if (failure != null && outcome.ending() != Ending.TIMED_OUT) {
            if (failure.cause() != null) {
                result.set("Cause", text(failure.cause()));
            }
            if (failure.error() != null) {
                result.set("Error", text(failure.error()));
            }
        }
        result.set("ExecutionArn", text(child.id()))
                .set("Input", data(child.input(), parsed))
                .set("InputDetails", INCLUDED)
                .set("Name", text(child.name()));
        JsonNode output = outcome.output();
        if (output != null) {
            result.set("Output", data(output, parsed)).set("OutputDetails", INCLUDED);
            if (!parsed) {
                redrive(result);
            }
        }
        return result.set("StartDate", millis(child.start()))
                .set("StateMachineArn", text(child.machineId()))
                .set("Status", text(outcome.ending().name()))
                .set("StopDate", millis(outcome.time()))
                .build();
    }

    private static void redrive(ObjectBuilder result) {
        result.set("RedriveCount", IntNode.valueOf(0))
                .set("RedriveStatus", text("NOT_REDRIVABLE"))
                .set("RedriveStatusReason", text("Execution is SUCCEEDED and cannot be redriven"));
    }

    private static JsonNode data(JsonNode value, boolean parsed) {
        return parsed ? value : text(Json.write(value));
    }

    private static JsonNode millis(Instant time) {
        return LongNode.valueOf(time.toEpochMilli());
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}
