package dev.asl4j.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One recorded execution: a definition, its input, the calls of its tasks and how it ended. */
record Recording(JsonNode json) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** The executions among the cases of a folder that need nothing but mocked tasks, in the order of their files. */
    static List<Recording> under(Path folder) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                Recording recording = new Recording(MAPPER.readTree(file.toFile()));
                if (recording.json.path("kind").asText().equals("execution")
                        && recording.json.path("needs").isEmpty()) {
                    recordings.add(recording);
                }
            }
        }
        return recordings;
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return json.path("id").asText();
    }

    /** The definition as it was sent, if it was a JSON object at all. */
    byte[] definition() {
        JsonNode definition = json.path("definition");
        String text = definition.isTextual() ? definition.asText() : definition.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    JsonNode input() {
        return json.path("input").isMissingNode() ? MAPPER.createObjectNode() : json.path("input");
    }

    JsonNode expected() {
        return json.path("expected");
    }

    boolean isExpress() {
        return json.path("type").asText().equals("EXPRESS");
    }

    JsonNode tasks() {
        return json.path("tasks");
    }

    Instant clock() {
        return json.hasNonNull("clock") ? Instant.parse(json.path("clock").asText()) : START;
    }
}
