package dev.asl4j.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cases of a folder.
 *
 * @param all in the order of their files' paths
 * @param unreadable what is no JSON, though its name says so and it is no definition: perhaps a case that was damaged
 */
record Cases(List<Case> all, List<String> unreadable) {
    private static final String DEFINITION = ".asl.json";

    /** Every file below {@code folder} that holds a JSON object with {@code id} and {@code kind}. */
    static Cases under(Path folder) throws IOException {
        List<Case> cases = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                JsonNode json = Texts.MAPPER.readTree(file.toFile());
                if (json.path("id").isTextual() && json.path("kind").isTextual()) {
                    cases.add(new Case(json));
                }
            } catch (JsonProcessingException notJson) {
                unreadable.add(folder.relativize(file) + ": " + notJson.getOriginalMessage());
            }
        }
        return new Cases(cases, unreadable);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(".json"))
                    .filter(path -> !path.toString().endsWith(DEFINITION))
                    .sorted()
                    .toList();
        }
    }
}
