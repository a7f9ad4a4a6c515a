package dev.asl4j.runtime.dataset;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.asl4j.runtime.data.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of an array or the entries of an object in a JSON file, at the top or where a JSON Pointer leads. */
final class JsonItems implements ItemSource {
    private static final String NOT_ITERABLE = "Attempting to map over non-iterable node.";
    private static final String NO_SUCH_PATH =
            "The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.";
    private static final long LAST_START = 16L * 1024 * 1024;

    private final MeteredStream stream;
    private final JsonParser parser;
    private final String source;
    private final boolean isArray;

    JsonItems(InputStream json, List<String> pointer, String source) throws IOException {
        this.source = source;
        stream = new MeteredStream(json);
        parser = Json.parser(stream);
        boolean opened = false;
        try {
            parser.nextToken();
            for (String part : pointer) {
                descend(part);
            }
            if (!pointer.isEmpty() && parser.currentTokenLocation().getByteOffset() >= LAST_START) {
                throw new IOException(
                        "The items that ReaderConfig.ItemsPointer leads to must begin in the first 16 MB.");
            }
            isArray = parser.currentToken() == JsonToken.START_ARRAY;
            if (!isArray && parser.currentToken() != JsonToken.START_OBJECT) {
                throw new IOException(NOT_ITERABLE);
            }
            opened = true;
        } catch (JacksonException e) {
            throw notJson(e);
        } finally {
            if (!opened) {
                parser.close();
            }
        }
    }

    @Override
    public @Nullable DataItem next() throws IOException {
        try {
            if (parser.currentToken() == null || parser.isClosed()) {
                return null;
            }
            stream.nextItem();
            if (isArray) {
                return parser.nextToken() == JsonToken.END_ARRAY ? end() : DataItem.of(Json.read(parser), source);
            }
            @Nullable String key = parser.nextFieldName();
            if (key == null) {
                return end();
            }
            parser.nextToken();
            return new DataItem(Json.read(parser), key, source);
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** Goes to the value of that name or place in the container at hand. */
    private void descend(String part) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals(part)) {
                    return;
                }
                parser.skipChildren();
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                if (Integer.toString(i).equals(part)) {
                    return;
                }
                parser.skipChildren();
            }
        }
        throw new IOException(NO_SUCH_PATH);
    }

    private @Nullable DataItem end() throws IOException {
        parser.close();
        return null;
    }

    private static IOException notJson(JacksonException e) {
        return new IOException("The file is not valid JSON: " + e.getOriginalMessage(), e);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
