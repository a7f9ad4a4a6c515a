package dev.asl4j.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.runtime.spi.SchemaFault;
import dev.asl4j.runtime.spi.SchemaValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each format that the compiler counts on is asserted, in both drafts. */
final class FormatsTest {
    private static final Path FORMATS = Path.of("src/test/resources/formats.json");

    static Stream<Map.Entry<String, JsonNode>> formats() throws IOException {
        return new ObjectMapper().readTree(Files.readString(FORMATS)).properties().stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void isAsserted(Map.Entry<String, JsonNode> format) {
        SchemaValidator validator = validator(format.getKey());

        assertThat(format.getValue().path("valid"))
                .isNotEmpty()
                .allSatisfy(
                        text -> assertThat(validator.fault(text)).as("%s", text).isEmpty());
        assertThat(format.getValue().path("refused"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(validator.fault(text))
                        .as("%s", text)
                        .map(SchemaFault::keyword)
                        .contains("format"));
    }

    private static SchemaValidator validator(String format) {
        Map<String, String> documents = Map.of("asl:/a", "{\"format\":\"" + format + "\"}");
        return new JsonSchemaValidation()
                .validators(documents, List.of("asl:/a"))
                .get(0);
    }
}
