package dev.asl4j.compiler.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.runtime.spi.SchemaValidation;
import dev.asl4j.runtime.spi.SchemaValidator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** A schema that others wrote, or that others read. */
public final class PublishedSchema {
    private static final String URI = "asl:/published";

    /** The schema of schemas, which schemas may refer to, as the validator has it. */
    private static final List<String> OF_SCHEMAS = List.of(
            "schema",
            "meta/applicator",
            "meta/content",
            "meta/core",
            "meta/format-annotation",
            "meta/meta-data",
            "meta/unevaluated",
            "meta/validation");

    private final SchemaValidator validator;

    private PublishedSchema(SchemaValidator validator) {
        this.validator = validator;
    }

    /** A schema of draft-07 or 2020-12. */
    public static PublishedSchema of(String text) throws IOException {
        Map<String, String> documents = new HashMap<>(Map.of(URI, text));
        for (String name : OF_SCHEMAS) {
            try (InputStream resource = PublishedSchema.class.getResourceAsStream("/draft/2020-12/" + name)) {
                documents.put(
                        "https://json-schema.org/draft/2020-12/" + name,
                        new String(resource.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        SchemaValidation validation =
                ServiceLoader.load(SchemaValidation.class).findFirst().orElseThrow();
        return new PublishedSchema(
                validation.validators(documents, List.of(URI)).get(0));
    }

    /** Whether JSON is valid. */
    public boolean accepts(String json) throws IOException {
        return validator.fault(new ObjectMapper().readTree(json)).isEmpty();
    }
}
