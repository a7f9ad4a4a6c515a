package dev.asl4j.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import dev.asl4j.runtime.spi.SchemaFault;
import dev.asl4j.runtime.spi.SchemaValidation;
import dev.asl4j.runtime.spi.SchemaValidator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas and data come from anybody. */
final class UntrustedTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static SchemaValidator validator(String schema) {
        return new JsonSchemaValidation()
                .validators(Map.of("asl:/a", schema), List.of("asl:/a"))
                .get(0);
    }

    @Test
    void isAService() {
        assertThat(ServiceLoader.load(SchemaValidation.class).findFirst())
                .containsInstanceOf(JsonSchemaValidation.class);
    }

    @Test
    void fetchesNothingFromTheNetwork() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String uri = "http://localhost:" + server.getAddress().getPort() + "/schema.json";
            assertThatIllegalArgumentException().isThrownBy(() -> validator("{\"$ref\":\"" + uri + "\"}"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> validator("{\"$id\":\"" + uri + "\",\"items\":{\"$ref\":\"other.json\"}}"));
            assertThatIllegalArgumentException().isThrownBy(() -> validator("{\"$schema\":\"" + uri + "\"}"));
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void readsNoFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("schema.json"), "{}");
        assertThatIllegalArgumentException().isThrownBy(() -> validator("{\"$ref\":\"" + file.toUri() + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classpath:formats.json",
                "classpath:draft/2020-12/schema",
                "https://json-schema.org/draft/2020-12/schema",
                "other.json",
                "#/$defs/none"
            })
    void leadsNowhereElse(String reference) {
        String schema = "{\"properties\":{\"a\":{\"not\":{\"$ref\":\"" + reference + "\"}}}}";
        assertThatIllegalArgumentException().isThrownBy(() -> validator(schema));
    }

    @Test
    void boundsTheWorkOfRegularExpressions() {
        JsonNode evil = JsonNodeFactory.instance.textNode("a".repeat(60) + "!");

        SchemaValidator plain = validator("{\"pattern\":\"^(a+)+\\\\1b$\"}");
        assertThat(plain.fault(evil).orElseThrow().message()).contains("^(a+)+\\1b$", "too much work");
        // Where no match is what is wanted, giving up is none either.
        assertThat(validator("{\"not\":{\"pattern\":\"^(a+)+\\\\1b$\"}}").fault(evil))
                .isPresent();
        ArrayNode many = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1_000; i++) {
            many.add("a".repeat(14) + "!");
        }
        assertThat(validator("{\"not\":{\"contains\":{\"pattern\":\"^(a+)+\\\\1b$\"}}}")
                        .fault(many))
                .map(SchemaFault::message)
                .hasValueSatisfying(message -> assertThat(message).contains("too much work"));
        assertThat(plain.fault(JsonNodeFactory.instance.textNode("aaab"))).isEmpty();
    }

    @Test
    void survivesRegularExpressionsThatRecurse() {
        SchemaValidator validator = validator("{\"pattern\":\"^(a|b)*$\"}");
        assertThat(validator.fault(JsonNodeFactory.instance.textNode("ab".repeat(1_000_000))))
                .isPresent();
        assertThat(validator.fault(JsonNodeFactory.instance.textNode("abab"))).isEmpty();
    }

    @Test
    void refusesWhatIsNoRegularExpression() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validator("{\"properties\":{\"a\":{\"pattern\":\"(\"}}}"))
                .withMessageContaining("not a regular expression");
    }

    @Test
    void goesDeep() throws IOException {
        SchemaValidator validator =
                validator("{\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}]}");
        assertThat(validator.fault(nested(300, "1"))).isEmpty();
        assertThat(validator.fault(nested(300, "\"a\""))).isPresent();
        // As deep as data can be it is judged, or refused for its depth.
        assertThat(validator.fault(nested(1_000, "\"a\""))).isPresent();
    }

    private static JsonNode nested(int depth, String inner) throws IOException {
        return JSON.readTree("[".repeat(depth) + inner + "]".repeat(depth));
    }

    @Test
    void readsDeepSchemas() throws IOException {
        String schema = "{\"items\":".repeat(400) + "{\"type\":\"integer\"}" + "}".repeat(400);
        assertThat(validator(schema).fault(nested(400, "\"a\""))).isPresent();
        assertThat(validator(schema).fault(nested(400, "1"))).isEmpty();
    }

    @Test
    void tellsLittleOfTheData() {
        SchemaFault fault = validator("{\"additionalProperties\":false}")
                .fault(JsonNodeFactory.instance.objectNode().put("x".repeat(100_000), 1))
                .orElseThrow();
        assertThat(fault.message()).hasSizeLessThan(400);
        assertThat(fault.pointer()).hasSizeLessThan(400);
        assertThat(fault).hasToString("SchemaFault[additionalProperties]");
    }

    @Test
    void speaksEnglishEverywhere() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(validator("{\"minLength\":3}").fault(JsonNodeFactory.instance.textNode("a")))
                    .map(SchemaFault::message)
                    .contains("must be at least 3 characters long");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesTextsThatAreNoSchemas() {
        assertThatIllegalArgumentException().isThrownBy(() -> validator("{"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JsonSchemaValidation().validators(Map.of(), List.of("asl:/a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new JsonSchemaValidation().validators(Map.of("asl:/a", "{}"), List.of("asl:/a#/$defs/0")));
    }
}
