package dev.asl4j.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import java.io.IOException;
import java.io.InputStream;

/** Reads the texts of schemas, their numbers in the same form as those of the data. */
final class SchemaTexts implements NodeReader {
    /** The compiler reads as many levels as data can have; around these are the keywords of the schema. */
    private static final int MOST_NESTED = 2_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_NESTED)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Override
    public JsonNode readTree(String text, InputFormat format) throws IOException {
        return form(MAPPER.readTree(text));
    }

    @Override
    public JsonNode readTree(InputStream text, InputFormat format) throws IOException {
        return form(MAPPER.readTree(text));
    }

    private static JsonNode form(JsonNode schema) throws IOException {
        try {
            return NumberForms.of(schema);
        } catch (ArithmeticException e) {
            throw new IOException("the schema has a number that is " + e.getMessage(), e);
        }
    }
}
