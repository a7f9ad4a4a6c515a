package dev.asl4j.crash.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.crash.work.Machines;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.ExecutionDescription;
import dev.asl4j.runtime.ExecutionFilter;
import dev.asl4j.runtime.ExecutionSummary;
import dev.asl4j.runtime.MapRunDescription;
import dev.asl4j.runtime.MapRunUpdate;
import dev.asl4j.runtime.Page;
import dev.asl4j.runtime.data.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a {@link Worker} can be told: <code>{"id": 7, "do": "start", ...}</code>; it answers <code>{"id": 7, "ok": ...}</code> or <code>
 * {"id": 7, "error": "ExecutionAlreadyExistsException", "message": ...}</code>, in any order. What it says {@code ok} to is acknowledged.
 */
final class Commands {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Engine engine;
    private final Machines machines;
    private final MovedClock clock;
    private final Runnable close;
    private final ExecutorService threads = Executors.newCachedThreadPool(run -> {
        Thread thread = new Thread(run, "command");
        thread.setDaemon(true);
        return thread;
    });
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** @param close gives everything back */
    Commands(Engine engine, Machines machines, MovedClock clock, Runnable close) {
        this.engine = engine;
        this.machines = machines;
        this.clock = clock;
        this.close = close;
    }

    /** Says that commands can come. */
    void ready() {
        out.println("{\"ready\":true}");
    }

    /** Takes one, on a thread of its own. */
    void take(JsonNode command) {
        threads.execute(() -> answer(command));
    }

    private void answer(JsonNode command) {
        ObjectNode answer = JSON.objectNode().put("id", command.path("id").asLong());
        try {
            answer.set("ok", perform(command));
        } catch (Throwable refused) {
            answer.put("error", refused.getClass().getSimpleName())
                    .put("message", String.valueOf(refused.getMessage()));
        }
        String line = Json.write(answer);
        synchronized (out) {
            out.println(line);
        }
    }

    private JsonNode perform(JsonNode command) {
        String verb = command.path("do").asText();
        return switch (verb) {
            case "start" -> start(command);
            case "describe" -> describe(execution(command).describe());
            case "stop" -> {
                execution(command).stop("Enough", "told to");
                yield JSON.nullNode();
            }
            case "redrive" -> {
                execution(command).redrive();
                yield JSON.nullNode();
            }
            case "answer" -> answerToken(command);
            case "heartbeat" -> {
                engine.sendTaskHeartbeat(command.path("token").asText());
                yield JSON.nullNode();
            }
            case "update" -> {
                MapRunUpdate update = MapRunUpdate.nothing()
                        .maxConcurrency(command.path("concurrency").asInt());
                engine.updateMapRun(mapRun(command).mapRunArn(), update);
                yield JSON.nullNode();
            }
            case "map-run" ->
                JSON.objectNode().put("concurrency", mapRun(command).maxConcurrency());
            case "history" -> history(execution(command));
            case "list" -> list();
            case "clock" -> {
                clock.move(Duration.ofMillis(command.path("millis").asLong()));
                yield JSON.nullNode();
            }
            case "close" -> {
                close.run();
                yield JSON.nullNode();
            }
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private Execution<JsonNode> execution(JsonNode command) {
        return engine.find(
                        machines.get(command.path("machine").asText()),
                        command.path("name").asText())
                .orElseThrow(() -> new NoSuchElementException("no such execution"));
    }

    /** The first Map Run of an execution. */
    private MapRunDescription mapRun(JsonNode command) {
        return engine.mapRuns(execution(command)).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no Map Run yet"));
    }

    private JsonNode start(JsonNode command) {
        engine.start(
                machines.get(command.path("machine").asText()),
                command.path("name").asText(),
                command.path("input"));
        return JSON.nullNode();
    }

    private JsonNode answerToken(JsonNode command) {
        String token = command.path("token").asText();
        if (command.path("answer").asText().equals("failure")) {
            engine.sendTaskFailure(token, "Refused", "refused " + command.path("value"));
        } else {
            engine.sendTaskSuccess(token, JSON.objectNode().set("value", command.path("value")));
        }
        return JSON.nullNode();
    }

    private JsonNode describe(ExecutionDescription description) {
        ObjectNode json = JSON.objectNode()
                .put("status", description.status().name())
                .put("error", description.error())
                .put("cause", description.cause())
                .put("redrives", description.redriveCount())
                .put("parked", description.parkedReason());
        json.set("input", description.input());
        json.set("output", description.output());
        ArrayNode states = json.putArray("states");
        description.currentStates().forEach(state -> states.add(state.name()));
        return json;
    }

    private JsonNode history(Execution<?> execution) {
        ArrayNode events = JSON.arrayNode();
        execution.history().forEach(event -> events.add(event.toJson()));
        return events;
    }

    /** All executions, by pages: <code>[{"machine": ..., "name": ..., "status": ...}]</code>. */
    private JsonNode list() {
        ArrayNode all = JSON.arrayNode();
        Page.all(token -> engine.list(ExecutionFilter.all().nextToken(token)))
                .forEach(summary -> all.add(line(summary)));
        return all;
    }

    private static JsonNode line(ExecutionSummary summary) {
        return JSON.objectNode()
                .put("machine", summary.stateMachine())
                .put("name", summary.name())
                .put("status", summary.status().name());
    }
}
