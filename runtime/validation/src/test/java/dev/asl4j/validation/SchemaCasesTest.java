package dev.asl4j.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.SchemaFault;
import dev.asl4j.runtime.spi.SchemaValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Validates what {@code schemas/<case>.json} lists: {@code valid} values, and {@code refused} ones with the pointer and the keyword of the fault,
 * by the schema at {@code root} of {@code documents}; as Jackson has them, and as the runtime does.
 */
final class SchemaCasesTest {
    private static final Path CASES = Path.of("src/test/resources/schemas");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judgesAsTheSchemaSays(String name) throws IOException {
        JsonNode file = JSON.readTree(Files.readString(CASES.resolve(name)));
        Map<String, String> documents = new LinkedHashMap<>();
        file.path("documents")
                .properties()
                .forEach(document ->
                        documents.put(document.getKey(), document.getValue().toString()));
        SchemaValidator validator = new JsonSchemaValidation()
                .validators(documents, List.of(file.path("root").asText()))
                .get(0);

        List<String> faults = new ArrayList<>();
        for (JsonNode value : file.path("valid")) {
            for (JsonNode form : List.of(value, Json.freeze(value))) {
                validator.fault(form).ifPresent(fault -> faults.add("refuses " + form + ": " + words(fault)));
            }
        }
        for (JsonNode refused : file.path("refused")) {
            JsonNode value = refused.path("value");
            String expected = refused.path("pointer").asText() + " "
                    + refused.path("keyword").asText();
            for (JsonNode form : List.of(value, Json.freeze(value))) {
                Optional<SchemaFault> fault = validator.fault(form);
                String found =
                        fault.map(each -> each.pointer() + " " + each.keyword()).orElse("nothing");
                if (!found.equals(expected)) {
                    faults.add("finds " + found + " in " + form + ", not " + expected);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(file.path("valid")).isNotEmpty();
        assertThat(file.path("refused")).isNotEmpty();
    }

    private static String words(SchemaFault fault) {
        return fault.pointer() + " " + fault.message() + " (" + fault.keyword() + ")";
    }
}
