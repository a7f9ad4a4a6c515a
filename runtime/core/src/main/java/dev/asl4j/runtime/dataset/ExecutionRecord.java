package dev.asl4j.runtime.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a child execution with the transformation NONE, and of every one that did not succeed.
 *
 * @param status {@code SUCCEEDED}, {@code FAILED}, {@code TIMED_OUT}, {@code ABORTED}
 * @param output null if it did not succeed
 * @param redriveCount how often it was redriven; an Express one never is
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter</a>
 */
public record ExecutionRecord(
        String executionArn,
        String stateMachineArn,
        String name,
        boolean express,
        String status,
        JsonNode input,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause,
        Instant start,
        Instant stop,
        int redriveCount) {
    private static final String SUCCEEDED = "SUCCEEDED";
    private static final JsonNode INCLUDED =
            Json.object().set("Included", BooleanNode.TRUE).build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** One that was not redriven. */
    public ExecutionRecord(
            String executionArn,
            String stateMachineArn,
            String name,
            boolean express,
            String status,
            JsonNode input,
            @Nullable JsonNode output,
            @Nullable String error,
            @Nullable String cause,
            Instant start,
            Instant stop) {
        this(executionArn, stateMachineArn, name, express, status, input, output, error, cause, start, stop, 0);
    }

    /** Whether it succeeded. */
    public boolean succeeded() {
        return status.equals(SUCCEEDED);
    }

    /** In AWS's shape: input and output as JSON text, the names in alphabetical order. */
    public JsonNode toJson() {
        ObjectBuilder json = Json.object();
        text(json, "Cause", cause);
        text(json, "Error", error);
        text(json, "ExecutionArn", executionArn);
        text(json, "Input", Json.write(input));
        json.set("InputDetails", INCLUDED);
        text(json, "Name", name);
        text(json, "Output", output == null ? null : Json.write(output));
        json.set("OutputDetails", INCLUDED);
        json.set("RedriveCount", IntNode.valueOf(redriveCount));
        if (!express) {
            text(json, "RedriveStatus", succeeded() ? "NOT_REDRIVABLE" : "REDRIVABLE_BY_MAP_RUN");
            text(json, "RedriveStatusReason", succeeded() ? "Execution is SUCCEEDED and cannot be redriven" : null);
        }
        text(json, "StartDate", TIME.format(start));
        text(json, "StateMachineArn", stateMachineArn);
        text(json, "Status", status);
        text(json, "StopDate", TIME.format(stop));
        return json.build();
    }

    /** What is kept of an execution that was not started. */
    public static JsonNode pending(JsonNode input) {
        ObjectBuilder json = Json.object();
        text(json, "Input", Json.write(input));
        json.set("InputDetails", INCLUDED);
        text(json, "Status", "PENDING");
        return json.build();
    }

    private static void text(ObjectBuilder json, String name, @Nullable String text) {
        if (text != null) {
            json.set(name, TextNode.valueOf(text));
        }
    }
}
