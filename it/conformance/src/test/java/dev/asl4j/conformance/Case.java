package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One recorded case, as it lies in its file: what was asked of the service, and what it answered.
 *
 * @param json the whole file; {@code id} and {@code kind} are there
 */
record Case(JsonNode json) {
    /** What a run with mocked tasks has to offer. */
    private static final Set<String> OFFERED = Set.of("s3");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    String id() {
        return json.path("id").asText();
    }

    String kind() {
        return json.path("kind").asText();
    }

    /** The definition as it was sent: text, whether it was a JSON object or not. */
    byte[] definition() {
        JsonNode definition = json.path("definition");
        String text = definition.isTextual() ? definition.asText() : definition.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    JsonNode input() {
        JsonNode input = json.path("input");
        return input.isMissingNode() ? JsonNodeFactory.instance.objectNode() : input;
    }

    JsonNode expected() {
        return json.path("expected");
    }

    boolean isExpress() {
        return json.path("type").asText().equals("EXPRESS");
    }

    List<JsonNode> tasks() {
        return elements("tasks");
    }

    /** Objects that existed before the run. */
    List<JsonNode> objects() {
        return elements("s3");
    }

    List<JsonNode> history() {
        return elements("history");
    }

    /** Name of the workers of activities; it is recorded nowhere else than in the history. */
    Optional<String> workerName() {
        return history().stream()
                .map(event -> event.path("details").path("workerName").asText(""))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    /** Whether the order of the recorded events is the only possible one. */
    boolean isOrdered() {
        return json.path("ordered").asBoolean(true);
    }

    Instant clock() {
        return json.hasNonNull("clock") ? Instant.parse(json.path("clock").asText()) : START;
    }

    /** What the case needs and a run with mocked tasks does not have. */
    List<String> lacking() {
        return elements("needs").stream()
                .map(JsonNode::asText)
                .filter(need -> !OFFERED.contains(need))
                .toList();
    }

    private List<JsonNode> elements(String field) {
        List<JsonNode> elements = new ArrayList<>();
        json.path(field).forEach(elements::add);
        return elements;
    }
}
