package dev.asl4j.runtime.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Bindings with a fixed clock and die. */
record Given(JsonNode input, Map<String, JsonNode> variables) implements Bindings {
    static Given input(JsonNode input) {
        return new Given(input, Map.of());
    }

    static Given input(String json) {
        return input(Json.parse(json));
    }

    static Given variable(String name, String json) {
        return new Given(Json.EMPTY, Map.of(name, Json.parse(json)));
    }

    @Override
    public JsonNode context() {
        return Json.parse("{\"Execution\": {\"Name\": \"n\"}}");
    }

    @Override
    public JsonNode result() {
        return null;
    }

    @Override
    public JsonNode errorOutput() {
        return null;
    }

    @Override
    public JsonNode variable(String name) {
        return variables.get(name);
    }

    @Override
    public double random() {
        return 0.25;
    }

    @Override
    public UUID newId() {
        return new UUID(0x4000L, 0x8000000000000001L);
    }

    @Override
    public Instant now() {
        return Instant.parse("2024-02-29T13:14:15.678Z");
    }
}
