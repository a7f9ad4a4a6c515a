package dev.asl4j.runtime.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** JSON text to frozen nodes and back. */
final class JsonText {
    /**
     * Names come from data; interning them for the life of the JVM would let data fill its memory. A name or a string may be
     * as long as the text that holds it, which is in memory already.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Measure.DEEPEST)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Measure.DEEPEST)
                    .build())
            .build();

    /** For text that is not in memory: bounds what one string can bring there. */
    private static final JsonFactory STREAM_FACTORY = FACTORY.rebuild()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Measure.DEEPEST)
                    .build())
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private JsonText() {}

    static JsonParser parser(InputStream json) throws IOException {
        return STREAM_FACTORY.createParser(json);
    }

    static JsonNode readValue(JsonParser parser) throws IOException {
        try {
            return read(parser);
        } catch (IllegalArgumentException e) { // also of a number with too large an exponent
            throw new IOException(e.getMessage(), e);
        }
    }

    static void write(JsonNode value, OutputStream json) throws IOException {
        try (JsonGenerator generator = STREAM_FACTORY.createGenerator(json)) {
            write(generator, Json.freeze(value));
        }
    }

    static JsonNode parse(String text) {
        try {
            return TextReader.read(text);
        } catch (TextTokens.Irregular | NumberFormatException e) {
            return parseAnything(text);
        }
    }

    static JsonNode parseAnything(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new IllegalArgumentException("not JSON: the text is empty");
            }
            JsonNode value = read(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("not JSON: more text after the value, at line "
                        + parser.currentTokenLocation().getLineNr() + ", column "
                        + parser.currentTokenLocation().getColumnNr());
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage() + place(e), e);
        } catch (IOException | NumberFormatException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ", at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> LongText.of(parser.getText());
            case VALUE_NUMBER_INT -> readInteger(parser);
            case VALUE_NUMBER_FLOAT -> Numbers.fraction(parser.getText());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.getInstance();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalArgumentException("not JSON: unexpected " + parser.currentToken());
        };
    }

    private static JsonNode readObject(JsonParser parser) throws IOException {
        ObjectBuilder object = new ObjectBuilder();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.set(name, read(parser));
        }
        return object.build();
    }

    private static JsonNode readArray(JsonParser parser) throws IOException {
        List<JsonNode> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser));
        }
        return FrozenArray.of(elements);
    }

    private static JsonNode readInteger(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> Numbers.node(parser.getLongValue());
            case BIG_INTEGER -> Numbers.node(parser.getBigIntegerValue());
            case FLOAT, DOUBLE, BIG_DECIMAL -> Numbers.fraction(parser.getText());
        };
    }

    /** @param value frozen, so without the kinds that the last line refuses */
    private static void write(JsonGenerator generator, JsonNode value) throws IOException {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(generator, (FrozenObject) value);
            case ARRAY -> {
                generator.writeStartArray();
                for (int i = 0; i < value.size(); i++) {
                    write(generator, value.get(i));
                }
                generator.writeEndArray();
            }
            case STRING -> generator.writeString(value.textValue());
            case NUMBER -> writeNumber(generator, value);
            case BOOLEAN -> generator.writeBoolean(value.booleanValue());
            case NULL -> generator.writeNull();
            case BINARY, MISSING, POJO -> throw new IllegalStateException("not frozen: " + value.getNodeType());
        }
    }

    private static void writeObject(JsonGenerator generator, FrozenObject object) throws IOException {
        generator.writeStartObject();
        for (int i = 0; i < object.size(); i++) {
            generator.writeFieldName(object.keys().name(i));
            write(generator, object.value(i));
        }
        generator.writeEndObject();
    }

    private static void writeNumber(JsonGenerator generator, JsonNode value) throws IOException {
        switch (value.numberType()) {
            case INT, LONG -> generator.writeNumber(value.longValue());
            case BIG_INTEGER -> generator.writeNumber(value.bigIntegerValue());
            case DOUBLE -> generator.writeNumber(value.doubleValue());
            case FLOAT -> generator.writeNumber(value.floatValue());
            case BIG_DECIMAL -> generator.writeNumber(value.decimalValue());
        }
    }
}
